import { CATALOGUES } from "#domain/words/catalogues.ts";
import { LANGUAGE, type Language } from "#domain/words/languages.ts";
import { type Say, type Saying, say, saySaying } from "#domain/words/say.ts";

/** What a letter is said with. */
export type LetterSpeech = { say: Say<"mail">; sayIt: (saying: Saying) => string; locale: string };

/** The language of the one who gets the letter; English while it is not known. */
export function speechFor({ language }: { language: Language | null }): LetterSpeech {
  const known = language ?? "en";
  const speech = { language: known, catalogue: CATALOGUES[known] };
  return {
    say: (id, values) => say(speech, "mail", id, values),
    sayIt: (saying) => saySaying(speech, saying),
    locale: LANGUAGE[known].locale,
  };
}
