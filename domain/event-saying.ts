import type { MessageId, Moment, Saying, Values } from "#domain/words/say.ts";

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

type Told = { who: string | Saying; moment?: (at: number) => string | Moment };

/** The event as one sentence, to be said later or in the gap of another. `who` did it; `moment` writes a time that it names. */
export function eventAsSaying(event: EventSaying, { who, moment: inWords = inUtc }: Told): Saying {
  const { id, texts = {}, values, moment, names = [], changes = [] } = event;
  const known = (text: string | null): string | Saying => text ?? { room: "events", id: "somebody" };
  const filled: Values = {
    ...values,
    ...Object.fromEntries(Object.entries(texts).map(([gap, text]) => [gap, known(text)])),
    who,
    moment: moment === undefined ? "" : inWords(moment),
    names: names.map(known),
    changes: changes.map((one) => eventAsSaying(one, { who: "", moment: inWords })),
  };
  return { room: "events", id, values: filled };
}

const inUtc = (moment: number): Moment => ({ moment });
