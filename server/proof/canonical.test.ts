import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, sha256Hex } from "#domain/content.ts";
import { canonical, normalised, sha256 } from "#server/proof/verifier/canonical.js";

test("[PR11] the verifier writes canonical JSON, and hashes it, as the desk does", () => {
  const value = fc.jsonValue({ maxDepth: 4, stringUnit: "binary" });
  fc.assert(
    fc.property(value, (drawn) => {
      const text = canonicalJson(drawn);
      expect(canonical(normalised(drawn))).toBe(text);
      expect(JSON.parse(canonical(drawn))).toEqual(JSON.parse(JSON.stringify(drawn)));
      expect(sha256(text)).toBe(sha256Hex(text));
    }),
  );
  expect(canonical({ b: "e\u0301", "€": 1e21, a: [null, true, -0], "\ufb33": undefined })).toBe(
    '{"a":[null,true,0],"b":"e\u0301","€":1e+21}',
  );
});
