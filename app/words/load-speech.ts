import { type Language, languageOf } from "#domain/words/languages.ts";
import type { Messages, Speech } from "#domain/words/say.ts";

/** Each language is a file of its own, so that nobody loads sentences they do not speak. The build has read all of them. */
const files: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import("#domain/words/en.ts")).en,
  ar: async () => (await import("#domain/words/ar.ts")).ar,
};

/** The message files of the language that a page says it is in. */
export async function loadSpeech(lang: string): Promise<Speech> {
  const language = languageOf(lang) ?? "en";
  return { language, catalogue: await files[language]() };
}
