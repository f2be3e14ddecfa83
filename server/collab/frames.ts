import * as encoding from "lib0/encoding";
import { MESSAGE } from "#domain/protocol.ts";
import { badMessage } from "#server/collab/refusal.ts";

const STEP1 = 0;
const STEP2 = 1;
const UPDATE = 2;

export type Frame =
  | { type: "step1"; vector: Uint8Array }
  | { type: "step2" | "update"; update: Uint8Array }
  | { type: "awareness"; payload: Uint8Array }
  | { type: "acknowledge"; count: number }
  | { type: "quiet" };

/** Reads one y-websocket message: one per frame, canonical varUints, nothing after it. Throws a 4400 refusal. */
export function readFrame(bytes: Uint8Array): Frame {
  const reader = { bytes, at: 0 };
  const type = readVarUint(reader);
  if (type === MESSAGE.sync) return readSync(reader);
  if (type === MESSAGE.awareness) return { type: "awareness", payload: readRest(reader) };
  if (type === MESSAGE.acknowledge) return finish(reader, { type: "acknowledge", count: readVarUint(reader) });
  if (type === MESSAGE.heartbeat || type === MESSAGE.queryAwareness) return finish(reader, { type: "quiet" });
  throw badMessage("This kind of message is not known here.");
}

type Reader = { bytes: Uint8Array; at: number };

function readSync(reader: Reader): Frame {
  const kind = readVarUint(reader);
  if (kind === STEP1) return { type: "step1", vector: readRest(reader) };
  if (kind === STEP2) return { type: "step2", update: readRest(reader) };
  if (kind === UPDATE) return { type: "update", update: readRest(reader) };
  throw badMessage("This kind of sync message is not known here.");
}

// A number written longer than needed is refused, so that no other reader can see another message in the same bytes.
function readVarUint(reader: Reader): number {
  let value = 0;
  let unit = 1;
  for (let read = 0; read < 8; read++) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) throw badMessage("The message ends too early.");
    value += (byte & 0x7f) * unit;
    unit *= 128;
    if (byte < 0x80) {
      if (byte === 0 && read > 0) throw badMessage("A number is written in more bytes than it needs.");
      if (value > Number.MAX_SAFE_INTEGER) break;
      return value;
    }
  }
  throw badMessage("A number is too large.");
}

/** A byte array that has to fill the rest of the frame exactly. */
function readRest(reader: Reader): Uint8Array {
  const length = readVarUint(reader);
  if (length !== reader.bytes.length - reader.at) throw badMessage("The message is not as long as it says.");
  return reader.bytes.subarray(reader.at);
}

function finish(reader: Reader, frame: Frame): Frame {
  if (reader.at !== reader.bytes.length) throw badMessage("There is something after the message.");
  return frame;
}

// A whole document is copied once, not through an encoder that grows.
function syncFrame(kind: number, payload: Uint8Array): Uint8Array {
  const head = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint(encoder, payload.length);
  });
  const frame = new Uint8Array(head.length + payload.length);
  frame.set(head);
  frame.set(payload, head.length);
  return frame;
}

export const step1Frame = (vector: Uint8Array) => syncFrame(STEP1, vector);
export const step2Frame = (update: Uint8Array) => syncFrame(STEP2, update);
export const updateFrame = (update: Uint8Array) => syncFrame(UPDATE, update);

export const acknowledgeFrame = (count: number) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.acknowledge);
    encoding.writeVarUint(encoder, count);
  });

/**
 * One message as a websocket frame, as a server sends it: final, binary, not masked (RFC 6455 §5.2). Every reader gets
 * the same bytes, so they are made once.
 */
export function wireFrame(payload: Uint8Array): Buffer {
  const { length } = payload;
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x82;
  frame[1] = length < 126 ? length : length < 65_536 ? 126 : 127;
  if (head === 4) frame.writeUInt16BE(length, 2);
  if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.set(payload, head);
  return frame;
}

export const heartbeatFrame = () => new Uint8Array([MESSAGE.heartbeat]);

export type AwarenessEntry = { clientId: number; clock: number; state: unknown };

/** One entry as it stands in a frame, for frames that have it beside different others. */
export const entryBytes = ({ clientId, clock, state }: AwarenessEntry): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });

export const awarenessFrame = (entries: readonly AwarenessEntry[]) => entriesFrame(entries.map(entryBytes));

export const entriesFrame = (entries: readonly Uint8Array[]) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((inner) => {
        encoding.writeVarUint(inner, entries.length);
        for (const entry of entries) encoding.writeUint8Array(inner, entry);
      }),
    );
  });
