import { CARD_FULL, CARD_SLOW, CLOSE, TOO_MANY_WINDOWS } from "#domain/protocol.ts";
import type { MessageId, Saying } from "#domain/words/say.ts";

/** How the server ended a connection. */
export type Closed = { code: number; reason: string };

/** Whether something typed is not stored, all of it is, or this person only reads. */
export type Loss = "unsent" | "saved" | "reading";

/** The websocket standard's code for a message above the server's bound; the same message would be sent again for ever. */
const TOO_LARGE = 1009;

type Id = MessageId<"saving">;

/** Codes without words are ordinary interruptions. */
const WORDS: Record<number, Id> = {
  [CLOSE.badMessage]: "closed_bad_message",
  [CLOSE.signedOut]: "closed_signed_out",
  [CLOSE.notAllowed]: "closed_not_allowed",
  [CLOSE.noSuchClaim]: "closed_no_such_claim",
  [CLOSE.foreignClientId]: "closed_foreign_client",
  [CLOSE.setAside]: "closed_set_aside",
  [CLOSE.reloadApp]: "closed_reload_app",
  [TOO_LARGE]: "closed_too_large",
  [CLOSE.storage]: "closed_storage",
  [CLOSE.slowDown]: "closed_slow_down",
};

/** Reasons that say more than their code. */
const SAYS_MORE: Record<string, Id> = {
  [CARD_FULL]: "closed_full",
  [CARD_SLOW]: "closed_slow",
  [TOO_MANY_WINDOWS]: "closed_windows",
};

/** What happened and what to do. What no client of ours sends is told in the server's own words. */
export function closeSaying({ code, reason }: Closed, state: Loss): Saying | null {
  const id = SAYS_MORE[reason] ?? WORDS[code] ?? (isFinal(code) ? "closed_ended" : null);
  if (id === null) return null;
  const sentence: Saying = { room: "saving", id, values: { state } };
  if (code !== CLOSE.badMessage || reason === "" || state !== "unsent") return sentence;
  return { room: "saving", id: "closed_because", values: { sentence, reason } };
}

/** Whether trying again cannot help. */
export function isFinal(code: number): boolean {
  return code === TOO_LARGE || (code >= 4400 && code < 4500);
}
