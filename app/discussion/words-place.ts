import * as Y from "yjs";
import { shownText } from "#app/article/exact-text.ts";
import { shownIndex, storedIndex } from "#app/card/line-ends.ts";
import { placeIn } from "#app/card/place-in.ts";
import { rationaleRoot, textRoot } from "#domain/card-roots.ts";
import type { WordPlace, WordPosition } from "#domain/discussion.ts";

/*
 * Places in a text are counted in its words in a row, as they are shown, in UTF-16 units: paragraphs and citations of a
 * rationale count nothing.
 */
export type WordSpan = { from: number; to: number };
export type WordEnds = { start: WordPosition; end: WordPosition };

/** The pieces of a text in reading order. */
function piecesOf(doc: Y.Doc, place: WordPlace): Y.Text[] {
  if (place !== "rationale") return [textRoot(doc, place)];
  return [...rationaleRoot(doc).createTreeWalker((one) => one instanceof Y.XmlText)] as unknown as Y.XmlText[];
}

/** The characters of a piece without its markup. */
const charactersOf = (piece: Y.Text): string =>
  (piece.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === "string" ? insert : "\ufffc"))
    .join("");

const textOf = (pieces: readonly Y.Text[]) => pieces.map(charactersOf).join("");

/** All words of a text in a row, as they are shown. */
export const wordsOf = (doc: Y.Doc, place: WordPlace): string => shownText(textOf(piecesOf(doc, place)));

/** Yjs positions of both ends. What is typed at either end later does not belong to the words. */
export function endsOf(doc: Y.Doc, place: WordPlace, { from, to }: WordSpan): WordEnds | null {
  const pieces = piecesOf(doc, place);
  const text = textOf(pieces);
  const [first, last] = [storedIndex(text, from), storedIndex(text, to)];
  if (first >= last) return null;
  const start = positionOf(pieces, first, 0);
  const end = positionOf(pieces, last, -1);
  return start && end && { start, end };
}

/** A position that holds on to the character after it (0) or before it (-1). */
function positionOf(pieces: readonly Y.Text[], index: number, side: 0 | -1): WordPosition | null {
  let before = 0;
  for (const piece of pieces) {
    const at = index - before;
    if (side === 0 ? at < piece.length : at <= piece.length)
      return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(piece, at, side)) as WordPosition;
    before += piece.length;
  }
  return null;
}

/**
 * Where the words of a thread stand now. Words that were cut and put back elsewhere, as when a paragraph is split, are
 * found again by themselves where they stand exactly once; otherwise null, and nothing is guessed.
 */
export function spanOf(
  doc: Y.Doc,
  place: WordPlace,
  { start, end, exact }: WordEnds & { exact: string },
): WordSpan | null {
  const pieces = piecesOf(doc, place);
  const text = textOf(pieces);
  const [first, last] = [start, end].map((one) => indexOf(doc, pieces, one));
  if (first !== null && last !== null && first !== undefined && last !== undefined && first < last)
    return { from: shownIndex(text, first), to: shownIndex(text, last) };
  return onlyPlaceOf(exact, shownText(text));
}

function indexOf(doc: Y.Doc, pieces: readonly Y.Text[], position: WordPosition): number | null {
  const found = placeIn(doc, position);
  const at = pieces.indexOf(found?.type as Y.Text);
  if (!found || at < 0) return null;
  return pieces.slice(0, at).reduce((sum, one) => sum + one.length, found.index);
}

function onlyPlaceOf(exact: string, text: string): WordSpan | null {
  const from = text.indexOf(exact);
  return from < 0 || text.includes(exact, from + 1) ? null : { from, to: from + exact.length };
}
