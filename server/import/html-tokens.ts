import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

type Listener = {
  /** A piece of text, character references as their characters. */
  text: (piece: string) => void;
  open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  close?: (name: string) => void;
};

/** Of more attributes than anybody writes, the rest is not kept. */
const MOST_ATTRIBUTES = 100;
const nothing = () => {};

/** Reads HTML as it comes, without a tree and without asking what is still open: a million open tags cost as much as any text. */
export function readTokens(html: string, { text, open, close = nothing }: Listener): void {
  const cut = (start: number, end: number) => html.slice(start, end);
  let [tag, attribute, value] = ["", "", ""];
  let attributes = new Map<string, string>();
  const opened = () => open(tag, attributes);
  const listener: TokenizerCallbacks = {
    ontext: (start, end) => text(cut(start, end)),
    ontextentity: (codePoint) => text(String.fromCodePoint(codePoint)),
    onopentagname: (start, end) => {
      tag = cut(start, end).toLowerCase();
      attributes = new Map();
    },
    onattribname: (start, end) => {
      attribute = cut(start, end).toLowerCase();
      value = "";
    },
    onattribdata: (start, end) => {
      value += cut(start, end);
    },
    onattribentity: (codePoint) => {
      value += String.fromCodePoint(codePoint);
    },
    onattribend: () => {
      if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attribute)) attributes.set(attribute, value);
    },
    onopentagend: opened,
    onselfclosingtag: opened,
    onclosetag: (start, end) => close(cut(start, end).toLowerCase()),
    ...{
      oncomment: nothing,
      oncdata: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
    },
  };
  const tokenizer = new Tokenizer({ decodeEntities: true }, listener);
  tokenizer.write(html);
  tokenizer.end();
}
