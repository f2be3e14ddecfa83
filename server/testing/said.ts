import { type EventSaying, eventAsSaying } from "#domain/event-saying.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import { inEnglish } from "#domain/words/english.ts";
import { type Saying, saySaying } from "#domain/words/say.ts";

/** A sentence that the server leaves to its reader to say, in English; empty for none. */
export const said = (sentence: Saying | string | null | undefined): string =>
  typeof sentence === "object" && sentence !== null ? inEnglish(sentence) : (sentence ?? "");

/** The same for a reader of Arabic. */
export const saidInArabic = (sentence: Saying | null): string =>
  sentence === null ? "" : saySaying({ language: "ar", catalogue: CATALOGUES.ar }, sentence);

/** What an event of the record says in English, without who did it. */
export const summaryOf = (says: EventSaying): string => inEnglish(eventAsSaying(says, { who: "" })).trim();
