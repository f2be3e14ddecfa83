/** After a quiet time a change is shown so soon. */
const SOON_MS = 100;
/** While changes stream in, a page waits so long after a load: for what is decided, and for what somebody types. */
const DECIDED_MS = 600;
const TYPED_MS = 1_000;
/** The more people have the case open, the longer, so that together they ask so often a second at most, however many they are. */
const DECIDED_EACH_MS = 50;
const TYPED_EACH_MS = 100;
/** Nor do they ask in the same moment, at first and from then on. */
const APART_MS = 20;
const DRIFT = 0.5;

export type Due = {
  /** Whether more than words on cards has changed since the last load. */
  isDecided: boolean;
  /** How many have the case open. */
  people: number;
  /** Since the last load began. */
  elapsedMs: number;
  /** This page's place among those of all, from 0 to 1. */
  place: number;
};

/** How many milliseconds a page waits until it is loaded again for what colleagues have changed. */
export function waitToLoad({ isDecided, people, elapsedMs, place }: Due): number {
  const pace = isDecided ? Math.max(DECIDED_MS, people * DECIDED_EACH_MS) : Math.max(TYPED_MS, people * TYPED_EACH_MS);
  return Math.max(SOON_MS + place * people * APART_MS, pace * (1 + place * DRIFT) - elapsedMs);
}
