import { type Contestant, Running } from "../contestants.ts";
import { arrived, fill, prepare, type Shape, type, type Writer } from "../load/room.ts";

/** Edits that a writer has on the way before it waits for a colleague to get them. */
const ON_THE_WAY = 40;

/** Edits taken in and deliveries made in a second, and the server's processor time for one edit in microseconds. */
export type Saturation = { edits: number; deliveries: number; cpu: number };

/** Everybody types as fast as the next person in the room receives it. */
export async function saturation(contestant: Contestant, shape: Shape, edits: number): Promise<Saturation> {
  const server = await Running.start(contestant, shape);
  try {
    const writers = shape.rooms * shape.perRoom;
    const each = Math.ceil(edits / writers);
    const rooms = await fill(server, shape, prepare(writers, each));
    const before = await server.usage();
    const start = performance.now();
    for (const room of rooms) race(room, each);
    await arrived(rooms, 120);
    const seconds = (performance.now() - start) / 1_000;
    const { cpu } = await server.usage();
    const total = each * writers;
    return {
      edits: total / seconds,
      deliveries: (total * (shape.perRoom - 1)) / seconds,
      cpu: (cpu - before.cpu) / total,
    };
  } finally {
    await server.end();
  }
}

function race(room: readonly Writer[], each: number): void {
  for (const [seat, writer] of room.entries()) {
    const next = room[(seat + 1) % room.length];
    if (!next) continue;
    const { client } = writer.edits;
    const onEdit = next.onEdit;
    next.onEdit = (from, edit) => {
      onEdit(from, edit);
      if (from === client && writer.sent < each) type(writer);
    };
    for (let first = 0; first < Math.min(ON_THE_WAY, each); first++) type(writer);
  }
}
