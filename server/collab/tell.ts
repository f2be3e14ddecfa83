import * as Y from "yjs";
import { acknowledgeFrame, updateFrame, wireFrame } from "#server/collab/frames.ts";
import { type Peer, sendFrames } from "#server/collab/peer.ts";
import type { Batch } from "#server/collab/room.ts";

type Told = { from: Peer | null; update: Uint8Array; frame: Buffer };

/**
 * Tells a room what is on disk: to each peer the rows of the others, then the acknowledgement of its own. All of it
 * leaves in one write per socket, because a system call costs more than everything else that is done for an edit.
 */
export function tell({ room, rows, acknowledgements }: Batch, limit: number): void {
  const told = rows.flatMap(({ peer, bytes: [update] }): Told[] =>
    update ? [{ from: peer, update, frame: wireFrame(updateFrame(update)) }] : [],
  );
  const authors = new Set(told.map(({ from }) => from));
  const forReaders = together(told);
  for (const peer of room.peers) {
    const news = authors.has(peer) ? together(told.filter(({ from }) => from !== peer)) : forReaders;
    const asked = acknowledgements.get(peer);
    const frames = room.synced.has(peer) ? [...news] : [];
    if (asked) frames.push(wireFrame(acknowledgeFrame(asked.count)));
    if (frames.length > 0) sendFrames(peer, frames, limit);
  }
}

/** What the server mended arrives together with what it mends, so that no editor ever sees the one without the other. */
function together(told: readonly Told[]): Buffer[] {
  const isMended = told.length > 1 && told.some(({ from }) => from === null);
  if (isMended) return [wireFrame(updateFrame(Y.mergeUpdates(told.map(({ update }) => update))))];
  const frames = told.map(({ frame }) => frame);
  return frames.length > 1 ? [Buffer.concat(frames)] : frames;
}
