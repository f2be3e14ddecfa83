import { LANGUAGE, type Language } from "#domain/words/languages.ts";

/** How a language writes things that stand beside one another: "Ana, Bo". */
export const listing = (language: Language): Intl.ListFormat =>
  new Intl.ListFormat(LANGUAGE[language].locale, { type: "unit", style: "long" });
