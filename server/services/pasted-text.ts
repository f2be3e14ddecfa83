import { AppError } from "#domain/errors.ts";
import { LIMITS } from "#domain/limits.ts";
import { safeHref } from "#domain/safe-href.ts";

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
export function tooManySentences(): AppError {
  const message = `One article may have ${LIMITS.sentences.toLocaleString("en")} sentences or lines. Split it into several documents.`;
  return new AppError("bad_input", message, { fields: { text: message } });
}

/** @throws AppError bad_input, naming the field, when the text is empty, too large or not text. */
export function demandGoodText({ title, originUrl, language, text }: Pasted, maxBytes: number): void {
  const refuse = (field: string, message: string) => {
    throw new AppError("bad_input", message, { fields: { [field]: message } });
  };
  if (title.trim() === "") refuse("title", "Give the article a title, as its outlet printed it.");
  if ([...title].length > LIMITS.title) refuse("title", `A title may have ${LIMITS.title} characters at most.`);
  if (text.trim() === "")
    refuse("text", "Paste the article's text. Nothing was saved, because there was nothing to keep.");
  if (text.includes("\u0000") || !text.isWellFormed())
    refuse(
      "text",
      "This is not plain text: it holds characters that no article has. Copy the text again from the page.",
    );
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes)
    refuse(
      "text",
      `This text has ${Math.ceil(bytes / 1024)} KiB, and one article may have ${Math.floor(maxBytes / 1024)} KiB. Split it into several documents.`,
    );
  if (linesOf(text) > LIMITS.sentences) throw tooManySentences();
  if (originUrl !== "" && safeHref(originUrl) === null)
    refuse("originUrl", "Write the full address, beginning with https:// or http://.");
  if (language !== "" && !isLanguageTag(language))
    refuse("language", "Write a language tag such as en, ar or pt-BR, or leave it empty.");
}

/** As the splitting into sentences counts them, which would take seconds for so many. */
function linesOf(text: string): number {
  return text.match(/[^\n\v\f\r\u0085\u2028\u2029]+/g)?.length ?? 0;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
