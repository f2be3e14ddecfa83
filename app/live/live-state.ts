import type { LiveMessage, Presence } from "#app/live/live-message.ts";

/** `refused`: the server said no for good, e.g. after sign-out; trying again would not help. */
export type Connection = "connecting" | "open" | "reconnecting" | "refused";

export type LiveState = {
  connection: Connection;
  roster: readonly Presence[];
  /** Number of the last message on this connection; null before its greeting. */
  seq: number | null;
  /** Rises whenever what the loaders gave may be out of date. */
  changes: number;
  /** Those that are more than words that somebody types on a card. */
  decisions: number;
  /** Those of what all pages of the case share. */
  ofCase: number;
  /** What changed last: a claim's id, or a word for something else. */
  last: string | null;
};

export const BEFORE: LiveState = {
  ...{ connection: "connecting", roster: [], seq: null },
  ...{ changes: 0, decisions: 0, ofCase: 0, last: null },
};

export type LiveEvent =
  /** `isNews`: for a greeting, whether the case may have changed since it was read here. */
  | { kind: "message"; message: LiveMessage; isNews: boolean }
  /** The connection ended; `final` when the server will not have us back. */
  | { kind: "closed"; final: boolean };

/** What changes nothing that a loader gave. */
const OF_NO_PAGE = new Set(["presence", "storage"]);
/** What changes nothing that all pages of a case share. */
const OF_SOME_PAGES = new Set(["claim", "edit", "discussion", "view"]);

const ANYTHING = { type: "case", claimId: null };

/** The next state, and whether messages are missing, so that the connection must be made anew. */
export function nextLiveState(state: LiveState, event: LiveEvent): { state: LiveState; gap: boolean } {
  if (event.kind === "closed") return { state: ended(state, event.final), gap: false };
  const { message, isNews } = event;
  if (message.type === "hello") return { state: greeted(state, message, isNews), gap: false };
  if (state.seq === null || message.seq !== state.seq + 1) return { state: changed(state), gap: true };
  const next = { ...state, seq: message.seq, roster: message.roster ?? state.roster };
  return { state: OF_NO_PAGE.has(message.type) ? next : changed(next, message), gap: false };
}

/**
 * Whatever happened before the greeting went unseen here, so what is on the screen may be old. Not so on a page that was
 * read a moment ago, to which nothing has happened since; but a connection that ended may have ended for a reason.
 */
function greeted(state: LiveState, { seq, roster }: LiveMessage, isNews: boolean): LiveState {
  const open: LiveState = { ...state, connection: "open", seq, roster: roster ?? [] };
  return isNews || state.connection !== "connecting" ? changed(open) : open;
}

/** Nobody is shown as present while we cannot know it. */
function ended(state: LiveState, final: boolean): LiveState {
  return { ...state, connection: final ? "refused" : "reconnecting", seq: null, roster: [] };
}

function changed(state: LiveState, { type, claimId }: Pick<LiveMessage, "type" | "claimId"> = ANYTHING): LiveState {
  return {
    ...state,
    changes: state.changes + 1,
    decisions: state.decisions + (type === "edit" ? 0 : 1),
    ofCase: state.ofCase + (OF_SOME_PAGES.has(type) ? 0 : 1),
    last: claimId ?? type,
  };
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/** How long to wait before the next attempt: doubling, with full jitter so that a restart is not met by everyone at once. */
export function waitBefore(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling / 4 + (ceiling * 3 * random) / 4);
}
