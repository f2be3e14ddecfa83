import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeSelector, toUtf16 } from "#domain/anchors.ts";
import type { ClaimSet } from "#domain/claim-set.ts";
import { annotations } from "#server/export/annotations.ts";
import { anyClaimSet } from "#server/export/claim-set.arbitrary.fixture.ts";
import { HOSTILE_TEXTS, SAMPLE_CLAIM_SET, sampleSet, written } from "#server/export/claim-set.fixture.ts";
import { schemaFaults } from "#server/export/schema-faults.fixture.ts";

type Annotation = {
  id: string;
  body: { purpose: string; value?: string; language?: string; textDirection?: string; source?: string }[];
  target: {
    source: string;
    state: { sourceDate: string; cached: string };
    selector: [{ exact: string; prefix: string; suffix: string }, { start: number; end: number }];
  }[];
};
type Collection = { id: string; total: number; first: { id: string; items: Annotation[] } };

const file = (set: ClaimSet) => written(annotations, set);
const read = (set: ClaimSet) => JSON.parse(file(set)) as Collection;
const faults = (set: ClaimSet) => schemaFaults("annotations-1.json", file(set));
const [document] = SAMPLE_CLAIM_SET.documents as [(typeof SAMPLE_CLAIM_SET.documents)[number]];
const quote = { id: "q", versionId: "v-1", exact: "x", prefix: "", suffix: "", start: 0, end: 1 };

describe("annotations of a release", () => {
  test("[ST1] the sample follows the Web Annotation model; a claim without a quote has no annotation", () => {
    expect(faults(SAMPLE_CLAIM_SET)).toEqual([]);
    const { id, total, first } = read(SAMPLE_CLAIM_SET);
    expect(total).toBe(2);
    expect(first.items.map((one) => one.id)).toEqual([`${id}#C-14-3`, `${id}#C-14-5`]);
    expect(read({ ...SAMPLE_CLAIM_SET, claims: [] })).toMatchObject({ total: 0, first: { items: [] } });
    expect(faults({ ...SAMPLE_CLAIM_SET, claims: [] })).toEqual([]);
  });

  test("[ST4] the exact words are found in the text by their code points, and the text by its hash", () => {
    const text = "قالت 🌊 الوزارة إن نحو 120 محتجزًا فرّوا.";
    const selector = makeSelector(text, 23, 36);
    const sha256 = createHash("sha256").update(text).digest("hex");
    const set = sampleSet({ quotes: [{ ...quote, ...selector }] }, { documents: [{ ...document, sha256 }] });
    const [target] = read(set).first.items[0]?.target ?? [];
    const [words, place] = target?.selector ?? [];
    expect(target?.source).toBe("https://wire.example/2026/03/prison-break");
    expect(target?.state).toMatchObject({ sourceDate: "2026-03-12T09:40:00.000Z" });
    expect(Buffer.from(target?.state.cached.split(";")[1] ?? "", "base64url").toString("hex")).toBe(sha256);
    const [from, to] = [toUtf16(text, place?.start ?? 0), toUtf16(text, place?.end ?? 0)];
    expect(text.slice(from, to)).toBe(words?.exact);
    expect(text.slice(0, from).endsWith(words?.prefix ?? "?")).toBe(true);
    expect(text.slice(to).startsWith(words?.suffix ?? "?")).toBe(true);
  });

  test("[ST4] a document without a web address goes by its hash; a quote of an unknown version is left out", () => {
    const documents = [{ ...document, originUrl: "pasted from a letter" }];
    const set = sampleSet(
      { statement: "x", quotes: [quote, { ...quote, id: "q-2", versionId: "gone" }] },
      { documents },
    );
    const [annotation] = read(set).first.items;
    expect(annotation?.target.map(({ source }) => source)).toEqual([annotation?.target[0]?.state.cached]);
    expect(faults(set)).toEqual([]);
  });

  test("[ST2] its bodies are the statement, the rating and the verdict, each in its language and direction", () => {
    const card = {
      statement: "غادرت 3000 عائلة.",
      verdict: "لا إحصاء.",
      language: "ar",
      ratingId: "unproven",
    } as const;
    const [annotation] = read(sampleSet({ ...card, quotes: [quote] })).first.items;
    expect(annotation?.body).toEqual([
      expect.objectContaining({ purpose: "describing", value: card.statement, language: "ar", textDirection: "rtl" }),
      expect.objectContaining({ purpose: "classifying", value: "Unproven", textDirection: "auto" }),
      expect.objectContaining({ purpose: "assessing", value: card.verdict, language: "ar", textDirection: "rtl" }),
      { type: "SpecificResource", source: "https://desk.example/cases/14/releases/2#C-14-3", purpose: "linking" },
    ]);
  });

  test.each(HOSTILE_TEXTS)("[ST3] %j cannot leave a script element and comes back as it was", (words) => {
    const set = sampleSet({ statement: words, quotes: [{ ...quote, exact: words, prefix: words }] });
    expect(file(set)).not.toMatch(/[<>&\u2028\u2029]/);
    const [annotation] = read(set).first.items;
    expect(annotation?.body[0]?.value).toBe(words.toWellFormed());
    expect(annotation?.target[0]?.selector[0].exact).toBe(words.toWellFormed());
  });

  test("[ST1] whatever a card holds, the model's rules hold", () => {
    fc.assert(
      fc.property(anyClaimSet, (set) => {
        expect(faults(set)).toEqual([]);
        const { total, first } = read(set);
        expect(first.items).toHaveLength(total);
      }),
      { numRuns: 100 },
    );
  });
});
