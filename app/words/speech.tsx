import { createContext, Fragment, type ReactNode, useContext, useMemo } from "react";
import { LANGUAGE, type Language } from "#domain/words/languages.ts";
import {
  type MessageId,
  type Room,
  type Say,
  type Saying,
  type Speech,
  say,
  sayParts,
  saySaying,
} from "#domain/words/say.ts";

const context = createContext<Speech | null>(null);

/** The language of the page, with its message files. Each page speaks one. */
export const SpeechProvider = context.Provider;

/** The language of the page with its sentences, for what says them by itself. */
export function useSpeech(): Speech {
  const speech = useContext(context);
  if (!speech) throw new Error("This is rendered outside of <SpeechProvider>.");
  return speech;
}

/** Says the sentences of one room: `const say = useWords("board")`, then `say("moved", { count: 3 })`. */
export function useWords<R extends Room>(room: R): Say<R> {
  const speech = useSpeech();
  return useMemo<Say<R>>(() => (id, values) => say(speech, room, id, values), [speech, room]);
}

/**
 * Says a sentence that came from elsewhere: what the server refused, or what is told later. It names the rooms that such a
 * sentence may stand in, which then come with the page.
 */
export function useSaying(..._rooms: [Room, ...Room[]]): (saying: Saying | string) => string {
  const speech = useSpeech();
  return useMemo(() => (saying) => (typeof saying === "string" ? saying : saySaying(speech, saying)), [speech]);
}

/** The language of the page, which way it runs, and the locale that writes its dates, numbers and lists. */
export function useLanguage(): { language: Language; dir: "ltr" | "rtl"; locale: string } {
  const { language } = useSpeech();
  return { language, ...LANGUAGE[language] };
}

type Filling = ReactNode | ((inside: ReactNode) => ReactNode);
type Sentence<R extends Room> = { room: R; id: MessageId<R>; values: Record<string, Filling> };

/**
 * A sentence with elements in it: `<Words room="card" id="by" values={{ who: <Name … /> }} />`, or, where a tag in the
 * sentence stands around words, `values={{ link: (inside) => <Link to="…">{inside}</Link> }}`.
 */
export function Words<R extends Room>({ room, id, values }: Sentence<R>): ReactNode {
  const filled = Object.fromEntries(Object.entries(values).map(([name, filling]) => [name, taken(filling)]));
  const pieces = sayParts<R, ReactNode>(useSpeech(), room, id, filled as never);
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other name, and keep their order.
  return pieces.map((piece, at) => <Fragment key={at}>{piece}</Fragment>);
}

/** What stands inside a tag comes in pieces, which together are one child. */
function taken(filling: Filling): unknown {
  if (typeof filling !== "function") return filling;
  return (inside: ReactNode[]) => filling(inside.map((piece, at) => <Fragment key={String(at)}>{piece}</Fragment>));
}
