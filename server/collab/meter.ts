import type { RefusalKind } from "#server/collab/refusal.ts";

/** What the room server counts while it works. Times are in seconds. */
export type Meter = {
  /** An edit was taken in. */
  edit(): void;
  /** So many rows of the log were written with one sync to disk. */
  commit(seconds: number, rows: number): void;
  /** One sync of the write-ahead log to disk, beside the event loop. */
  sync(seconds: number): void;
  /** An edit was acknowledged, so long after its author had asked. */
  acknowledge(seconds: number): void;
  /** A socket was closed, or not let in, with this code; null when it was cut. */
  refuse(code: number | null, kind: RefusalKind): void;
};

/** Counts nothing. */
export const noMeter: Meter = { edit() {}, commit() {}, sync() {}, acknowledge() {}, refuse() {} };

/** How much is going on at the moment; `inMemory` are rooms whose document is not at rest,
 * `queued` are edits that wait for their commit. */
export type Traffic = { cardSockets: number; caseSockets: number; rooms: number; inMemory: number; queued: number };
