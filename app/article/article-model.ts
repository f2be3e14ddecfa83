import { layOut, type Paragraph } from "#app/article/article-layout.ts";
import type { Span } from "#domain/sentences.ts";
import type { MarkView, SentenceView } from "#server/services/document-view.ts";

/** A claim that was asked for and has no number yet. */
export type Making = Span & { id: string };

/** One paragraph and all that is drawn in it. */
export type ParagraphModel = {
  start: number;
  parts: Paragraph["parts"];
  marks: ReadonlyMap<string, MarkView>;
  making: ReadonlySet<string>;
  /** Marks whose number is the one that links lead to; a claim with several quotes has one of them. */
  firsts: ReadonlySet<string>;
  sentences: ReadonlyMap<number, SentenceView>;
  signature: string;
};

type Drawn = { text: string; sentences: readonly SentenceView[]; marks: readonly MarkView[] };

/**
 * What the article draws, by paragraph. Data that was loaded again has new objects for old content: a paragraph in which
 * nothing differs keeps its model, so it is not drawn again and a selection in it stays.
 */
export function modelsOf(
  { text, sentences, marks }: Drawn,
  making: readonly Making[],
  before: readonly ParagraphModel[],
): ParagraphModel[] {
  const spans = [...marks.map(({ quoteId, start, end }) => ({ id: quoteId, start, end })), ...making];
  const known = new Map(before.map((one) => [one.start, one]));
  const firsts = firstsOf(marks);
  const byId = new Map(marks.map((mark) => [mark.quoteId, mark]));
  return layOut(text, sentences, spans).map(({ start, parts }) => {
    const ids = idsIn(parts);
    const mine = new Map([...byId].filter(([id]) => ids.has(id)));
    const model = {
      start,
      parts,
      marks: mine,
      making: new Set(making.filter((one) => ids.has(one.id)).map((one) => one.id)),
      firsts: new Set([...firsts].filter((id) => ids.has(id))),
      sentences: new Map(
        ordinalsIn(parts).flatMap((ordinal) => (sentences[ordinal] ? [[ordinal, sentences[ordinal]]] : [])),
      ),
    };
    const signature = JSON.stringify([parts, [...mine.values()], [...model.firsts], [...model.sentences.values()]]);
    const same = known.get(start);
    return same?.signature === signature ? same : { ...model, signature };
  });
}

function firstsOf(marks: readonly MarkView[]): Set<string> {
  const firsts = new Map<string, string>();
  for (const mark of marks) if (!firsts.has(mark.claimId)) firsts.set(mark.claimId, mark.quoteId);
  return new Set(firsts.values());
}

function idsIn(parts: Paragraph["parts"]): Set<string> {
  const pieces = parts.flatMap((part) => (part.kind === "sentence" ? part.parts : [part]));
  return new Set(pieces.flatMap((piece) => (piece.kind === "run" ? piece.ids : [...piece.ids, ...piece.passing])));
}

const ordinalsIn = (parts: Paragraph["parts"]) =>
  parts.flatMap((part) => (part.kind === "sentence" ? [part.ordinal] : []));
