import type { Scale } from "#domain/scales.ts";

/** What ends a rating that was put before a statement: "False: …", "False. …", "(False) …", "False – …", or the end. */
const END = '(?:\\s*[:;,.!?،؛؟。：\\])”"’]|\\s+[-–—]|—|\\s*$)';

/**
 * The label that a statement is, or begins with as with a verdict, or null. A statement is the neutral wording that is
 * rated; "False alarms rose by a third" only begins with the same word.
 */
export function ratingInStatement(statement: string, scale: Scale | null): string | null {
  const given = statement.trim();
  const begins = ({ label }: { label: string }) =>
    label.trim() !== "" && new RegExp(`^["'“‘\\[(]*${escaped(label.trim())}${END}`, "iu").test(given);
  return scale?.ratings.find(begins)?.label ?? null;
}

/** What comes before a rating that was put after a statement: "… (False)", "… – false", "…: False". */
const SEPARATOR = "(?:[\\[(]|\\s[-–—]+\\s*|—|[:;؛：|]\\s*)";

/** The label that stands after a statement as its rating, or null. "The minister's claim is false" is part of the wording. */
export function ratingAfterStatement(statement: string, scale: Scale | null): string | null {
  const ends = ({ label }: { label: string }) =>
    label.trim() !== "" &&
    new RegExp(`${SEPARATOR}["'“‘]*${escaped(label.trim())}["'”’)\\].!]*$`, "iu").test(statement.trim());
  return scale?.ratings.find(ends)?.label ?? null;
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
