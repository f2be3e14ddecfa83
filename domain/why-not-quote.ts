import { codePointLength, toUtf16 } from "#domain/code-points.ts";
import { LIMITS } from "#domain/limits.ts";
import { trimmed } from "#domain/whole-characters.ts";
import type { Saying } from "#domain/words/say.ts";

/** Why these code points cannot be quoted: they do not fit the text, nothing of them is seen, or they are too many. */
export function whyNotQuote(text: string, start: number, end: number): Saying | null {
  const fits = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end;
  if (!fits || end > codePointLength(text)) return { room: "article", id: "outside_text" };
  const exact = text.slice(...trimmed(text, toUtf16(text, start), toUtf16(text, end)));
  if (!/[^\s\p{Cc}\p{Cf}]/u.test(exact)) return { room: "article", id: "select_word" };
  if (codePointLength(exact) <= LIMITS.quote) return null;
  return { room: "article", id: "quote_too_long", values: { most: LIMITS.quote } };
}
