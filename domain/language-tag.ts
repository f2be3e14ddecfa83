/** The languages that people here read names in; every language is also known by its own name. */
const NAMED_IN = ["en", "ar", "fr", "es"] as const;
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

let tagsByName: ReadonlyMap<string, string> | null = null;

/**
 * The canonical BCP 47 tag of what somebody wrote as a language: a tag ("pt-br" → "pt-BR") or a name in English, Arabic,
 * French, Spanish or the language itself ("Deutsch" → "de"). Null where it is neither, also where it only looks like a tag.
 */
export function languageTag(written: string): string | null {
  const wanted = written.trim();
  return knownTag(wanted) ?? named(wanted);
}

function knownTag(tag: string): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    const language = canonical && new Intl.Locale(canonical).language;
    return language && nameOf(language, "en") ? canonical : null;
  } catch {
    return null;
  }
}

function named(name: string): string | null {
  tagsByName ??= new Map(twoLetterTags().flatMap((tag) => namesOf(tag).map((one) => [fold(one), tag])));
  return tagsByName.get(fold(name)) ?? null;
}

const twoLetterTags = () =>
  LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter((tag) => nameOf(tag, "en"));

const namesOf = (tag: string): string[] => [...NAMED_IN, tag].flatMap((locale) => nameOf(tag, locale) ?? []);

/** Undefined where there is no such language. */
const nameOf = (tag: string, locale: string): string | undefined =>
  new Intl.DisplayNames(locale, { type: "language", fallback: "none" }).of(tag);

const fold = (name: string): string => name.normalize("NFC").toLowerCase();
