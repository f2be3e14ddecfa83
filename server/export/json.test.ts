import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ASSERTION_MODES, PRECISIONS, SOURCE_RANKS, STANCES } from "#domain/card.ts";
import { canonicalJson, sha256Hex } from "#domain/content.ts";
import { QUALIFIERS } from "#domain/figures.ts";
import { MARKS } from "#domain/scales.ts";
import { anyClaimSet } from "#server/export/claim-set.arbitrary.fixture.ts";
import { SAMPLE_CLAIM_SET, sampleSet, written } from "#server/export/claim-set.fixture.ts";
import { claimSetJson } from "#server/export/json.ts";

type Enumerated = { properties: Record<string, { enum?: unknown[] }> };
const schema = JSON.parse(readFileSync(new URL("../../docs/claim-set.schema.json", import.meta.url), "utf8")) as {
  $defs: Record<"rating" | "card" | "figure" | "source", Enumerated>;
};
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(schema);
const faults = (value: unknown) => (validate(value) ? [] : validate.errors);

describe("JSON", () => {
  test("the sample is valid by the documented schema", () => {
    expect(faults(JSON.parse(written(claimSetJson, SAMPLE_CLAIM_SET)))).toEqual([]);
  });

  test("every claim set that a release may hold is valid by it", () => {
    fc.assert(
      fc.property(anyClaimSet, (set) => {
        expect(faults(JSON.parse(written(claimSetJson, set)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("a text is as it was stored, composed or not", () => {
    const quote = { id: "q", versionId: "v-1", exact: "Cafe\u0301", prefix: "", suffix: "", start: 0, end: 5 };
    const set = sampleSet({ quotes: [quote] });
    expect(JSON.parse(written(claimSetJson, set))).toEqual(set);
  });

  test("the schema refuses what it does not know and what is missing", () => {
    const read = () => JSON.parse(written(claimSetJson, SAMPLE_CLAIM_SET));
    expect(faults({ ...read(), extra: 1 })).not.toEqual([]);
    const { quorum: _, ...incomplete } = read();
    expect(faults(incomplete)).not.toEqual([]);
    const leaky = read();
    leaky.claims[0].card.sources[0].protected = true;
    expect(faults(leaky)).not.toEqual([]);
  });

  test("the schema knows the same words as the cards", () => {
    const { rating, card, figure, source } = schema.$defs;
    expect(rating.properties.mark?.enum).toEqual([...MARKS]);
    expect(card.properties.mode?.enum).toEqual([...ASSERTION_MODES, null]);
    expect(card.properties.saidWhenPrecision?.enum).toEqual([...PRECISIONS]);
    expect(figure.properties.qualifier?.enum).toEqual([...QUALIFIERS]);
    expect(source.properties.stance?.enum).toEqual([...STANCES]);
    expect(source.properties.rank?.enum).toEqual([...SOURCE_RANKS, null]);
  });

  test("written without indentation it has the hash of the release", () => {
    const composed = (_: string, value: unknown) => (typeof value === "string" ? value.normalize("NFC") : value);
    const read: unknown = JSON.parse(written(claimSetJson, SAMPLE_CLAIM_SET), composed);
    expect(sha256Hex(canonicalize(read) ?? "")).toBe(sha256Hex(canonicalJson(SAMPLE_CLAIM_SET)));
  });
});
