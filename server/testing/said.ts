import { inEnglish } from "#domain/words/english.ts";
import type { Saying } from "#domain/words/say.ts";

/** A sentence that the server leaves to its reader to say, in English; empty for none. */
export const said = (sentence: Saying | string | null | undefined): string =>
  typeof sentence === "object" && sentence !== null ? inEnglish(sentence) : (sentence ?? "");
