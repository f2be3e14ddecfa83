import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOut, type Paragraph, type Run } from "#app/article/article-layout.ts";
import { codePointLength } from "#domain/anchors.ts";
import { splitSentences } from "#domain/sentences.ts";

const text = "😀 The ministry said 120 fled.\r\n\r\nThe council said “up to 1,500” left. Nobody knows.";
const runsOf = (paragraphs: readonly Paragraph[]): Run[] =>
  paragraphs
    .flatMap((one) => one.parts.flatMap((part) => (part.kind === "sentence" ? part.parts : [part])))
    .filter((part) => part.kind === "run");
const at = (words: string, id: string) => {
  const start = codePointLength(text.slice(0, text.indexOf(words)));
  return { id, start, end: start + codePointLength(words) };
};
const shape = (paragraphs: readonly Paragraph[]) =>
  paragraphs.map((one) =>
    one.parts.map((part) => (part.kind === "sentence" ? `<${part.parts.map(brief).join("")}>` : brief(part))).join(""),
  );
const brief = (part: Paragraph["parts"][number]): string =>
  part.kind === "run"
    ? part.ids.length
      ? `[${part.text}|${part.ids}]`
      : part.text
    : part.kind === "end"
      ? `(${[...part.ids, ...part.passing.map((id) => `${id}…`)]})`
      : "";

describe("an article set from its exact text", () => {
  test("each line is a paragraph, its sentences are told apart, line ends are no characters of it", () => {
    const set = layOut(text, splitSentences(text), []);
    expect(shape(set)).toEqual([
      "<😀 The ministry said 120 fled.>",
      "<The council said “up to 1,500” left.> <Nobody knows.>",
    ]);
  });

  test("overlapping claims are cut at every boundary and each is numbered after its last word", () => {
    const set = layOut(text, splitSentences(text), [at("ministry said 120", "a"), at("120 fled.", "b")]);
    expect(shape(set)[0]).toBe("<😀 The [ministry said |a][120|a,b](a,b…)[ fled.|b](b)>");
  });

  test("[AR1] of three that lie in one another each is numbered at its end, and those around it are named there", () => {
    const marks = [at("The ministry said 120 fled.", "a"), at("ministry said 120", "b"), at("said", "c")];
    expect(shape(layOut(text, splitSentences(text), marks))[0]).toBe(
      "<😀 [The |a][ministry |a,b][said|a,b,c](c,a…,b…)[ 120|a,b](b,a…)[ fled.|a](a)>",
    );
  });

  test("[AR1] claims that end at one place stand there together, each once", () => {
    const marks = [at("said 120 fled.", "a"), at("fled.", "b")];
    expect(shape(layOut(text, splitSentences(text), marks))[0]).toBe("<😀 The ministry [said 120 |a][fled.|a,b](a,b)>");
  });

  test("a claim across paragraphs is marked in both and numbered once", () => {
    const set = layOut(text, splitSentences(text), [at("120 fled.\r\n\r\nThe council", "a")]);
    expect(shape(set)).toEqual([
      "<😀 The ministry said [120 fled.|a]>",
      "<[The council|a](a) said “up to 1,500” left.> <Nobody knows.>",
    ]);
  });

  test("a claim that ends inside a line end is numbered at the end of the line", () => {
    const mark = at("fled.\r\n", "a");
    expect(shape(layOut(text, splitSentences(text), [mark]))[0]).toBe("<😀 The ministry said 120 [fled.|a](a)>");
  });

  test("every run stands where it says, and together they hold the text but for its line ends", () => {
    const pieces = fc.array(
      fc.constantFrom("a", "Z.", " ", "\n", "\r\n", "\r", "😀", "e\u0301", "ب", "?", "\0", "\u2028"),
      { maxLength: 60 },
    );
    const spans = fc.array(fc.tuple(fc.nat(70), fc.nat(70)), { maxLength: 5 });
    fc.assert(
      fc.property(pieces, spans, (parts, ranges) => {
        const given = parts.join("");
        const points = [...given];
        const marks = ranges.map(([start, width], index) => ({ id: `m${index}`, start, end: start + width + 1 }));
        const runs = runsOf(layOut(given, splitSentences(given), marks));
        for (const run of runs)
          expect(points.slice(run.start, run.start + codePointLength(run.text)).join("")).toBe(run.text);
        const shown = runs.map((run) => run.text).join("");
        expect(shown.replace(/\s/g, "")).toBe(given.replace(/[\s\0]/g, ""));
      }),
    );
  });
});
