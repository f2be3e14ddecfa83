import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import { type Contestant, Running } from "../contestants.ts";
import { arrived, fill, prepare, type Shape, type, type Writer } from "../load/room.ts";

const KEYS_PER_SECOND = 5;
const MS = 1_000_000;

/** Milliseconds from sending an edit until a colleague has it, and until the server says that it is taken. */
export type Latency = { p50: number; p99: number; stored50: number; stored99: number };

/** Everybody types five keys a second; every edit is timed at every colleague. */
export async function latency(contestant: Contestant, shape: Shape, seconds: number): Promise<Latency> {
  const server = await Running.start(contestant, shape);
  try {
    const writers = shape.rooms * shape.perRoom;
    const rooms = await fill(server, shape, prepare(writers, seconds * KEYS_PER_SECOND + 20));
    const [seen, stored] = [createHistogram(), createHistogram()];
    for (const room of rooms) watch(room, seen, stored);
    await typeFor(rooms.flat(), seconds);
    await arrived(rooms, 30);
    const at = (histogram: RecordableHistogram, percent: number) =>
      histogram.count === 0 ? Number.NaN : histogram.percentile(percent) / MS;
    return { p50: at(seen, 50), p99: at(seen, 99), stored50: at(stored, 50), stored99: at(stored, 99) };
  } finally {
    await server.end();
  }
}

type Timed = Writer & { times: bigint[] };

function watch(room: readonly Writer[], seen: RecordableHistogram, stored: RecordableHistogram): void {
  const byClient = new Map(room.map((writer) => [writer.edits.client, Object.assign(writer, { times: [] }) as Timed]));
  for (const writer of byClient.values()) {
    writer.onEdit = (from, edit) => note(seen, byClient.get(from)?.times[edit]);
    const { onStored } = writer;
    writer.onStored = (count) => {
      const before = writer.stored;
      onStored(count);
      for (let edit = before; edit < writer.stored; edit++) note(stored, writer.times[edit]);
    };
  }
}

function note(histogram: RecordableHistogram, since: bigint | undefined): void {
  if (since !== undefined) histogram.record(Number(process.hrtime.bigint() - since) || 1);
}

/** Keys of different people never fall on one moment on purpose: each has a beat of their own. */
async function typeFor(writers: readonly Writer[], seconds: number): Promise<void> {
  const every = 1_000 / KEYS_PER_SECOND / writers.length;
  const start = performance.now();
  const keys = seconds * KEYS_PER_SECOND * writers.length;
  for (let key = 0; key < keys; ) {
    const due = Math.min(keys, Math.floor((performance.now() - start) / every) + 1);
    for (; key < due; key++) {
      const writer = writers[key % writers.length] as Timed;
      writer.times[writer.sent] = process.hrtime.bigint();
      type(writer);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
