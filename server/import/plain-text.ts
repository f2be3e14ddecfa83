import { readTokens } from "#server/import/html-tokens.ts";

const MARKUP =
  /<\/?(?:p|br|span|div|b|i|em|strong|a|ul|ol|li|h[1-6]|u|sup|sub|font|blockquote)\b[^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d{0,2});/i;
const BLOCK = new Set(["p", "br", "div", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"]);
/** Control characters but for tab and line ends. */
const UNSEEN = /(?![\t\n\r])\p{Cc}/gu;

export const hasMarkup = (text: string): boolean => MARKUP.test(text);

/** HTML is sometimes escaped more than once; so often it is taken out. */
const MOST_TIMES = 8;

/** The words of a text in which HTML was left: without tags, its character references as the characters. */
export function withoutMarkup(text: string): string {
  let words = text;
  for (let times = 0; times < MOST_TIMES && hasMarkup(words); times++) words = wordsIn(words);
  return words;
}

function wordsIn(html: string): string {
  const pieces: string[] = [];
  readTokens(html, {
    text: (piece) => void pieces.push(piece),
    open: (name) => {
      if (BLOCK.has(name)) pieces.push(" ");
    },
  });
  return pieces
    .join("")
    .replace(/[ \t\u00a0]+/g, " ")
    .trim();
}

export const hasUnseen = (text: string): boolean => text.search(UNSEEN) >= 0;
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, "");
