import { IntlMessageFormat } from "intl-messageformat";
import type { en } from "#domain/words/en.ts";
import { unitList } from "#domain/words/formats.ts";
import { LANGUAGE, type Language } from "#domain/words/languages.ts";

/** The message files of one language: rooms of the product, each with its sentences by name. */
export type Catalogue = { [R in Room]: { [Id in MessageId<R>]: string } };
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
export type Speech = { language: Language; catalogue: Catalogue };

/**
 * Says one sentence.
 * @throws Error when a gap has no value: a sentence with a hole is never shown.
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export function say<R extends Room>(speech: Speech, room: R, id: MessageId<R>, values?: Values): string {
  return String(message(speech, room, id).format(values && filled(speech, values)));
}

/** The same in pieces, where a gap takes something other than text, such as an element of the screen. */
export function sayParts<R extends Room, Piece>(
  speech: Speech,
  room: R,
  id: MessageId<R>,
  values: Record<string, Piece | string | number | ((inside: (Piece | string)[]) => Piece)>,
): (Piece | string)[] {
  const said = message(speech, room, id).format(values as never) as Piece | string | (Piece | string)[];
  return Array.isArray(said) ? said : [said];
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

const parsed = new WeakMap<Catalogue, Map<string, IntlMessageFormat>>();

/** Parsing a sentence takes longer than filling it in, so it is done once for each. */
function message<R extends Room>({ language, catalogue }: Speech, room: R, id: MessageId<R>): IntlMessageFormat {
  const known = parsed.get(catalogue) ?? new Map<string, IntlMessageFormat>();
  parsed.set(catalogue, known);
  const key = `${room}.${id}`;
  const found = known.get(key) ?? new IntlMessageFormat(catalogue[room][id], LANGUAGE[language].locale);
  known.set(key, found);
  return found;
}
