import fc from "fast-check";
import type { Card, Quote, Source } from "#domain/card.ts";
import { ASSERTION_MODES, PRECISIONS, SOURCE_RANKS, STANCES } from "#domain/card.ts";
import type { Figure } from "#domain/figures.ts";
import { QUALIFIERS } from "#domain/figures.ts";
import { MEDIA_FINDINGS, MEDIA_KINDS, type Media } from "#domain/media.ts";
import type { Block, Inline } from "#domain/rationale.ts";

/** Generators of cards for property tests. Few values, so that two cards often share some of them. */

const text = fc.constantFrom(
  "",
  "a",
  "up to 1,500",
  "up to 1,600",
  "caf\u00e9",
  "cafe\u0301",
  "قال",
  "[s1]",
  "x_y",
  "\ud83d",
);
const id = fc.constantFrom("s1", "s2", "s3");
const uniqueById = <T extends { id: string }>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { maxLength: 3, selector: (entry) => entry.id });

const figure: fc.Arbitrary<Figure> = fc.record({
  id,
  qualifier: fc.constantFrom(...QUALIFIERS),
  value: fc.constantFrom("", "1500", "1500.0", "1,500"),
  upper: fc.constantFrom("", "2000"),
  unit: fc.constantFrom("", "people", " people"),
  asOf: fc.constantFrom("", "Monday"),
});

const quote: fc.Arbitrary<Quote> = fc.record({
  id,
  versionId: fc.constantFrom("v1", "v2"),
  exact: text,
  prefix: text,
  suffix: text,
  start: fc.nat(2),
  end: fc.nat(2),
});

const source: fc.Arbitrary<Source> = fc.record({
  id,
  stance: fc.constantFrom(...STANCES),
  rank: fc.constantFrom(null, ...SOURCE_RANKS),
  protected: fc.boolean(),
  title: text,
  publisher: text,
  author: text,
  date: text,
  url: text,
  quote: text,
  quoteLanguage: text,
  locator: text,
  archivedUrl: text,
  origin: text,
  note: text,
});

const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constant("text" as const), text }),
  fc.record({ type: fc.constant("text" as const), text, bold: fc.constant(true as const) }),
  fc.record({
    type: fc.constant("text" as const),
    text,
    href: fc.constantFrom("https://a.example/", "https://b.example/"),
  }),
  fc.record({ type: fc.constant("citation" as const), sourceId: id }),
  fc.record({ type: fc.constant("mention" as const), memberId: id, label: text }),
  fc.constant({ type: "break" as const }),
);

const blocks: fc.Arbitrary<Block[]> = fc.letrec<{ blocks: Block[]; block: Block }>((tie) => ({
  blocks: fc.array(tie("block"), { maxLength: 2 }),
  block: fc.oneof(
    { maxDepth: 2 },
    fc.record({ type: fc.constant("paragraph" as const), children: fc.array(inline, { maxLength: 3 }) }),
    fc.record({
      type: fc.constant("list" as const),
      ordered: fc.boolean(),
      entries: fc.array(tie("blocks"), { maxLength: 2 }),
    }),
    fc.record({ type: fc.constant("blockquote" as const), language: text, cite: text, children: tie("blocks") }),
  ),
})).blocks;

const media: fc.Arbitrary<Media> = fc.record({
  kind: fc.constantFrom(...MEDIA_KINDS),
  findings: fc.subarray([...MEDIA_FINDINGS]),
  original: text,
  context: text,
});

const withoutMedia: fc.Arbitrary<Card> = fc.record({
  statement: text,
  gaps: text,
  verdict: text,
  claimant: text,
  outlet: text,
  speaker: text,
  organisation: text,
  saidWhen: text,
  saidWhere: text,
  ratingId: fc.constantFrom("", "true", "false"),
  scaleId: fc.constantFrom("", "one", "two"),
  language: text,
  mode: fc.constantFrom(null, ...ASSERTION_MODES),
  saidWhenPrecision: fc.constantFrom(...PRECISIONS),
  claimantGuessed: fc.boolean(),
  labels: fc.array(text, { maxLength: 2 }),
  figures: uniqueById(figure),
  quotes: uniqueById(quote),
  sources: uniqueById(source),
  rationale: blocks,
});

export const anyCard: fc.Arbitrary<Card> = fc
  .tuple(withoutMedia, fc.option(media))
  .map(([card, given]) => (given ? { ...card, media: given } : card));

const KEYS: (keyof Card)[] = [
  "media",
  "statement",
  "gaps",
  "claimant",
  "ratingId",
  "scaleId",
  "mode",
  "saidWhenPrecision",
  "figures",
  "quotes",
  "sources",
  "rationale",
  "labels",
  "language",
  "outlet",
  "speaker",
  "organisation",
  "saidWhen",
  "saidWhere",
  "verdict",
  "claimantGuessed",
];

/** Two cards that differ in a few fields, or in none. */
export const cardPair: fc.Arbitrary<[Card, Card]> = fc
  .record({ before: anyCard, other: anyCard, keys: fc.subarray(KEYS, { maxLength: 3 }) })
  .map(({ before, other, keys }) => [
    before,
    { ...before, ...Object.fromEntries(keys.map((key) => [key, other[key]])) },
  ]);
