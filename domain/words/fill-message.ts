import { numberFormat, pluralRules } from "#domain/words/formats.ts";
import { COUNT, type Forms, type Gap, type Message } from "#domain/words/message.ts";

/** What the gaps are filled with; a tag by what it makes of the words in it. */
export type Fillings = { readonly [gap: string]: unknown };
type Filled = readonly unknown[];
type Filling = { values: Fillings; locale: string; count: number | null };

/**
 * The pieces of a sentence with its gaps filled: strings, and between them what was given for a gap as something else.
 * @throws Error when a gap has no value: a sentence with a hole is never shown.
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export function fillMessage(message: Message, values: Fillings, locale: string): unknown[] {
  return joined(filled(message, { values, locale, count: null }));
}

function filled(message: Message, filling: Filling): Filled {
  if (typeof message === "string") return [message];
  return message.flatMap((piece) => {
    if (typeof piece === "string") return [piece];
    if (piece === COUNT) return filling.count === null ? [] : [numberFormat(filling.locale).format(filling.count)];
    return filledGap(piece, filling);
  });
}

function filledGap([kind, name, inside]: Gap, filling: Filling): Filled {
  const { values, locale } = filling;
  const value = given(values, name);
  if (kind === "gap") return [shown(value)];
  if (kind === "number") return [numberFormat(locale).format(value as number)];
  if (kind === "tag") return tagged(value, joined(filled(inside, filling)), name);
  if (kind === "select") return filled(formOf(inside, [String(value)]), { ...filling, count: null });
  const count = Number(value);
  return filled(formOf(inside, [`=${count}`, pluralRules(locale).select(count)]), { ...filling, count });
}

function given(values: Fillings, name: string): unknown {
  if (!Object.hasOwn(values, name)) throw new Error(`The sentence has a gap “${name}”, and nothing was given for it.`);
  return values[name];
}

/** Nothing at all leaves no trace in a sentence. */
const shown = (value: unknown) =>
  typeof value === "number" ? String(value) : value === null || value === undefined || value === false ? "" : value;

function tagged(value: unknown, inside: unknown[], name: string): Filled {
  if (typeof value !== "function")
    throw new Error(`The sentence has a tag “${name}”, and no function was given for it.`);
  return [value(inside)].flat();
}

/** A sentence is not read without a form for all other cases. */
const formOf = (forms: Forms, wanted: readonly string[]): Message =>
  forms[wanted.find((one) => Object.hasOwn(forms, one)) ?? "other"] as Message;

/** Strings that stand beside one another are one, and one without a letter is none. */
function joined(pieces: Filled): unknown[] {
  const result: unknown[] = [];
  for (const piece of pieces) {
    if (piece === "") continue;
    const before = result.at(-1);
    if (typeof piece === "string" && typeof before === "string") result[result.length - 1] = before + piece;
    else result.push(piece);
  }
  return result;
}
