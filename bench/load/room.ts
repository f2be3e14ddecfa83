import type { Running, Size } from "../contestants.ts";
import { type Client, join } from "./client.ts";
import { createReader } from "./dialect.ts";
import { type Edits, makeEdits } from "./edits.ts";

/** A writer in a room with others, and how far each of the others has received it. */
export type Writer = Client & {
  edits: Edits;
  sent: number;
  stored: number;
  /** Client id → the writer's edits that have arrived here. */
  received: Map<number, { edits: Edits; count: number }>;
  /** Called once for each edit of another writer that arrives here. */
  onEdit: (from: number, edit: number) => void;
};

export type Shape = Size & { perRoom: number };

let nextClient = 1_000_000;

/** Fills rooms with writers, each with so many edits ready, and all joined. */
export async function fill(server: Running, { rooms, perRoom }: Shape, ready: Edits[]): Promise<Writer[][]> {
  const filled: Writer[][] = [];
  for (let room = 0; room < rooms; room++) {
    const mine = ready.slice(room * perRoom, (room + 1) * perRoom);
    const read = createReader();
    const seats = mine.map((edits, seat) => sit(server, room, room * perRoom + seat, { edits, all: mine, read }));
    filled.push(await Promise.all(seats));
  }
  return filled;
}

/** The edits of so many writers, each under a client id of its own. */
export const prepare = (writers: number, count: number): Edits[] =>
  Array.from({ length: writers }, () => makeEdits(nextClient++, count));

type Seat = { edits: Edits; all: readonly Edits[]; read: ReturnType<typeof createReader> };

async function sit(server: Running, room: number, person: number, { edits, all, read }: Seat): Promise<Writer> {
  const client = await join(server, room, person);
  const others = all.filter((one) => one !== edits).map((one) => [one.client, { edits: one, count: 0 }] as const);
  const writer: Writer = Object.assign(client, {
    ...{ edits, sent: 0, stored: 0, received: new Map(others) },
    onEdit: (_from: number, _edit: number) => {},
  });
  client.onUpdate = (update) => {
    for (const { client: from, end } of read(update)) {
      const seen = writer.received.get(from);
      while (seen && (seen.edits.ends[seen.count] ?? Number.POSITIVE_INFINITY) <= end)
        writer.onEdit(from, seen.count++);
    }
  };
  const { acknowledges } = server.contestant.dialect;
  client.onStored = (count) => {
    writer.stored = acknowledges === "all" ? count : writer.stored + 1;
  };
  return writer;
}

/** Sends a writer's next edit and asks for word of it. Returns its number. */
export function type(writer: Writer): number {
  const edit = writer.sent++;
  const update = writer.edits.updates[edit];
  if (!update) throw new Error("The edits that were made beforehand are used up.");
  writer.send(update);
  writer.ask(writer.sent);
  return edit;
}

/** Resolves when everybody has received what everybody sent; refuses after so many seconds. */
export async function arrived(rooms: readonly Writer[][], seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  const missing = () =>
    rooms.some((room) =>
      room.some((reader) =>
        room.some(
          (writer) => writer !== reader && (reader.received.get(writer.edits.client)?.count ?? 0) < writer.sent,
        ),
      ),
    );
  while (missing()) {
    if (Date.now() > end) throw new Error("Not every edit arrived.");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
