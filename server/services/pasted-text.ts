import type { AppError } from "#domain/errors.ts";
import { languageTag } from "#domain/language-tag.ts";
import { LIMITS } from "#domain/limits.ts";
import { safeHref } from "#domain/safe-href.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { MessageId, Values } from "#domain/words/say.ts";

/** What somebody pasted: the text exactly as it came, and where it came from. */
export type Pasted = {
  title: string;
  originUrl: string;
  outlet: string;
  publishedOn: string;
  language: string;
  text: string;
};

/** The refusal of an article in more pieces than a page can show. */
export const tooManySentences = (): AppError =>
  refused("text", "refuse_too_many", { limit: LIMITS.sentences.toLocaleString("en") });

/** A refusal that stands at its field too. */
function refused(field: keyof Pasted, id: MessageId<"article">, values: Values = {}): AppError {
  return refusal("bad_input", "article", id, values, { fields: { [field]: { room: "article", id, values } } });
}

/**
 * What was pasted, its language as a tag.
 * @throws AppError bad_input, naming the field, when the text is empty, too large or not text.
 */
export function goodText(pasted: Pasted, maxBytes: number): Pasted {
  const { title, originUrl, language, text } = pasted;
  if (title.trim() === "") throw refused("title", "refuse_title_empty");
  if ([...title].length > LIMITS.title) throw refused("title", "paste_title_long", { limit: LIMITS.title });
  if (text.trim() === "") throw refused("text", "refuse_text_empty");
  if (text.includes("\u0000") || !text.isWellFormed()) throw refused("text", "refuse_not_text");
  const bytes = Buffer.byteLength(text);
  const sizes = { size: Math.ceil(bytes / 1024), limit: Math.floor(maxBytes / 1024) };
  if (bytes > maxBytes) throw refused("text", "refuse_too_large", sizes);
  if (linesOf(text) > LIMITS.sentences) throw tooManySentences();
  if (originUrl !== "" && safeHref(originUrl) === null) throw refused("originUrl", "refuse_address");
  const tag = language === "" ? "" : languageTag(language);
  if (tag === null) throw refused("language", "paste_language_tag");
  return { ...pasted, language: tag };
}

/** As the splitting into sentences counts them, which would take seconds for so many. */
function linesOf(text: string): number {
  return text.match(/[^\n\v\f\r\u0085\u2028\u2029]+/g)?.length ?? 0;
}
