import type { Messages, Room } from "#domain/words/say.ts";

/** The sentences of a browser, and word of those that came after they were needed. */
export type LateRooms = { catalogue: Messages; arrivals(): number; onArrival(listener: () => void): () => void };

const SILENT: object = new Proxy({}, { get: () => "" });

/**
 * The rooms that are here as a catalogue. One that is missing says nothing until it has been fetched; then whoever
 * listens says its sentences again. A fetch that fails is tried again when next something of that room is said.
 */
export function lateRooms(here: () => object, fetchRoom: (room: string) => Promise<unknown>): LateRooms {
  const listeners = new Set<() => void>();
  const asked = new Set<string>();
  let arrived = 0;
  const arrive = () => {
    arrived += 1;
    for (const listener of listeners) listener();
  };
  const fetchLate = (room: string) => {
    if (asked.has(room)) return;
    asked.add(room);
    fetchRoom(room).then(arrive, () => asked.delete(room));
  };
  const get = (_: unknown, room: Room) => {
    const sentences = (here() as Partial<Messages>)[room];
    if (!sentences) fetchLate(room);
    return sentences ?? SILENT;
  };
  return {
    catalogue: new Proxy({}, { get: get as never }) as Messages,
    arrivals: () => arrived,
    onArrival(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
