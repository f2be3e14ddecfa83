import type { Language } from "#domain/words/languages.ts";
import type { Messages } from "#domain/words/say.ts";
import type { SplitWords } from "../../scripts/words/split-words.ts";

/** The scripts that give a page its sentences: where each room is, and those that it needs before it answers. */
export type PageWords = { importMap: string; firstWords: string };

/** Where all sentences are already. */
export const NO_FILES: PageWords = { importMap: "{}", firstWords: "" };

/** What a page of these routes needs, and what was said on it besides, in the files of its language. */
export function pageWords(
  split: SplitWords | null,
  language: Language,
  routes: readonly string[],
  said: Iterable<string>,
): PageWords {
  if (!split) return NO_FILES;
  const files = split.files[language];
  const rooms = [...["entry", ...routes].flatMap((route) => split.rooms[route] ?? []), ...said];
  const first = new Set(rooms.flatMap((room) => files[room] ?? []));
  return {
    importMap: JSON.stringify({ imports: inMap(files) }),
    firstWords: `assayWordsReady=Promise.all([${[...first].map((file) => `import("${file}")`)}])`,
  };
}

const inMap = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([room, file]) => [`words/${room}`, file]));

/** A catalogue that notes which of its rooms were said. */
export function noting(catalogue: Messages, said: Set<string>): Messages {
  return new Proxy(catalogue, {
    get(rooms, room) {
      said.add(String(room));
      return Reflect.get(rooms, room);
    },
  });
}
