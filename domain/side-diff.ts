import type { Card, RootName, Source } from "#domain/card.ts";
import type { CardNames, FieldDiff } from "#domain/card-diff.ts";
import { canonicalJson, materialPart } from "#domain/content.ts";
import { patience, wordDiff } from "#domain/word-diff.ts";

export type Look = Extract<RootName, "rationale" | "sources" | "figures" | "quotes">;

/** What is different between two cards beside what a sign-off covers. */
export type SideDiff = {
  fields: FieldDiff[];
  /** In which of them things were only moved or set differently. */
  looks: Look[];
};

/** What differs in notes, languages, labels and the like; fields of a source are named as in `diffCards`. */
export function diffSides(before: Card, after: Card, names: CardNames): SideDiff {
  const [old, now] = [fieldsOf(before, names), fieldsOf(after, names)];
  const shared = patience();
  const fields = [...new Set([...now.keys(), ...old.keys()])].flatMap((field): FieldDiff[] => {
    const [was, is] = [old.get(field), now.get(field)];
    if ((was?.text ?? "") === (is?.text ?? "")) return [];
    return [{ field, label: (is ?? was)?.label ?? "", parts: wordDiff(was?.text ?? "", is?.text ?? "", shared) }];
  });
  return { fields, looks: LOOKS.filter((one) => isMoved(before, after, one)).map(({ root }) => root) };
}

type Shown = { label: string; text: string };

function fieldsOf(card: Card, names: CardNames): Map<string, Shown> {
  const own: [string, Shown][] = [
    ["language", { label: "Language", text: card.language }],
    ["labels", { label: "Labels", text: card.labels.join(", ") }],
    ["claimantGuessed", { label: "Confirmation of the claimant", text: card.claimantGuessed ? "not confirmed" : "" }],
  ];
  return new Map([...own, ...card.sources.flatMap((source) => sourceFields(source, names))]);
}

const SOURCE_LABELS = {
  publisher: "publisher",
  author: "author",
  date: "date",
  quoteLanguage: "language of the quote",
  origin: "origin",
  note: "note",
} as const;

function sourceFields(source: Source, names: CardNames): [string, Shown][] {
  const keys = Object.keys(SOURCE_LABELS) as (keyof typeof SOURCE_LABELS)[];
  const shown = (key: string, label: string, text: string): [string, Shown] => [
    `sources.${source.id}.${key}`,
    { label: `${names.sourceLabel(source.id)}: ${label}`, text },
  ];
  return [
    // Without an address the title is what a sign-off covers.
    ...(source.url === "" ? [] : [shown("title", "title", source.title)]),
    ...keys.map((key) => shown(key, SOURCE_LABELS[key], source[key])),
    shown("rank", "primary or secondary", source.rank ?? ""),
    shown("protected", "protected", source.protected ? "protected" : ""),
  ];
}

/** Order and setting count only where the same things stand in it. */
const LOOKS: { root: Look; of: (card: Card) => unknown }[] = [
  { root: "rationale", of: ({ rationale }) => rationale },
  { root: "sources", of: ({ sources }) => sources.map((one) => one.id) },
  { root: "figures", of: ({ figures }) => figures },
  { root: "quotes", of: ({ quotes }) => quotes },
];

function isMoved(before: Card, after: Card, { root, of }: (typeof LOOKS)[number]): boolean {
  const isSame = canonicalJson(materialPart(before, root)) === canonicalJson(materialPart(after, root));
  return isSame && JSON.stringify(of(before)) !== JSON.stringify(of(after));
}
