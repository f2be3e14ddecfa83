import { z } from "zod";
import { codePointLength, toCodePoint } from "#domain/anchors.ts";
import { AppError } from "#domain/errors.ts";

const position = z.object({
  type: z.literal("TextPositionSelector"),
  start: z.number().int().min(0).describe("First code point."),
  end: z.number().int().min(1).describe("Code point after the last."),
});
const quoted = z.object({
  type: z.literal("TextQuoteSelector"),
  exact: z.string().min(1).max(20_000),
  prefix: z.string().max(1_000).default("").describe("What stands right before it, where it stands more than once."),
  suffix: z.string().max(1_000).default("").describe("What stands right after it."),
});

/** Words of a document version. @see https://www.w3.org/TR/annotation-model/#selectors */
export const selector = z.discriminatedUnion("type", [position, quoted]).meta({ id: "Selector" });

/** Where the words stand, in code points. @throws AppError bad_input when they stand nowhere, or more than once. */
export function placeOf(text: string, wanted: z.output<typeof selector>): { start: number; end: number } {
  if (wanted.type === "TextPositionSelector") return { start: wanted.start, end: wanted.end };
  const { exact, prefix, suffix } = wanted;
  const whole = prefix + exact + suffix;
  const at = text.indexOf(whole);
  if (at < 0) throw new AppError("bad_input", "These words do not stand in this version. Send them letter for letter.");
  if (text.indexOf(whole, at + 1) >= 0)
    throw new AppError("bad_input", "These words stand more than once. Send what is before and after them too.");
  const start = toCodePoint(text, at + prefix.length);
  return { start, end: start + codePointLength(exact) };
}
