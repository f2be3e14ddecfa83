import { type Contestant, Running } from "../contestants.ts";
import { type Client, join } from "../load/client.ts";
import { makeHistory } from "../load/edits.ts";

/** Bytes of heap and buffers. `left`: how many times the start is still held after all left. */
export type Memory = { connection: number; document: number; left: number };

const ROOMS = 200;
const PER_ROOM = 3;

/** Three people in each of two hundred rooms: first with nothing in them, then with documents of 10 KB, then gone. */
export async function memory(contestant: Contestant): Promise<Memory> {
  const server = await Running.start(contestant, { rooms: ROOMS, people: ROOMS * PER_ROOM });
  try {
    const held = async () => {
      const { heap, external } = await server.usage(true);
      return heap + external;
    };
    // Whatever the first visitor makes a server load belongs to the start.
    (await join(server, 0, 0)).wire.end();
    await settled();
    const start = await held();
    const first = await seat(server, ROOMS, 1);
    const withRooms = await held();
    const more = await seat(server, ROOMS, PER_ROOM - 1);
    const withAll = await held();
    const connection = (withAll - withRooms) / (ROOMS * (PER_ROOM - 1));
    const { whole } = makeHistory(10_000, 3);
    for (const client of first) client.send(whole);
    await settled(IDLE_MS);
    const full = await held();
    for (const client of [...first, ...more]) client.wire.end();
    await settled();
    return { connection, document: (full - start) / ROOMS - PER_ROOM * connection, left: (await held()) / start };
  } finally {
    await server.end();
  }
}

async function seat(server: Running, rooms: number, each: number): Promise<Client[]> {
  const clients: Client[] = [];
  for (let room = 0; room < rooms; room++)
    for (let at = 0; at < each; at++) clients.push(await join(server, room, room * PER_ROOM + at));
  return clients;
}

/** Nobody edits for so long before open documents are weighed: that is how most of them are. */
const IDLE_MS = 25_000;

/** Long enough for debounced writes, projections and unloading. */
const settled = (ms = 3_500) => new Promise((resolve) => setTimeout(resolve, ms));
