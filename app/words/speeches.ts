import type { Language } from "#domain/words/languages.ts";
import type { Speech } from "#domain/words/say.ts";

const kept = new Map<Language, Speech>();

/** Keeps a language for what is said outside of components. The server keeps all of them, a browser that of its page. */
export function keepSpeech(speech: Speech): void {
  kept.set(speech.language, speech);
}

/** This language; in a browser always that of the page, since it has no other. */
export function speechOf(language?: Language): Speech {
  const [first] = kept.values();
  const found = (language && kept.get(language)) ?? first;
  if (!found) throw new Error("No language is loaded.");
  return found;
}
