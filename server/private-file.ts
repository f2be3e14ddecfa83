import { closeSync, openSync } from "node:fs";

/**
 * Makes the database file, when there is none, for its owner only: SQLite would let everybody on the machine read it. Its
 * companions (-wal, -shm) take their permissions from it. An existing file keeps what somebody gave it.
 */
export function makePrivate(file: string): void {
  closeSync(openSync(file, "a", 0o600));
}
