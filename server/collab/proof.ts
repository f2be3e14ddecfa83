import type { Storage } from "#db/client.ts";
import type { Disk } from "#db/disk.ts";
import { lastSeqOf } from "#db/queries/collab.ts";
import type { Room } from "#server/collab/room.ts";
import type { StorageHealth } from "#server/collab/storage-health.ts";

/** A disk that needs longer than this for a few bytes is no disk to work on. */
const PATIENCE_MS = 2_000;

export type ProofOptions = {
  storage: Storage;
  disk: Disk;
  health: Pick<StorageHealth, "current">;
  rooms: ReadonlyMap<string, Room>;
};

/** What the room server can prove about its file at this moment. Each returns what is wrong in a sentence, or null. */
export function createProofs({ storage, disk, health, rooms }: ProofOptions) {
  /** Writes, and waits until it is on disk. While storage is known to refuse, it is not asked once more. */
  async function write(): Promise<string | null> {
    const { reason } = health.current();
    if (reason !== null) return refused(reason);
    try {
      disk.write(() => touch(storage));
    } catch (error) {
      return refused(error instanceof Error && "code" in error ? String(error.code) : "unknown");
    }
    if (await isSynced(disk)) return null;
    return `The disk needed more than ${PATIENCE_MS / 1_000} seconds for a few bytes. See what keeps it busy.`;
  }

  /** Whether every open card ends, in the file, with the row that its room wrote or read last. */
  function log(): string | null {
    const strange = [...rooms.values()].filter(({ claimId, seq }) => lastSeqOf(storage.db, claimId) !== seq);
    if (strange.length === 0) return null;
    return "Something else wrote into the log of a card that is open. Stop what uses the data folder beside this server, and start it again.";
  }

  return { write, log };
}

export type Proofs = ReturnType<typeof createProofs>;

const refused = (code: string) =>
  `The database takes no writes (${code}). See whether its disk is full, read-only or in use; a write is tried every second.`;

/** Writes what is there already: SQLite writes the page all the same. */
function touch({ sqlite }: Storage): void {
  const version = sqlite.pragma("user_version", { simple: true });
  sqlite.pragma(`user_version = ${Number(version)}`);
}

/** After a sync that failed nobody is called back, so this waits only so long. */
function isSynced(disk: Disk): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE_MS).unref();
    disk.afterSync(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
