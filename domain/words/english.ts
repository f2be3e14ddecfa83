import { CATALOGUES } from "#domain/words/catalogues.ts";
import { type Room, type Say, type Saying, say, saySaying } from "#domain/words/say.ts";

const speech = { language: "en", catalogue: CATALOGUES.en } as const;

/** Says the sentences of a room in English: for logs, and for what is read by no one person. */
export const english =
  <R extends Room>(room: R): Say<R> =>
  (id, values) =>
    say(speech, room, id, values);

export const inEnglish = (saying: Saying | string): string =>
  typeof saying === "string" ? saying : saySaying(speech, saying);
