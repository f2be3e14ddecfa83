import {
  type MessageFormatElement,
  type PluralElement,
  parse,
  type SelectElement,
  TYPE,
} from "@formatjs/icu-messageformat-parser";
// By its path, because the build reads the sentences too, before it knows our aliases.
import { COUNT, type Forms, type Message, type Piece } from "./message.ts";

/**
 * Reads a sentence of the message files. Browsers never do: the build gives them sentences that are read.
 * @throws Error for what is no ICU message, and for parts of one that no sentence of ours needs, such as dates.
 */
export function readMessage(text: string): Message {
  return messageOf(parse(text));
}

function messageOf(elements: readonly MessageFormatElement[]): Message {
  const pieces = elements.map(pieceOf);
  if (pieces.length === 0) return "";
  return pieces.length === 1 && typeof pieces[0] === "string" ? pieces[0] : pieces;
}

function pieceOf(element: MessageFormatElement): Piece {
  switch (element.type) {
    case TYPE.literal:
      return element.value;
    case TYPE.pound:
      return COUNT;
    case TYPE.argument:
      return ["gap", element.value];
    case TYPE.tag:
      return ["tag", element.value, messageOf(element.children)];
    case TYPE.select:
      return ["select", element.value, formsOf(element)];
    case TYPE.plural:
      if (element.pluralType === "cardinal" && !element.offset) return ["plural", element.value, formsOf(element)];
      break;
    case TYPE.number:
      if (!element.style) return ["number", element.value];
  }
  throw new Error(`The sentences know no ${TYPE[element.type]} of this kind: “${element.value}”.`);
}

const formsOf = ({ options }: PluralElement | SelectElement): Forms =>
  Object.fromEntries(Object.entries(options).map(([form, { value }]) => [form, messageOf(value)]));
