/** A row of a card's log, as far as it tells whose sitting it belongs to; the server writes in nobody's name. */
export type LogEntry = { memberId: string | null; at: number };

/**
 * A run of rows that makes one version of a card. Its `place` is how many rows of the card's log lead to it, so that it
 * is the same whatever is written afterwards.
 */
export type Version = { first: number; place: number; memberIds: string[]; from: number; to: number; edits: number };

/** Whoever pauses longer begins another version. */
const PAUSE_MS = 5 * 60_000;

/**
 * The versions of a card, oldest first: the first content, then each sitting of one member. Sittings that overlap are
 * one version of several members. A version also ends at each of the places in `ends`.
 */
export function versionsIn(log: readonly LogEntry[], ends: ReadonlySet<number>): Version[] {
  const cuts = [...new Set([0, 1, ...ends, log.length])].filter((at) => at <= log.length).sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, at) => between(log, cuts[at] ?? 0, end));
}

/** The versions in the rows after one place up to another. */
function between(log: readonly LogEntry[], after: number, end: number): Version[] {
  const versions: Version[] = [];
  for (const sitting of sittings(log, after, end)) {
    const last = versions.at(-1);
    if (last && sitting.first <= last.place) join(last, sitting);
    else versions.push(sitting);
  }
  return closed(versions, log, { first: after + 1, place: end });
}

/** Each member's own, in the order in which they began. */
function sittings(log: readonly LogEntry[], after: number, end: number): Version[] {
  const found: Version[] = [];
  const open = new Map<string, Version>();
  for (let place = after + 1; place <= end; place++) {
    const { memberId, at } = log[place - 1] as LogEntry;
    if (memberId === null) continue;
    const own = open.get(memberId);
    if (own && at - own.to < PAUSE_MS) Object.assign(own, { place, to: at, edits: own.edits + 1 });
    else {
      const begun = { first: place, place, memberIds: [memberId], from: at, to: at, edits: 1 };
      open.set(memberId, begun);
      found.push(begun);
    }
  }
  return found;
}

function join(one: Version, other: Version): void {
  one.memberIds = [...new Set([...one.memberIds, ...other.memberIds])];
  one.place = Math.max(one.place, other.place);
  one.to = Math.max(one.to, other.to);
  one.edits += other.edits;
}

/** What the server wrote in nobody's name belongs to what stands before it; every row belongs to one version. */
function closed(versions: Version[], log: readonly LogEntry[], { first, place }: { first: number; place: number }) {
  if (versions.length === 0) {
    const [from, to] = [log[first - 1]?.at ?? 0, log[place - 1]?.at ?? 0];
    return [{ first, place, memberIds: [], from, to, edits: place - first + 1 }];
  }
  for (const [at, one] of versions.entries()) {
    if (at === 0) one.first = first;
    one.place = (versions[at + 1]?.first ?? place + 1) - 1;
  }
  return versions;
}
