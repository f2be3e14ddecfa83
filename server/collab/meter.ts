import type { CloseCode } from "#domain/protocol.ts";

/** What the room server counts while it works. Times are in seconds. */
export type Meter = {
  /** An edit was taken in. */
  edit(): void;
  /** So many rows of the log were written with one sync to disk. */
  commit(seconds: number, rows: number): void;
  /** An edit was acknowledged, so long after its author had asked. */
  acknowledge(seconds: number): void;
  /** A socket was closed, or not let in, with this code. */
  refuse(code: CloseCode): void;
};

/** Counts nothing. */
export const noMeter: Meter = { edit() {}, commit() {}, acknowledge() {}, refuse() {} };

/** How much is going on at the moment; `inMemory` are rooms whose document is not at rest,
 * `queued` are edits that wait for their commit. */
export type Traffic = { cardSockets: number; caseSockets: number; rooms: number; inMemory: number; queued: number };
