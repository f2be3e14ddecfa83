import * as Y from "yjs";
import { type Card, SHORT_TEXTS, SOURCE_STRINGS, stringIn, TEXT_FIELDS } from "#domain/card.ts";
import { setField, setFigure, setSource } from "#domain/card-edit.ts";
import { rationaleRoot, textRoot } from "#domain/card-roots.ts";
import { hiddenSigns, withoutHiddenSigns } from "#domain/hidden-signs.ts";
import { inlines } from "#domain/rationale.ts";

type HidingPlace = "statement" | "details" | "figure" | "source" | "rationale" | "verdict" | "gaps";

/** Where on a card characters stand that nobody sees. What is quoted from a document stays as it is. */
export function hiddenInCard(card: Card): HidingPlace[] {
  const places: [HidingPlace, readonly string[]][] = [
    ["statement", [card.statement]],
    ["details", SHORT_TEXTS.map((key) => stringIn(card, key))],
    ["figure", card.figures.flatMap((one) => [one.unit, one.asOf])],
    ["source", card.sources.flatMap((one) => SOURCE_STRINGS.map((key) => one[key]))],
    ["rationale", inlines(card.rationale).flatMap((one) => (one.type === "text" ? [one.text] : []))],
    ["verdict", [card.verdict]],
    ["gaps", [card.gaps]],
  ];
  return places.filter(([, texts]) => texts.some(isHiding)).map(([place]) => place);
}

/** Takes them out, and nothing else. Call inside a transaction. */
export function takeOutHidden(doc: Y.Doc, card: Card): void {
  for (const key of TEXT_FIELDS) cleanText(textRoot(doc, key));
  for (const key of SHORT_TEXTS) {
    const words = stringIn(card, key);
    if (isHiding(words)) setField(doc, key, withoutHiddenSigns(words));
  }
  for (const source of card.sources)
    for (const key of SOURCE_STRINGS)
      if (isHiding(source[key])) setSource(doc, source.id, key, withoutHiddenSigns(source[key]));
  for (const figure of card.figures) {
    const [unit, asOf] = [withoutHiddenSigns(figure.unit), withoutHiddenSigns(figure.asOf)];
    if (isHiding(figure.unit) || isHiding(figure.asOf)) setFigure(doc, { ...figure, unit, asOf });
  }
  for (const text of rationaleRoot(doc).createTreeWalker((type) => type instanceof Y.XmlText))
    cleanText(text as Y.Text);
}

const isHiding = (text: string) => hiddenSigns(text).length > 0;

function cleanText(text: Y.Text): void {
  let at = 0;
  const found = (text.toDelta() as { insert: unknown }[]).flatMap(({ insert }) => {
    const signs = typeof insert === "string" ? hiddenSigns(insert) : [];
    const from = at;
    at += typeof insert === "string" ? insert.length : 1;
    return signs.map((one) => ({ at: from + one.at, length: one.sign.length }));
  });
  for (const one of found.reverse()) text.delete(one.at, one.length);
}
