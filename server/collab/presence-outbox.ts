import { type AwarenessEntry, entriesFrame, entryBytes } from "#server/collab/frames.ts";
import { type Peer, send } from "#server/collab/peer.ts";
import type { Room } from "#server/collab/room.ts";

/** What is said on one card within this time leaves together: a write for each who moves and each who sees it is too much. */
const GATHER_MS = 50;

type Waiting = { entries: Map<number, Uint8Array>; sentAt: number; timer: NodeJS.Timeout | null };

type Options = { socketBuffer: number; isOwn: (peer: Peer, clientId: number) => boolean };

/** Tells each on a card what the others say of themselves: at once when nothing was told just now, else a little later. */
export function createOutbox({ socketBuffer, isOwn }: Options) {
  const rooms = new WeakMap<Room, Waiting>();

  /** Says this to all in the room but whom it is about. */
  function tell(room: Room, entry: AwarenessEntry): void {
    const waiting = rooms.get(room) ?? { entries: new Map(), sentAt: Number.NEGATIVE_INFINITY, timer: null };
    rooms.set(room, waiting);
    waiting.entries.set(entry.clientId, entryBytes(entry));
    const wait = GATHER_MS - (performance.now() - waiting.sentAt);
    if (wait <= 0) flush(room, waiting);
    else waiting.timer ??= setTimeout(() => flush(room, waiting), wait).unref();
  }

  function flush(room: Room, waiting: Waiting): void {
    const { entries } = waiting;
    if (waiting.timer) clearTimeout(waiting.timer);
    Object.assign(waiting, { entries: new Map(), sentAt: performance.now(), timer: null } satisfies Waiting);
    const forAll = entriesFrame([...entries.values()]);
    for (const peer of room.peers) {
      const others = [...entries].filter(([clientId]) => !isOwn(peer, clientId));
      if (others.length === entries.size) send(peer, forAll, socketBuffer);
      else if (others.length > 0) send(peer, entriesFrame(others.map(([, bytes]) => bytes)), socketBuffer);
    }
  }

  return { tell };
}
