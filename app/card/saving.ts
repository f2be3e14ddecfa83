import { type Closed, closeSaying, isFinal } from "#app/card/close-sentence.ts";
import { CLOSE } from "#domain/protocol.ts";
import type { Saying } from "#domain/words/say.ts";

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
  /** The changes that are not stored yet, as a person counts them: typing on in one place is one. */
  waiting: number;
  /** Whether this device keeps them too, also when the tab is closed. */
  onDevice: boolean;
  /** Changes from before that wait on this device and are not on their way. */
  kept: number;
  /** Changes that had waited on this device and have arrived. */
  sentKept: number;
  /** Entries in boxes that cannot be stored as they are. */
  unfit: number;
  storedAt: number | null;
  /** Why the server closed the connection last, until it works again. */
  closed: Closed | null;
};

export type Saving =
  | { kind: "connecting" }
  | { kind: "saved"; at: number }
  | { kind: "saving" }
  | { kind: "unfit"; entries: number }
  | { kind: "offline"; changes: number; entries: number }
  | { kind: "refused"; sentence: Saying; closed: Closed; final: boolean; signedOut: boolean };

export const AT_FIRST: SavingFacts = {
  connected: false,
  synced: false,
  everSynced: false,
  made: 0,
  stored: 0,
  waiting: 0,
  onDevice: false,
  kept: 0,
  sentKept: 0,
  unfit: 0,
  storedAt: null,
  closed: null,
};

/**
 * The one state that is shown. "Saved" needs all of it: connected, synced, the last change confirmed from disk, and
 * nothing in a box that cannot be stored.
 */
export function savingOf(facts: SavingFacts): Saving {
  const { closed, connected, synced, everSynced } = facts;
  const state = wouldLose(facts) || facts.kept > 0 ? "unsent" : "saved";
  const sentence = closed && !synced ? closeSaying(closed, state) : null;
  if (closed && sentence) {
    const ended = { final: isFinal(closed.code), signedOut: closed.code === CLOSE.signedOut };
    return { kind: "refused", sentence, closed, ...ended };
  }
  if (connected && synced) return savingOnline(facts);
  if (!everSynced) return { kind: "connecting" };
  // An edit that stands at no place of the card is unsent all the same.
  return { kind: "offline", changes: hasUnsent(facts) ? Math.max(1, facts.waiting) : 0, entries: facts.unfit };
}

function savingOnline({ made, stored, storedAt, unfit }: SavingFacts): Saving {
  if (made !== stored || storedAt === null) return { kind: "saving" };
  return unfit > 0 ? { kind: "unfit", entries: unfit } : { kind: "saved", at: storedAt };
}

/** Whether leaving would lose something. */
export function wouldLose(facts: SavingFacts): boolean {
  return hasUnsent(facts) || facts.unfit > 0;
}

export function hasUnsent(facts: SavingFacts): boolean {
  return facts.made > facts.stored;
}
