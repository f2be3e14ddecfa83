import { AppError, type ErrorKind } from "#domain/errors.ts";
import { inEnglish } from "#domain/words/english.ts";
import type { MessageId, Room, Saying, Values } from "#domain/words/say.ts";

/** The names of the fields that a refusal is about, each with its own sentence. */
export type FieldSayings = Record<string, Saying | string>;
type Detail = Record<string, unknown> & { fields?: FieldSayings };

/**
 * A refusal whose sentence stands in the message files: said in the language of whoever reads it, and in English where
 * it is logged. `detail.fields` may hold a sentence of its own for each field.
 */
export function refusal<R extends Room>(
  kind: ErrorKind,
  room: R,
  id: MessageId<R>,
  values?: Values,
  detail: Detail = {},
): AppError {
  return refusalOf(kind, { room, id, ...(values && { values }) } as Saying, detail);
}

/** The same for a sentence that is there already: the reason why something cannot be done. */
export function refusalOf(kind: ErrorKind, saying: Saying, detail: Detail = {}): AppError {
  return new AppError(kind, inEnglish(saying), detail, saying);
}

/** A sentence as text, for a schema, whose messages are strings. `sayingIn` reads it back. */
export function asMessage<R extends Room>(room: R, id: MessageId<R>, values?: Values): string {
  return JSON.stringify({ room, id, ...(values && { values }) });
}

/** The sentence that a schema's message stands for; the message itself where it is plain text. */
export function sayingIn(message: string): Saying | string {
  if (!message.startsWith('{"room":')) return message;
  return JSON.parse(message) as Saying;
}
