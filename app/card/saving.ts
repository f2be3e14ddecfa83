import { closeSentence, isFinal } from "#app/card/close-sentence.ts";

/** What is known about the connection of one open card. */
export type SavingFacts = {
  connected: boolean;
  /** The server's state has arrived on this connection. */
  synced: boolean;
  /** It has arrived at least once since the card was opened. */
  everSynced: boolean;
  /** Local changes made so far, and how many of them the server has on disk. */
  made: number;
  stored: number;
  /** Waiting changes as a person would count them: typing in one field is one change. */
  waiting: number;
  storedAt: number | null;
  /** Why the server closed the connection last, until it works again. */
  closed: { code: number; reason: string } | null;
};

export type Saving =
  | { kind: "connecting" }
  | { kind: "saved"; at: number }
  | { kind: "saving" }
  | { kind: "offline"; changes: number }
  | { kind: "refused"; sentence: string; final: boolean };

export const AT_FIRST: SavingFacts = {
  connected: false,
  synced: false,
  everSynced: false,
  made: 0,
  stored: 0,
  waiting: 0,
  storedAt: null,
  closed: null,
};

/** The one state that is shown. "Saved" needs all of it: connected, synced, and the last change confirmed from disk. */
export function savingOf(facts: SavingFacts): Saving {
  const { closed, connected, synced, everSynced, made, stored, storedAt } = facts;
  const sentence = closed && !synced ? closeSentence(closed.code, closed.reason) : null;
  if (closed && sentence) return { kind: "refused", sentence, final: isFinal(closed.code) };
  if (connected && synced)
    return made === stored && storedAt !== null ? { kind: "saved", at: storedAt } : { kind: "saving" };
  if (!everSynced) return { kind: "connecting" };
  return { kind: "offline", changes: facts.waiting };
}

export function hasUnsent(facts: SavingFacts): boolean {
  return facts.made > facts.stored;
}
