import type { IncomingHttpHeaders } from "node:http";
import { parseCookie } from "cookie";
import { type Language, languageOf, wishedLanguage } from "#domain/words/languages.ts";

const NAME = "assay-language";
const YEAR = 365 * 24 * 60 * 60;

/** The language that was chosen on this browser, else the first of ours that the browser asks for, else English. */
export function readLanguage(headers: IncomingHttpHeaders): Language {
  const chosen = languageOf(parseCookie(headers.cookie ?? "")[NAME]);
  return chosen ?? wishedLanguage(headers["accept-language"] ?? "");
}

/** The Set-Cookie header that keeps the choice of a language for a year. */
export function languageCookie(language: Language): string {
  return `${NAME}=${language}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax`;
}
