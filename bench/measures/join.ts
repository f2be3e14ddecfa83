import * as Y from "yjs";
import { type Contestant, Running } from "../contestants.ts";
import { type Client, join } from "../load/client.ts";
import { makeEdits, makeHistory } from "../load/edits.ts";

/** Milliseconds until somebody who comes in has the whole document. */
export type Join = { history: number; restart: number; storm: number };

const STORM = { rooms: 100, clients: 500, bytes: 10_000 };

export async function joining(contestant: Contestant, rounds: number): Promise<Join> {
  return {
    history: await ofHistory(contestant, rounds),
    restart: contestant.keeps ? await afterRestart(contestant) : Number.NaN,
    storm: await storm(contestant),
  };
}

/** A document of 200 KB that came about by typing in many places. */
async function ofHistory(contestant: Contestant, rounds: number): Promise<number> {
  const server = await Running.start(contestant, { rooms: 1, people: 2 });
  try {
    const { portions } = makeHistory(200_000, 7);
    await write(server, 0, portions);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) times.push(await timeOf(() => join(server, 0, 1)));
    return times.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
  } finally {
    await server.end();
  }
}

/** The first to come in after a restart, to a document of 5,000 updates. */
async function afterRestart(contestant: Contestant): Promise<number> {
  const server = await Running.start(contestant, { rooms: 1, people: 2 });
  try {
    await write(server, 0, makeEdits(4_242, 5_000).updates);
    await server.kill("SIGTERM");
    await server.restart();
    return await timeOf(() => join(server, 0, 1));
  } finally {
    await server.end();
  }
}

/** Five hundred people who come into a hundred rooms at once; where documents are kept, after a restart. */
async function storm(contestant: Contestant): Promise<number> {
  const server = await Running.start(contestant, { rooms: STORM.rooms, people: STORM.clients });
  try {
    const { whole } = makeHistory(STORM.bytes, 11);
    for (let room = 0; room < STORM.rooms; room++) await write(server, room, [whole], contestant.keeps);
    if (contestant.keeps) {
      await server.kill("SIGTERM");
      await server.restart();
    }
    return await timeOf(async () => {
      const all = Array.from({ length: STORM.clients }, (_, at) => join(server, at % STORM.rooms, at));
      await Promise.all(all);
    });
  } finally {
    await server.end();
  }
}

/** Sends updates and waits until a colleague has all of them. The writer stays, so that the document does. */
async function write(server: Running, room: number, updates: readonly Uint8Array[], leave = false): Promise<void> {
  const reader = await join(server, room, 0);
  const writer = await join(server, room, 1);
  const doc = new Y.Doc();
  const done = new Promise<void>((resolve) => {
    reader.onUpdate = (update) => {
      Y.applyUpdate(doc, update);
      if (has(doc, updates)) resolve();
    };
  });
  await pour(writer, updates);
  await done;
  reader.wire.end();
  if (leave) writer.wire.end();
}

const has = (doc: Y.Doc, updates: readonly Uint8Array[]): boolean => {
  const last = updates.at(-1);
  if (!last) return true;
  for (const [client, end] of Y.parseUpdateMeta(last).to) if (Y.getState(doc.store, client) < end) return false;
  return true;
};

/** Sends in portions, so that no server has to take everything at once. */
async function pour(writer: Client, updates: readonly Uint8Array[]): Promise<void> {
  for (const [at, update] of updates.entries()) {
    writer.send(update);
    if (at % 100 === 99) await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
