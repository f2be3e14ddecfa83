import type { Language } from "#domain/words/languages.ts";
import { listing } from "#domain/words/listing.ts";
import type { MessageId, Say } from "#domain/words/say.ts";

/** What an event of the record says, kept as its parts, so that each reader hears it in their own language. */
export type EventSaying = {
  id: MessageId<"events">;
  /** What people wrote or are called, as it is. Null stands for somebody whose name is not known. */
  texts?: Record<string, string | null>;
  /** Counts, and which case of the sentence it is. */
  values?: Record<string, string | number>;
  /** The time that the sentence names, in milliseconds since 1970. */
  moment?: number;
  names?: (string | null)[];
  /** What was changed, each a part of the sentence. */
  changes?: EventSaying[];
};

type Told = { who: string; language: Language; moment: (at: number) => string };

/** The sentence as text. `who` did it. */
export function sayEvent(say: Say<"events">, event: EventSaying, told: Told): string {
  const { id, texts = {}, values, moment, names = [], changes = [] } = event;
  const known = (text: string | null) => text ?? say("somebody");
  const list = listing(told.language);
  return say(id, {
    ...values,
    ...Object.fromEntries(Object.entries(texts).map(([gap, text]) => [gap, known(text)])),
    who: told.who,
    moment: moment === undefined ? "" : told.moment(moment),
    names: list.format(names.map(known)),
    changes: list.format(changes.map((one) => sayEvent(say, one, told))),
  });
}
