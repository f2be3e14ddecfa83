import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ClaimSet } from "#domain/claim-set.ts";
import { anyClaimSet } from "#server/export/claim-set.arbitrary.fixture.ts";
import { SAMPLE_CLAIM_SET, sampleSet, written } from "#server/export/claim-set.fixture.ts";
import { claimSetJsonLines } from "#server/export/json-lines.ts";

const schema = JSON.parse(readFileSync(new URL("../../docs/claim-set.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
formats.default(ajv);
ajv.addSchema(schema, "claim-set");

const lines = (set: ClaimSet) => written(claimSetJsonLines, set).split("\n");

test("the first line is what stands once, with the number of lines that follow", () => {
  const [head = "", ...rest] = lines(SAMPLE_CLAIM_SET);
  const { claims, ...once } = SAMPLE_CLAIM_SET;
  expect(JSON.parse(head)).toEqual({ ...once, claims: claims.length });
  expect(rest.at(-1)).toBe("");
  expect(rest.slice(0, -1).map((line) => JSON.parse(line))).toEqual(claims);
});

test("what stands once and each claim are valid by the documented schema", () => {
  const [head = "", ...rest] = lines(SAMPLE_CLAIM_SET).slice(0, -1);
  expect(ajv.validate("claim-set", { ...JSON.parse(head), claims: [] }), ajv.errorsText()).toBe(true);
  for (const line of rest)
    expect(ajv.validate("claim-set#/$defs/claim", JSON.parse(line)), ajv.errorsText()).toBe(true);
});

test("no reader takes a text for the end of a line", () => {
  const text = "one\ntwo\r\nthree\u2028four\u2029five\u0085six\u000bseven\u000ceight";
  const file = written(claimSetJsonLines, sampleSet({ statement: text }));
  expect(file.trimEnd().split(/[\p{Cc}\u2028\u2029]/u)).toHaveLength(2);
  expect(JSON.parse(file.split("\n")[1] ?? "").card.statement).toBe(text);
});

test("whatever a set holds, it comes back line by line", () => {
  fc.assert(
    fc.property(anyClaimSet, (set) => {
      const whole = JSON.parse(JSON.stringify(set, (_, value) => value?.toWellFormed?.() ?? value)) as ClaimSet;
      const [head = "", ...rest] = lines(set).slice(0, -1);
      expect({ ...JSON.parse(head), claims: rest.map((line) => JSON.parse(line)) }).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});
