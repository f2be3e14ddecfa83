import type { en } from "#domain/words/en.ts";
import { fillMessage } from "#domain/words/fill-message.ts";
import { unitList } from "#domain/words/formats.ts";
import { LANGUAGE, type Language } from "#domain/words/languages.ts";
import type { Message } from "#domain/words/message.ts";

/** The message files of one language: rooms of the product, each with its sentences by name, in ICU's notation. */
export type Catalogue = { [R in Room]: { [Id in MessageId<R>]: string } };
/** The same when they have been read. */
export type Messages = { [R in Room]: { [Id in MessageId<R>]: Message } };
export type Room = keyof typeof en;
export type MessageId<R extends Room> = keyof (typeof en)[R] & string;

/**
 * What fills the gaps of a sentence. Plurals go by numbers; numbers and moments are written as the language does; a
 * sentence in the gap of another, such as the word for a status, is said in the same language; several things are listed.
 */
export type Values = { [gap: string]: string | number | Moment | Saying | readonly (string | Saying)[] };

/** Milliseconds since 1970: said in UTC, for a reader whose clock is not known. */
export type Moment = { moment: number };

/** Says the sentences of one room. */
export type Say<R extends Room> = (id: MessageId<R>, values?: Values) => string;

/** A sentence that is said later, in the language of whoever reads it. Plain JSON. */
export type Saying = { [R in Room]: { room: R; id: MessageId<R>; values?: Values } }[Room];

/** One language with its message files. */
export type Speech = { language: Language; catalogue: Messages };

/**
 * Says one sentence.
 * @throws Error when a gap has no value: a sentence with a hole is never shown.
 */
export function say<R extends Room>(speech: Speech, room: R, id: MessageId<R>, values: Values = {}): string {
  const message = speech.catalogue[room][id];
  if (typeof message === "string") return message;
  return fillMessage(message, filled(speech, values), LANGUAGE[speech.language].locale).join("");
}

/** The same in pieces, where a gap takes something other than text, such as an element of the screen. */
export function sayParts<R extends Room, Piece>(
  { catalogue, language }: Speech,
  room: R,
  id: MessageId<R>,
  values: Record<string, Piece | string | number | ((inside: (Piece | string)[]) => Piece)>,
): (Piece | string)[] {
  return fillMessage(catalogue[room][id], values, LANGUAGE[language].locale) as (Piece | string)[];
}

/** Says a sentence that was kept for later. */
export function saySaying(speech: Speech, { room, id, values }: Saying): string {
  return say(speech, room, id as never, values);
}

function filled(speech: Speech, values: Values) {
  return Object.fromEntries(Object.entries(values).map(([gap, value]) => [gap, text(speech, value)]));
}

function text(speech: Speech, value: Values[string]): string | number {
  if (typeof value !== "object") return value;
  if ("room" in value) return saySaying(speech, value);
  if ("moment" in value) return say(speech, "times", "utc", { time: timesOf(speech.language).format(value.moment) });
  return unitList(LANGUAGE[speech.language].locale).format(value.map((one) => String(text(speech, one))));
}

const timesOf = (language: Language) =>
  new Intl.DateTimeFormat(LANGUAGE[language].locale, {
    ...{ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC" },
  });
