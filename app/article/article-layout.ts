import { codePointLength, segmentsOf, toUtf16 } from "#domain/anchors.ts";
import { codePointReader } from "#domain/code-points.ts";
import type { Span } from "#domain/sentences.ts";

/** Words as they stand in the text, all under the same claims. Offsets are code points of the whole text. */
export type Run = { kind: "run"; start: number; text: string; ids: string[] };
/** The place just after the last word of some marks, and those that go on from there. */
export type End = { kind: "end"; ids: string[]; passing: string[] };
export type Sentence = { kind: "sentence"; ordinal: number; parts: (Run | End)[] };
export type Paragraph = { start: number; parts: (Sentence | Run | End)[] };

type MarkSpan = Span & { id: string };

/** What ends a line is not shown as a character, so it stands in no run; a NUL would be dropped by the HTML parser. */
const LINE = /[^\n\v\f\r\u0085\u2028\u2029\0]+/g;

/**
 * Sets an exact text as paragraphs of sentences of runs. The runs together hold every character but the line ends, each
 * with the offset of its first one, so that a place on the screen can be told as a place in the text.
 */
export function layOut(text: string, sentences: readonly Span[], marks: readonly MarkSpan[]): Paragraph[] {
  const lines = linesOf(text);
  const homes = endsByLine(lines, marks);
  let next = 0;
  return lines.map((line, index) => {
    while (next < sentences.length && (sentences[next]?.end ?? 0) <= line.start) next++;
    const first = next;
    while (next < sentences.length && (sentences[next]?.end ?? 0) <= line.end) next++;
    const near = marks.filter((mark) => mark.start < line.end && mark.end > line.start);
    return paragraph(line, chunksOf(line, sentences.slice(first, next + 1), first), near, homes.get(index) ?? []);
  });
}

type Line = Span & { text: string };

function linesOf(text: string): Line[] {
  const toCodePoint = codePointReader(text);
  return Array.from(text.matchAll(LINE))
    .filter((match) => match[0].trim() !== "")
    .map((match) => {
      const start = toCodePoint(match.index);
      return { start, end: start + codePointLength(match[0]), text: match[0] };
    });
}

/** Where each mark ends: in the last line that it reaches, at its end or at the line's, whichever comes first. */
function endsByLine(lines: readonly Line[], marks: readonly MarkSpan[]): Map<number, { at: number; id: string }[]> {
  const homes = new Map<number, { at: number; id: string }[]>();
  for (const mark of marks) {
    const index = lines.findLastIndex((line) => line.start < mark.end);
    const line = lines[index];
    if (line) homes.set(index, [...(homes.get(index) ?? []), { at: Math.min(mark.end, line.end), id: mark.id }]);
  }
  return homes;
}

type Chunk = Span & { ordinal: number | null };

/** The sentences of a line and what stands between them. */
function chunksOf(line: Line, sentences: readonly Span[], first: number): Chunk[] {
  const chunks: Chunk[] = [];
  let at = line.start;
  for (const [index, { start, end }] of sentences.entries()) {
    if (start >= line.end) break;
    if (start > at) chunks.push({ start: at, end: start, ordinal: null });
    chunks.push({ start: Math.max(start, at), end: Math.min(end, line.end), ordinal: first + index });
    at = Math.min(end, line.end);
  }
  if (at < line.end) chunks.push({ start: at, end: line.end, ordinal: null });
  return chunks;
}

function paragraph(
  line: Line,
  chunks: readonly Chunk[],
  marks: readonly MarkSpan[],
  ends: readonly { at: number; id: string }[],
): Paragraph {
  const take = reader(line.text);
  const parts = chunks.flatMap((chunk): Paragraph["parts"] => {
    const inside = partsOf(chunk, marks, ends, take);
    return chunk.ordinal === null ? inside : [{ kind: "sentence", ordinal: chunk.ordinal, parts: inside }];
  });
  return { start: line.start, parts };
}

function partsOf(
  chunk: Chunk,
  marks: readonly MarkSpan[],
  ends: readonly { at: number; id: string }[],
  take: (count: number) => string,
): (Run | End)[] {
  const { start } = chunk;
  const near = marks
    .filter((mark) => mark.start < chunk.end && mark.end > start)
    .map((mark) => ({ id: mark.id, start: mark.start - start, end: mark.end - start }));
  const stops = ends
    .filter((end) => end.at > start && end.at < chunk.end)
    .map(({ at, id }) => ({ id: `end:${id}`, start: 0, end: at - start }));
  return segmentsOf(chunk.end - start, [...near, ...stops]).flatMap((segment): (Run | End)[] => {
    const run: Run = {
      kind: "run",
      start: start + segment.start,
      text: take(segment.end - segment.start),
      ids: segment.ids.filter((id) => !id.startsWith("end:")),
    };
    const at = start + segment.end;
    const ids = ends.filter((end) => end.at === at).map((end) => end.id);
    const passing = marks.filter((mark) => mark.start < at && mark.end > at && !ids.includes(mark.id));
    return ids.length === 0 ? [run] : [run, { kind: "end", ids, passing: passing.map((mark) => mark.id) }];
  });
}

/** Reads a text from its beginning in portions of so many code points. */
function reader(text: string): (count: number) => string {
  let at = 0;
  return (count) => {
    const rest = text.slice(at);
    const width = toUtf16(rest, count);
    at += width;
    return rest.slice(0, width);
  };
}
