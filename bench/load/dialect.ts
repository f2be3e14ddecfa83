import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** What a frame from a server means to the load. */
export type Heard =
  | { kind: "question" }
  | { kind: "document"; update: Uint8Array }
  | { kind: "update"; update: Uint8Array }
  | { kind: "stored"; count: number }
  | { kind: "other" };

/** How the load speaks with a kind of server. */
export type Dialect = {
  /** What is sent when the socket is open; none for a relay, which has nothing to say. */
  greet(room: string): Uint8Array[];
  /** The answer to the server's question what the client has: nothing. */
  nothing(room: string): Uint8Array;
  update(room: string, update: Uint8Array): Uint8Array;
  /** Asks to hear when everything before this is taken; null where the server says so by itself, or never. */
  ask(count: number): Uint8Array | null;
  hear(frame: Uint8Array): Heard;
  /** Whether opening the socket is all there is to joining. */
  joinsAtOnce: boolean;
  /** Whether a single word of the server acknowledges one edit (`each`) or all before it (`all`). */
  acknowledges: "each" | "all" | "never";
};

const NOTHING = new Uint8Array([0, 0]);
const EMPTY_VECTOR = new Uint8Array([0]);

const encode = (write: (encoder: encoding.Encoder) => void) => encoding.encode(write);

function syncMessage(prefix: string | null, kind: number, payload: Uint8Array): Uint8Array {
  return encode((encoder) => {
    if (prefix !== null) encoding.writeVarString(encoder, prefix);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

function hearSync(decoder: decoding.Decoder): Heard {
  const kind = decoding.readVarUint(decoder);
  if (kind === 0) return { kind: "question" };
  return { kind: kind === 1 ? "document" : "update", update: decoding.readVarUint8Array(decoder) };
}

/** y-websocket, with the acknowledgement of `docs/realtime.md` where the server knows it. */
const yWebsocket = (acknowledges: Dialect["acknowledges"]): Dialect => ({
  greet: () => [syncMessage(null, 0, EMPTY_VECTOR)],
  nothing: () => syncMessage(null, 1, NOTHING),
  update: (_room, update) => syncMessage(null, 2, update),
  ask: (count) =>
    acknowledges === "never"
      ? null
      : encode((encoder) => {
          encoding.writeVarUint(encoder, 100);
          encoding.writeVarUint(encoder, count);
        }),
  hear(frame) {
    if (frame[0] === 0) {
      const decoder = decoding.createDecoder(frame);
      decoder.pos = 1;
      return hearSync(decoder);
    }
    if (frame[0] !== 100) return { kind: "other" };
    const decoder = decoding.createDecoder(frame);
    decoder.pos = 1;
    return { kind: "stored", count: decoding.readVarUint(decoder) };
  },
  joinsAtOnce: false,
  acknowledges,
});

/** Hocuspocus: each frame begins with the document's name; "taken" is said for each update, from memory. */
const hocuspocus: Dialect = {
  greet: (room) => [
    encode((encoder) => {
      encoding.writeVarString(encoder, room);
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, "");
    }),
    syncMessage(room, 0, EMPTY_VECTOR),
  ],
  nothing: (room) => syncMessage(room, 1, NOTHING),
  update: (room, update) => syncMessage(room, 2, update),
  ask: () => null,
  hear(frame) {
    const decoder = decoding.createDecoder(frame);
    decoder.pos = decoding.readVarUint(decoder) + decoder.pos;
    const type = decoding.readVarUint(decoder);
    if (type === 0 || type === 4) return hearSync(decoder);
    return type === 8 ? { kind: "stored", count: 1 } : { kind: "other" };
  },
  joinsAtOnce: false,
  acknowledges: "each",
};

export const dialects = {
  assay: yWebsocket("all"),
  yWebsocket: yWebsocket("never"),
  relay: { ...yWebsocket("never"), greet: () => [], joinsAtOnce: true },
  hocuspocus,
} satisfies Record<string, Dialect>;

/** Who made a struct, and the clock after it. */
export type Reach = { client: number; end: number };

const KEPT = 2_000;

/**
 * Reads how far updates reach. The same bytes come to everybody in a room, so what was read is kept for a while: a load
 * that reads each of them anew is slower than the servers it measures.
 */
export function createReader(): (update: Uint8Array) => readonly Reach[] {
  const read = new Map<string, readonly Reach[]>();
  return (update) => {
    const key = Buffer.from(update.buffer, update.byteOffset, update.length).toString("latin1");
    const found = read.get(key);
    if (found) return found;
    if (read.size > KEPT) read.clear();
    const reaches = Y.decodeUpdate(update).structs.map(({ id, length }) => ({
      client: id.client,
      end: id.clock + length,
    }));
    read.set(key, reaches);
    return reaches;
  };
}
