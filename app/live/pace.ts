/** After a quiet time a change is shown so soon. */
const SOON_MS = 100;
/** While changes stream in, a page is loaded again so often at most: while something is decided, and while somebody types. */
const DECIDED_MS = 600;
const TYPED_MS = 1_000;
/** The more people have the case open, the rarer, so that together they ask ten times a second at most, however many they are. */
const EACH_MS = 100;
/** Nor do they ask in the same moment. */
const APART_MS = 20;

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
  const pace = Math.max(isDecided ? DECIDED_MS : TYPED_MS, people * EACH_MS);
  return Math.max(SOON_MS + place * people * APART_MS, pace - elapsedMs);
}
