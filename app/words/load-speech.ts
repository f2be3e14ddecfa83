import { type LateRooms, lateRooms } from "#app/words/late-rooms.ts";
import { type Language, languageOf } from "#domain/words/languages.ts";
import type { Messages } from "#domain/words/say.ts";

/** For development, where nothing is split. */
const whole: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import("#domain/words/en.ts")).en,
  ar: async () => (await import("#domain/words/ar.ts")).ar,
};

/** The sentences that the page was written with, in the language that it says it is in. Others come with what says them. */
export async function loadSpeech(lang: string): Promise<{ language: Language; rooms: LateRooms }> {
  const language = languageOf(lang) ?? "en";
  if (import.meta.env.DEV) globalThis.assayWords = await whole[language]();
  await globalThis.assayWordsReady;
  return { language, rooms: lateRooms(() => globalThis.assayWords ?? {}, fetchUnforeseen) };
}

/** The build finds what each part of the product says; what the server says besides is named in `useSaying`. */
function fetchUnforeseen(room: string): Promise<unknown> {
  reportError(new Error(`Nothing on this page names “words/${room}”.`));
  return import(/* @vite-ignore */ `words/${room}`);
}
