import * as encoding from "lib0/encoding";

// Updates in Yjs's first format, written by hand, so that they can say what Yjs itself never writes.

export type Id = { client: number; clock: number };
export type Part = (encoder: encoding.Encoder) => void;
export type Run = { client: number; clock?: number; parts: readonly Part[]; announced?: number };

/** What is written by several clients, one run of parts each, and nothing deleted. */
export const rawUpdate = (...runs: readonly Run[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, runs.length);
    for (const { client, clock = 0, parts, announced = parts.length } of runs) {
      for (const number of [announced, client, clock]) encoding.writeVarUint(encoder, number);
      for (const part of parts) part(encoder);
    }
    encoding.writeVarUint(encoder, 0);
  });

/** Something deleted of which only the length is left. */
export const gone = (length: number): Part => lengthOf(0, length);
/** Something that the update leaves out. */
export const skipped = (length: number): Part => lengthOf(10, length);

const lengthOf =
  (kind: number, length: number): Part =>
  (encoder) => {
    encoding.writeUint8(encoder, kind);
    encoding.writeVarUint(encoder, length);
  };

export type Where =
  | { root: string; key?: string }
  | { inside: Id; key?: string }
  | { behind: Id; before?: Id }
  | { before: Id };

/** Words at a place. */
export const words = (where: Where, text: string): Part =>
  at(4, where, (encoder) => encoding.writeVarString(encoder, text));

/** An element at a place. */
export const element = (where: Where, name: string): Part =>
  at(7, where, (encoder) => {
    encoding.writeVarUint(encoder, 3);
    encoding.writeVarString(encoder, name);
  });

/** Several plain values at a place, in one part. */
export const values = (where: Where, all: readonly string[]): Part =>
  at(8, where, (encoder) => {
    encoding.writeVarUint(encoder, all.length);
    for (const one of all) encoding.writeAny(encoder, one);
  });

/** A value at a place, as the bytes that say it. */
export const value = (where: Where, bytes: Uint8Array): Part =>
  at(8, where, (encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeUint8Array(encoder, bytes);
  });

const at =
  (kind: number, where: Where, content: Part): Part =>
  (encoder) => {
    const [behind, before] = ["behind" in where && where.behind, "before" in where && where.before];
    const key = "key" in where ? where.key : undefined;
    encoding.writeUint8(encoder, kind | (behind ? 0x80 : 0) | (before ? 0x40 : 0) | (key === undefined ? 0 : 0x20));
    for (const id of [behind, before]) if (id) writeId(encoder, id);
    if ("root" in where || "inside" in where) writeParent(encoder, where);
    if (key !== undefined) encoding.writeVarString(encoder, key);
    content(encoder);
  };

function writeParent(encoder: encoding.Encoder, where: { root: string } | { inside: Id }): void {
  encoding.writeVarUint(encoder, "root" in where ? 1 : 0);
  if ("root" in where) encoding.writeVarString(encoder, where.root);
  else writeId(encoder, where.inside);
}

function writeId(encoder: encoding.Encoder, { client, clock }: Id): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}
