import * as Y from "yjs";
import { CONTEXT } from "#domain/anchors.ts";
import type { Figure, Qualifier } from "#domain/figures.ts";
import { QUALIFIERS } from "#domain/figures.ts";
import { LIMITS } from "#domain/limits.ts";
import { MEDIA_STRING_KEYS, MEDIA_STRINGS, type Media, type MediaString, readMedia } from "#domain/media.ts";
import type { Block } from "#domain/rationale.ts";
import { rationaleReader, readRationale } from "#domain/rationale-read.ts";

/**
 * The card of one claim: the typed reader of its Y.Doc (layout version 1). Together with `card-edit.ts` this is the
 * only place that knows the layout:
 * - roots `statement`, `gaps`, `verdict`: Y.Text; root types cannot be replaced, so nobody can swap a text away
 * - root `fields`: Y.Map of atomic values
 * - roots `figures`, `quotes`: Y.Map by id, each value one plain object, so two people's digits never merge into one number
 * - root `sources`: Y.Map by id, each value a Y.Map of atomic values
 * - root `rationale`: Y.XmlFragment
 */
export const TEXT_FIELDS = ["statement", "gaps", "verdict"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Every root of the document and the type it must have; the guard refuses all others. */
export const CARD_ROOTS = {
  statement: "text",
  gaps: "text",
  verdict: "text",
  fields: "map",
  figures: "map",
  quotes: "map",
  sources: "map",
  rationale: "xml",
} as const;

export type RootName = keyof typeof CARD_ROOTS;

export const ASSERTION_MODES = ["stated", "quoted", "paraphrased", "estimated", "alleged", "denied"] as const;
export type AssertionMode = (typeof ASSERTION_MODES)[number];

export const PRECISIONS = ["as_said", "time", "day", "month", "year"] as const;
export type Precision = (typeof PRECISIONS)[number];

export const STANCES = ["supports", "refutes", "context"] as const;
export type Stance = (typeof STANCES)[number];

export const SOURCE_RANKS = ["primary", "secondary"] as const;
export type SourceRank = (typeof SOURCE_RANKS)[number];

/** Atomic string fields of the card, by key in the `fields` map. */
export const STRING_FIELDS = [
  "claimant",
  "outlet",
  "speaker",
  "organisation",
  "saidWhen",
  "saidWhere",
  "ratingId",
  "scaleId",
  "language",
] as const;
export type StringField = (typeof STRING_FIELDS)[number];

/** String keys of a source, by key in its map. */
export const SOURCE_STRINGS = [
  "title",
  "publisher",
  "author",
  "date",
  "url",
  "quote",
  "quoteLanguage",
  "locator",
  "archivedUrl",
  "origin",
  "note",
] as const;
export type SourceString = (typeof SOURCE_STRINGS)[number];

/** Where a quote stands: W3C TextQuote and TextPosition selectors on one document version, in Unicode code points. */
export type Quote = {
  id: string;
  versionId: string;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
};

export type Source = Record<SourceString, string> & {
  id: string;
  stance: Stance;
  rank: SourceRank | null;
  protected: boolean;
};

export type Card = Record<TextField, string> &
  Record<StringField, string> & {
    mode: AssertionMode | null;
    saidWhenPrecision: Precision;
    /** The claimant was guessed from the sentence and nobody has confirmed it yet. */
    claimantGuessed: boolean;
    labels: string[];
    /** Only on a card that is about media. */
    media?: Media;
    figures: Figure[];
    quotes: Quote[];
    sources: Source[];
    rationale: Block[];
  };

/** Every short text in the `fields` map, by key. */
export const SHORT_TEXTS = [...STRING_FIELDS, ...MEDIA_STRING_KEYS] as const;
export type ShortText = (typeof SHORT_TEXTS)[number];

/** What one of them says. */
export const stringIn = (card: Card, key: ShortText): string =>
  key in MEDIA_STRINGS ? (card.media?.[MEDIA_STRINGS[key as MediaString]] ?? "") : card[key as StringField];

const MAX_STRING = 20_000;
/** Figures, quotes or sources of one card; what is more is not read. */
export const MAX_ENTRIES = 500;

const text = (value: unknown): string => (typeof value === "string" ? value.slice(0, MAX_STRING) : "");
/** No more code points than a selector has. */
const part = (value: unknown, limit: number): string => [...text(value).slice(0, 2 * limit)].slice(0, limit).join("");
const oneOf = <T extends string>(list: readonly T[], value: unknown): T | null =>
  list.find((one) => one === value) ?? null;
const count = (value: unknown): number =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : 0;
const plain = (value: unknown): Record<string, unknown> | null =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
    ? (value as Record<string, unknown>)
    : null;

type Part<Key extends keyof Card> = (doc: Y.Doc) => Pick<Card, Key>;
type FieldKey = StringField | "mode" | "saidWhenPrecision" | "claimantGuessed" | "labels" | "media";

const readFields: Part<FieldKey> = (doc) => {
  const fields = doc.getMap("fields");
  const strings = Object.fromEntries(STRING_FIELDS.map((key) => [key, text(fields.get(key))])) as Record<
    StringField,
    string
  >;
  const labels = fields.get("labels");
  return {
    ...strings,
    mode: oneOf(ASSERTION_MODES, fields.get("mode")),
    saidWhenPrecision: oneOf(PRECISIONS, fields.get("saidWhenPrecision")) ?? "as_said",
    claimantGuessed: fields.get("claimantGuessed") === true,
    labels: Array.isArray(labels) ? readLabels(labels) : [],
    // Also where there is none: whoever reads part by part forgets what was there before.
    media: readMedia((key) => fields.get(key), text),
  };
};

const MAX_LABELS = 50;

/** Each label once. */
const readLabels = (labels: readonly unknown[]): string[] =>
  [...new Set(labels.map((one) => part(one, LIMITS.label)))].filter(Boolean).slice(0, MAX_LABELS);

const readers = {
  statement: ((doc) => ({ statement: doc.getText("statement").toString() })) as Part<"statement">,
  gaps: ((doc) => ({ gaps: doc.getText("gaps").toString() })) as Part<"gaps">,
  verdict: ((doc) => ({ verdict: doc.getText("verdict").toString() })) as Part<"verdict">,
  fields: readFields,
  figures: ((doc) => ({ figures: readOrdered(doc.getMap("figures"), readFigure) })) as Part<"figures">,
  quotes: ((doc) => ({ quotes: readOrdered(doc.getMap("quotes"), readQuote) })) as Part<"quotes">,
  sources: ((doc) => ({ sources: readOrdered(doc.getMap("sources"), readSource) })) as Part<"sources">,
  rationale: ((doc) => ({ rationale: readRationale(doc.getXmlFragment("rationale")) })) as Part<"rationale">,
};

/** Reads what one root says. All parts together are the card. */
export const readPart = (doc: Y.Doc, root: RootName): Partial<Card> => readers[root](doc);

/** The same for a card that is read again after every change: what stands in the rationale as before is not read anew. */
export function partReader(doc: Y.Doc): (root: RootName) => Partial<Card> {
  const rationale = rationaleReader(doc);
  return (root) => (root === "rationale" ? { rationale: rationale() } : readPart(doc, root));
}

/** Reads what the layout knows and ignores the rest; total for every document that Yjs can hold. */
export function readCard(doc: Y.Doc): Card {
  return {
    ...readers.statement(doc),
    ...readers.gaps(doc),
    ...readers.verdict(doc),
    ...readers.fields(doc),
    ...readers.figures(doc),
    ...readers.quotes(doc),
    ...readers.sources(doc),
    ...readers.rationale(doc),
  };
}

/** Entries by their order key, then by id, so that every reader lists them alike. */
function readOrdered<T>(
  map: Y.Map<unknown>,
  read: (id: string, value: unknown) => { order: string; entry: T } | null,
): T[] {
  return [...map.keys()]
    .sort()
    .slice(0, MAX_ENTRIES)
    .map((id) => ({ id, found: read(id, map.get(id)) }))
    .filter((one): one is { id: string; found: { order: string; entry: T } } => one.found !== null)
    .sort((a, b) => compare(a.found.order, b.found.order) || compare(a.id, b.id))
    .map((one) => one.found.entry);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function readFigure(id: string, value: unknown): { order: string; entry: Figure } | null {
  const given = plain(value);
  const qualifier: Qualifier | null = given && oneOf(QUALIFIERS, given.qualifier);
  if (!given || !qualifier) return null;
  const entry = {
    id,
    qualifier,
    value: text(given.value),
    upper: text(given.upper),
    unit: text(given.unit),
    asOf: text(given.asOf),
  };
  return { order: text(given.order), entry };
}

function readQuote(id: string, value: unknown): { order: string; entry: Quote } | null {
  const given = plain(value);
  if (!given || !text(given.versionId)) return null;
  const entry = {
    id,
    versionId: text(given.versionId),
    exact: part(given.exact, LIMITS.quote),
    prefix: part(given.prefix, CONTEXT),
    suffix: part(given.suffix, CONTEXT),
    start: count(given.start),
    end: count(given.end),
  };
  return { order: text(given.order), entry };
}

function readSource(id: string, value: unknown): { order: string; entry: Source } | null {
  if (!(value instanceof Y.Map)) return null;
  const strings = Object.fromEntries(SOURCE_STRINGS.map((key) => [key, text(value.get(key))])) as Record<
    SourceString,
    string
  >;
  const entry: Source = {
    id,
    ...strings,
    stance: oneOf(STANCES, value.get("stance")) ?? "context",
    rank: oneOf(SOURCE_RANKS, value.get("rank")),
    protected: value.get("protected") === true,
  };
  return { order: text(value.get("order")), entry };
}
