import type { Card, Source } from "#domain/card.ts";
import { canonicalJson, materialContent } from "#domain/content.ts";
import { type Figure, formatFigure } from "#domain/figures.ts";
import type { Media } from "#domain/media.ts";
import { nfc } from "#domain/nfc.ts";
import { citationOrder, linksOf, rationaleText } from "#domain/rationale.ts";
import type { Diff, Patience } from "#domain/word-diff.ts";
import { patience, wordDiff } from "#domain/word-diff.ts";

export type FieldDiff = { field: string; label: string; parts: Diff[] };

/** How the reader knows things that the card holds by id. */
export type CardNames = {
  /** "Source 2", or its title; empty when it has none, or is gone. */
  sourceLabel(id: string): string;
  /** Without it figures are said in English. */
  figureWords?(figure: Omit<Figure, "id">): string;
  /** Without it media are said by their keys. */
  mediaWords?(media: Media): string[];
  /** The rating's label; without it the rating's id is shown. */
  ratingLabel?(scaleId: string, ratingId: string): string;
};

/**
 * One field of one card: what the hash covers, and texts to show for it, the plainest first. A later text is shown only
 * when the earlier ones read alike before and after.
 */
type Field = { field: string; label: string; material: unknown; texts: string[] };
type ChangedField = { field: string; label: string; was: Field | undefined; is: Field | undefined };

/**
 * What differs in the material content of two cards, field by field in the order of the card. Empty exactly when both
 * have the same content hash. Fields of a source are named `sources.<id>.<key>`.
 */
export function diffCards(before: Card, after: Card, names: CardNames): FieldDiff[] {
  const shared = patience();
  return changedFields(before, after, names).map(({ field, label, was, is }) => ({
    field,
    label,
    parts: shownDiff(was, is, shared),
  }));
}

/** The same fields, not compared word by word. */
export function changedFields(before: Card, after: Card, names: CardNames): ChangedField[] {
  const old = new Map(fieldsOf(before, names).map((one) => [one.field, one]));
  const now = new Map(fieldsOf(after, names).map((one) => [one.field, one]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field), now.get(field)];
    return sameMaterial(was, is) ? [] : [{ field, label: (is ?? was)?.label ?? "", was, is }];
  });
}

function sameMaterial(was: Field | undefined, is: Field | undefined): boolean {
  return canonicalJson(was?.material ?? "") === canonicalJson(is?.material ?? "");
}

function shownDiff(was: Field | undefined, is: Field | undefined, shared: Patience): Diff[] {
  const [old, now] = [shownTexts(was), shownTexts(is)];
  const at = Array.from({ length: Math.max(old.length, now.length) }, (_, index) => index).find(
    (index) => (old[index] ?? "") !== (now[index] ?? ""),
  );
  return wordDiff(old[at ?? 0] ?? "", now[at ?? 0] ?? "", shared);
}

/** In the form the hash sees (NFC), so that no difference shows that is none; the material itself is the last resort. */
function shownTexts(field: Field | undefined): string[] {
  if (!field) return [];
  return [...field.texts, canonicalJson(field.material)].map((text) => nfc(text).toWellFormed());
}

function fieldsOf(card: Card, names: CardNames): Field[] {
  const content = materialContent(card);
  const { attribution, said, rating } = content;
  const plain = (field: string, label: string, material: string): Field => ({
    field,
    label,
    material,
    texts: [material],
  });
  return [
    plain("statement", "Statement", content.statement),
    plain("claimant", "Claimant", content.claimant),
    plain("outlet", "Outlet", attribution.outlet),
    plain("speaker", "Speaker", attribution.speaker),
    plain("organisation", "Organisation", attribution.organisation),
    { field: "mode", label: "How it is asserted", material: attribution.mode, texts: [attribution.mode ?? ""] },
    plain("saidWhen", "Said when", said.when),
    plain("saidWhenPrecision", "How exactly", said.precision),
    plain("saidWhere", "Said where", said.where),
    ...mediaField(content.media, names),
    { field: "figures", label: "Figures", material: content.figures, texts: [figuresText(content.figures, names)] },
    { field: "quotes", label: "Quotes", material: content.quotes, texts: quotesTexts(content.quotes) },
    { field: "rating", label: "Rating", material: rating, texts: ratingTexts(rating, names) },
    plain("verdict", "Verdict in a sentence", content.verdict),
    { field: "rationale", label: "Rationale", material: content.rationale, texts: rationaleTexts(card, names) },
    plain("gaps", "What is not known", content.gaps),
    ...content.sources.flatMap((source) => sourceFields(source, names)),
  ];
}

type Content = ReturnType<typeof materialContent>;

function figuresText(figures: Content["figures"], { figureWords = inEnglish }: CardNames): string {
  return figures.map((one) => figureWords(one)).join("\n");
}

const inEnglish = (figure: Omit<Figure, "id">) =>
  formatFigure(figure) + (figure.asOf === "" ? "" : ` (as of ${figure.asOf})`);

function mediaField(media: Media | undefined, { mediaWords = byKeys }: CardNames): Field[] {
  return media ? [{ field: "media", label: "Media", material: media, texts: [mediaWords(media).join("\n")] }] : [];
}

const byKeys = ({ kind, findings, original, context }: Media) => [kind, ...findings, original, context].filter(Boolean);

function quotesTexts(quotes: Content["quotes"]): string[] {
  const placed = quotes.map(({ exact, prefix, suffix }) => `…${prefix}“${exact}”${suffix}…`);
  return [quotes.map((one) => `“${one.exact}”`).join("\n"), placed.join("\n")];
}

function ratingTexts({ scale, id }: Content["rating"], names: CardNames): string[] {
  const label = id === "" ? "" : (names.ratingLabel?.(scale, id) ?? id);
  return [label, scale === "" ? label : `${label} (${scale})`];
}

/** With citation numbers; with the labels of what they cite; with the addresses of the links. */
function rationaleTexts(card: Card, names: CardNames): string[] {
  const order = citationOrder(
    card.rationale,
    card.sources.map((source) => source.id),
  );
  const numbered = (id: string) => `[${order.includes(id) ? order.indexOf(id) + 1 : "?"}]`;
  const labelled = rationaleText(card.rationale, (id) => `[${names.sourceLabel(id) || "?"}]`);
  return [
    rationaleText(card.rationale, numbered),
    labelled,
    [labelled, ...linksOf(card.rationale).map(({ text, href }) => `${text}: ${href}`)].join("\n"),
  ];
}

const SOURCE_LABELS = {
  url: "address",
  title: "title",
  stance: "stance",
  quote: "quote",
  locator: "locator",
  archivedUrl: "archived copy",
} as const;

function sourceFields(source: Pick<Source, "id" | keyof typeof SOURCE_LABELS>, names: CardNames): Field[] {
  const keys = Object.keys(SOURCE_LABELS) as (keyof typeof SOURCE_LABELS)[];
  return keys.map((key) => ({
    field: `sources.${source.id}.${key}`,
    label: `${names.sourceLabel(source.id)}: ${SOURCE_LABELS[key]}`,
    material: source[key],
    texts: [source[key]],
  }));
}
