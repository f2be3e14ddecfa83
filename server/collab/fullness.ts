import * as Y from "yjs";
import type { Db } from "#db/client.ts";
import { checkpointSize } from "#db/queries/collab.ts";
import type { Room } from "#server/collab/room.ts";

/** A card is encoded again to know its size only after this share of the limit was added. */
const REMEASURE = 1 / 32;

/** A client id costs every edit that comes after its own about as much as so many parts. */
const PARTS_PER_CLIENT = 10;

type Bounds = { document: number; documentStructs: number };

export const partsOf = (doc: Y.Doc) =>
  [...doc.store.clients.values()].reduce((sum, list) => sum + list.length + PARTS_PER_CLIENT, 0);

/** Says how much of what a card may hold is used: 1 is full. Cheap enough for every page that shows the card. */
export function createFullness(db: Db, limits: Bounds) {
  const measured = new WeakMap<Room, number>();

  function bytesOf(room: Room): number {
    if (room.bytes < limits.document / 2) return room.bytes;
    const last = measured.get(room);
    if (last !== undefined && room.bytes >= last && room.bytes - last < REMEASURE * limits.document) return last;
    room.bytes = Y.encodeStateAsUpdate(room.document.doc).length;
    measured.set(room, room.bytes);
    return room.bytes;
  }

  /** `room` is null while nobody has the card open: then its checkpoint has its size. */
  return (claimId: string, room: Room | null): number =>
    room
      ? Math.max(bytesOf(room) / limits.document, partsOf(room.document.doc) / limits.documentStructs)
      : checkpointSize(db, claimId) / limits.document;
}
