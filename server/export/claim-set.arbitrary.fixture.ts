import fc from "fast-check";
import type { Card, Source } from "#domain/card.ts";
import { ASSERTION_MODES, PRECISIONS, SOURCE_RANKS, SOURCE_STRINGS, STANCES, STRING_FIELDS } from "#domain/card.ts";
import type { ClaimSet, ReleasedClaim } from "#domain/claim-set.ts";
import { CORRECTION_KINDS, type ReleasedCorrection } from "#domain/corrections.ts";
import type { Figure } from "#domain/figures.ts";
import { QUALIFIERS } from "#domain/figures.ts";
import { MEDIA_FINDINGS, MEDIA_KINDS, type Media } from "#domain/media.ts";
import type { Block, Inline } from "#domain/rationale.ts";
import type { Scale } from "#domain/scales.ts";
import { PRESET_SCALES } from "#domain/scales.ts";
import { HOSTILE_TEXTS, SAMPLE_CLAIM_SET, sampleClaim } from "#server/export/claim-set.fixture.ts";

const text = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom("", "https://a.example/x?y=1&z=(2)", "javascript:alert(1)", "2026-03-08", "ar"),
);
/** Where the product lets nothing empty through: a statement, and the name of the desk. */
const words = text.filter((drawn) => drawn.trim() !== "");
const texts = <K extends string>(keys: readonly K[]): fc.Arbitrary<Record<K, string>> =>
  fc
    .tuple(...keys.map(() => text))
    .map((drawn) => Object.fromEntries(keys.map((key, at) => [key, drawn[at]])) as Record<K, string>);
const id = fc.constantFrom("s-1", "s-2", "s-3", "secret-9f3c");

const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constant("text" as const), text }),
  fc.record({
    type: fc.constant("text" as const),
    text,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
  }),
  fc.record({ type: fc.constant("text" as const), text, href: text }),
  fc.record({ type: fc.constant("citation" as const), sourceId: id }),
  fc.record({ type: fc.constant("mention" as const), memberId: text, label: text }),
  fc.constant({ type: "break" as const }),
);

const { block } = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ type: fc.constant("paragraph" as const), children: fc.array(inline, { maxLength: 6 }) }),
    fc.record({
      type: fc.constant("list" as const),
      ordered: fc.boolean(),
      entries: fc.array(tie("blocks"), { maxLength: 3 }),
    }),
    fc.record({ type: fc.constant("blockquote" as const), language: text, cite: text, children: tie("blocks") }),
  ),
  blocks: fc.array(tie("block"), { maxLength: 3 }),
}));

const figure: fc.Arbitrary<Figure> = fc.record({
  id: fc.uuid(),
  qualifier: fc.constantFrom(...QUALIFIERS),
  value: fc.oneof(fc.integer().map(String), fc.constantFrom("", "-2.5"), text),
  upper: fc.constantFrom("", "150"),
  unit: text,
  asOf: text,
});

const source = (sourceId: string): fc.Arbitrary<Source> =>
  fc
    .tuple(texts(SOURCE_STRINGS), fc.constantFrom(...STANCES), fc.constantFrom(null, ...SOURCE_RANKS))
    .map(([strings, stance, rank]) => ({
      id: sourceId,
      ...strings,
      stance,
      rank,
      protected: false,
    }));

const quote = fc.record({
  id: fc.uuid(),
  versionId: fc.constantFrom("v-1", "v-unknown"),
  exact: text,
  prefix: text,
  suffix: text,
  start: fc.nat(),
  end: fc.nat(),
});

const lists = fc.record({
  labels: fc.array(text, { maxLength: 3 }),
  figures: fc.array(figure, { maxLength: 3 }),
  quotes: fc.array(quote, { maxLength: 2 }),
  sources: fc.subarray(["s-1", "s-2", "s-3"]).chain((ids) => fc.tuple(...ids.map(source))),
  rationale: fc.array(block, { maxLength: 3 }),
  mode: fc.constantFrom(null, ...ASSERTION_MODES),
  saidWhenPrecision: fc.constantFrom(...PRECISIONS),
  claimantGuessed: fc.boolean(),
});

const scale = fc.constantFrom(null, ...PRESET_SCALES);

const media: fc.Arbitrary<Media> = fc.record({
  kind: fc.constantFrom(...MEDIA_KINDS),
  findings: fc.subarray([...MEDIA_FINDINGS]),
  original: text,
  context: text,
});

const card: fc.Arbitrary<Card> = fc
  .tuple(
    fc.record({ statement: words, gaps: text, verdict: text }),
    texts(STRING_FIELDS),
    lists,
    fc.constantFrom("true", "false", "disputed", "mostly-true", "gone", ""),
    fc.option(media),
  )
  .map(([said, fields, rest, ratingId, about]) => ({
    ...{ ...said, ...fields, ...rest, ratingId, scaleId: "seven-step-1" },
    ...(about && { media: about }),
  }));

const corrections: fc.Arbitrary<ReleasedCorrection[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...CORRECTION_KINDS),
    reference: fc.constant("C-14-1"),
    claimId: fc.uuid(),
    what: text,
    why: text,
    at: fc.constant("2026-03-12T09:00:00.000Z"),
    by: text,
    memberId: fc.uuid(),
    releasedBefore: fc.integer({ min: 1, max: 98 }),
  }),
  { minLength: 1, maxLength: 2 },
);

const claims: fc.Arbitrary<ReleasedClaim[]> = fc
  .array(fc.tuple(card, text, fc.option(corrections)), { maxLength: 3 })
  .map((drawn) =>
    drawn.map(([one, name, corrected], at) => {
      const given = corrected ? { corrections: corrected } : {};
      const claim = sampleClaim(`C-14-${at + 1}`, one, { protectedSources: at, ...given });
      return { ...claim, signOffs: claim.signOffs.map((signOff) => ({ ...signOff, name })) };
    }),
  );

/** Claim sets of every shape that a release may have, with hostile texts in every place where people type. */
export const anyClaimSet: fc.Arbitrary<ClaimSet> = fc
  .tuple(sets(), fc.option(corrections), fc.boolean())
  .map(([set, withdrawn, hasPages]) => ({
    ...set,
    ...(hasPages && { pages: `https://desk.example/published/${set.case.number}` }),
    ...(withdrawn && { retractions: withdrawn.map((one) => ({ ...one, kind: "retraction" as const })) }),
  }));

function sets(): fc.Arbitrary<ClaimSet> {
  return fc.record({
    format: fc.constant("assay-claim-set" as const),
    formatVersion: fc.constant(1 as const),
    desk: fc.record(
      {
        name: words,
        url: fc.constantFrom("https://desk.example", "https://desk.example/assay/"),
        methodUrl: fc.constantFrom("https://desk.example/how-we-check", "https://desk.example/?a=1&b=%22"),
        correctionsUrl: fc.constant("https://desk.example/corrections"),
      },
      { requiredKeys: ["name", "url"] },
    ),
    case: fc.record({ number: fc.integer({ min: 1, max: 9999 }), title: text }),
    release: fc.record({
      number: fc.integer({ min: 1, max: 99 }),
      madeAt: fc.constant("2026-03-13T16:20:00.000Z"),
      madeBy: text,
    }),
    quorum: fc.integer({ min: 1, max: 3 }),
    scale,
    otherScales: fc.constantFrom([], [PRESET_SCALES[0] as Scale]),
    documents: text.map((title) =>
      SAMPLE_CLAIM_SET.documents.map((one) => ({ ...one, title, outlet: title, originUrl: title })),
    ),
    claims,
  });
}
