import { ar } from "#domain/words/ar.ts";
import { en } from "#domain/words/en.ts";
import type { Language } from "#domain/words/languages.ts";
import type { Message } from "#domain/words/message.ts";
import { readMessage } from "#domain/words/read-message.ts";
import type { Catalogue, Messages } from "#domain/words/say.ts";

/** All languages at once: for the server. The browser loads the one that it speaks, in which the build has read each sentence. */
export const CATALOGUES: Record<Language, Messages> = {
  // Without this mark the build keeps both languages in every script that could refuse something.
  en: /* @__PURE__ */ readWhenSaid(en),
  ar: /* @__PURE__ */ readWhenSaid(ar),
};

/** Reading four thousand sentences would take a tenth of a second of every start. */
function readWhenSaid(texts: Catalogue): Messages {
  const rooms = Object.entries<Record<string, string>>(texts);
  return Object.fromEntries(rooms.map(([room, sentences]) => [room, read(sentences)])) as Messages;
}

function read(sentences: Record<string, string>): Record<string, Message> {
  const known = new Map<string, Message>();
  const get = (_: unknown, id: string): Message => {
    const message = known.get(id) ?? readMessage(sentences[id] ?? "");
    known.set(id, message);
    return message;
  };
  return new Proxy<Record<string, Message>>({}, { get: get as never });
}
