/** The languages that the screens speak, and offer. A card, a quote or an article may be in any other. */
export const LANGUAGES = ["en", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a language is called in itself, which way it runs, and how it writes dates and numbers. */
export const LANGUAGE: Record<Language, { name: string; dir: "ltr" | "rtl"; locale: string }> = {
  en: { name: "English", dir: "ltr", locale: "en-GB" },
  // Latin digits: figures and references are compared with sources, which have them. Times by 24 hours, as in English.
  ar: { name: "العربية", dir: "rtl", locale: "ar-u-hc-h23-nu-latn" },
};

/** The language of this tag, else null. */
export function languageOf(value: unknown): Language | null {
  return LANGUAGES.find((one) => one === value) ?? null;
}

/** No browser asks for more than fits here. */
const LONGEST_WISH = 500;

/**
 * The first of ours that a browser asks for, in the order of its wishes; English when it asks for none.
 * @see RFC 9110 §12.5.4
 */
export function wishedLanguage(acceptLanguage: string): Language {
  const wishes = acceptLanguage
    .slice(0, LONGEST_WISH)
    .split(",")
    .map((wish) => {
      const [tag = "", quality] = wish.trim().split(/\s*;\s*q=/);
      return { tag: tag.toLowerCase().split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { tag } of wishes) {
    const language = languageOf(tag);
    if (language) return language;
  }
  return "en";
}
