import type { Say } from "#domain/words/say.ts";

/**
 * A text area turns every line end into "\n", so what it shows is not what was pasted. The exact text is kept beside it:
 * each edit of the shown text is found by comparing and carried over.
 */
export function shownText(exact: string): string {
  return exact.replace(/\r\n?/g, "\n");
}

/** What the clipboard held, and which part of the shown text it replaced. */
export type Paste = { start: number; end: number; text: string };

/** The exact text after an edit, which was a paste or any other change. */
export function carryEdit(exact: string, shown: string, paste: Paste | null): string {
  const before = shownText(exact);
  if (before === shown) return exact;
  const change = paste && isThatPaste(before, shown, paste) ? paste : difference(before, shown);
  const head = exact.slice(0, exactOffset(exact, change.start));
  return join(join(head, change.text), exact.slice(exactOffset(exact, change.end)));
}

function isThatPaste(before: string, after: string, { start, end, text }: Paste): boolean {
  return before.slice(0, start) + shownText(text) + before.slice(end) === after;
}

function difference(before: string, after: string): Paste {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** Two line ends that meet stay two: a lone "\r" before a "\n" would become one with it. */
function join(left: string, right: string): string {
  return left.endsWith("\r") && right.startsWith("\n") ? `${left}\n${right}` : left + right;
}

/** Where in the exact text a place of the shown text stands; a pair "\r\n" is never cut. */
function exactOffset(exact: string, shownOffset: number): number {
  let at = 0;
  for (let seen = 0; seen < shownOffset; seen++) at += exact.startsWith("\r\n", at) ? 2 : 1;
  return at;
}

/**
 * Reads bytes as strict UTF-8; null when they are something else. In a file a byte order mark belongs to the encoding;
 * what the page sends has none of its own.
 */
export function readUtf8(bytes: ArrayBuffer | Uint8Array, mark: "drop" | "keep"): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: mark === "keep" }).decode(bytes);
  } catch {
    return null;
  }
}

const encoder = new TextEncoder();

export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** "640 bytes", "7.1 KB", "1.9 MB". */
export function sizeInWords(say: Say<"article">, bytes: number): string {
  if (bytes < 1024) return say("size_bytes", { size: String(bytes) });
  const isLarge = bytes >= 1024 * 1024;
  const size = bytes / 1024 / (isLarge ? 1024 : 1);
  return say(isLarge ? "size_mb" : "size_kb", { size: size.toLocaleString("en", { maximumFractionDigits: 1 }) });
}
