import { safeHref } from "#domain/safe-href.ts";
import { html, type Markup } from "#server/export/html.ts";
import { hasOwnMarks, oneLine, readable } from "#server/export/safe-text.ts";
import { sentence, type Voice } from "#server/public/voice.ts";

type Words = Markup | string;
export type Part = Words | null;

type Join = (before: Words, next: Words) => Markup;

const joined = (parts: readonly Part[], join: Join): Part =>
  parts.filter(Boolean).reduce<Part>((before, next) => (before && next ? join(before, next) : next), null);

/** The parts that are known, one after the other. */
export const inOneLine = (voice: Voice, parts: readonly Part[]): Part =>
  joined(parts, (before, next) => sentence(voice, "release", "and_then", { before, next }));

/** What people wrote, where it is known, each in its own direction and with the comma of the page's language. */
export const listed = (voice: Voice, texts: readonly string[]): Part =>
  joined(
    texts.map((text) => oneLine(text) && html`<bdi>${oneLine(text)}</bdi>`),
    (before, next) => sentence(voice, "published", "and_next", { before, next }),
  );

/** The browser puts the quotation marks, unless the words bring their own. */
export const quotation = (words: string): Markup =>
  html`<q${hasOwnMarks(words) && html` class="own"`}>${readable(words)}</q>`;

/** A link out of the site; on paper its address stands behind it. The words alone where the address may be none. */
export const out = (text: string, address: string): Markup =>
  leadOut(html`<bdi>${oneLine(text || address)}</bdi>`, address);

/** The same around words of a sentence. */
export function leadOut(words: Words | Words[], address: string): Markup {
  const href = safeHref(address);
  return href ? html`<a class="out" href="${href}" rel="noopener noreferrer nofollow">${words}</a>` : html`${words}`;
}
