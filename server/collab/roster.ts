import type { Peer } from "#server/collab/peer.ts";

/** Somebody who did nothing for so long is shown as away. */
const IDLE_MS = 5 * 60_000;

/** Where one connection of a member is, on the case or on one of its cards. */
export type Here = {
  claimId: string | null;
  claimReference: string | null;
  field: string | null;
  /** The screen, as the browser calls it; empty for a connection that a card opened. */
  screen: string;
  /** The member whose steps this window follows. */
  following: string | null;
  /** When this connection came to where it is. */
  since: number;
};

export type RosterEntry = {
  memberId: string;
  name: string;
  colour: number;
  claimId: string | null;
  claimReference: string | null;
  field: string | null;
  /** Empty when only a card is open. */
  screen: string;
  /** The member whose steps they follow, in whichever window. */
  following: string | null;
  /** Milliseconds since 1970. */
  since: number;
  idle: boolean;
};

/** One entry per member: an active window says more than an idle one, an open card more than a list, then the latest. */
export function foldRoster(heres: ReadonlyMap<Peer, Here>, now: number): RosterEntry[] {
  const best = new Map<string, Seen>();
  const following = new Map<string, string>();
  for (const [peer, here] of heres) {
    const seen = { ...here, peer, idle: now - peer.activeAt > IDLE_MS };
    if (here.following !== null) following.set(peer.member.id, here.following);
    const other = best.get(peer.member.id);
    if (!other || compare(seen, other) > 0) best.set(peer.member.id, seen);
  }
  return [...best.values()]
    .map((seen) => ({ ...entryOf(seen), following: following.get(seen.peer.member.id) ?? null }))
    .sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
}

type Seen = Here & { peer: Peer; idle: boolean };

function compare(one: Seen, other: Seen): number {
  const active = Number(!one.idle) - Number(!other.idle);
  const onCard = Number(one.claimId !== null) - Number(other.claimId !== null);
  const inField = Number(one.field !== null) - Number(other.field !== null);
  return active || onCard || inField || one.peer.activeAt - other.peer.activeAt;
}

const entryOf = ({ peer: { member }, claimId, claimReference, field, screen, since, idle }: Seen) => ({
  ...{ memberId: member.id, name: member.name, colour: member.colour },
  ...{ claimId, claimReference, field, screen, since, idle },
});
