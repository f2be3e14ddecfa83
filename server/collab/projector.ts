import type { Storage } from "#db/client.ts";
import type { Disk } from "#db/disk.ts";
import type { Projections } from "#db/queries/projection.ts";
import { type OnMaterialChange, projectRoom } from "#server/collab/project.ts";
import type { Room } from "#server/collab/room.ts";
import { isStorageError, type StorageHealth } from "#server/collab/storage-health.ts";
import { isCheckpointDue, writeCheckpoint } from "#server/collab/write-log.ts";
import type { Log } from "#server/log.ts";

/** Tables follow the first edit after a pause so soon. */
const BEHIND_MS = 60;
/** While somebody goes on typing, a card is projected so often at most. */
const EVERY_MS = 500;

export type ProjectorOptions = {
  storage: Storage;
  disk: Disk;
  projections: Projections;
  log: Log;
  health: StorageHealth;
  onMaterialChange?: OnMaterialChange;
  /** After the tables of a card changed and the transaction is over; `isDecided`: as `OnMaterialChange` says. */
  onProjected: (card: { claimId: string; caseId: string; isDecided: boolean }) => void;
  /** Writes everything queued: a card is projected with nothing waiting. */
  flush: () => void;
  /** Closes a card that cannot be projected. */
  setAside: (room: Room, error: unknown) => void;
};

/** Keeps the tables up to the log: at once when somebody decides, and a moment later while people type. */
export function createProjector(options: ProjectorOptions) {
  const { storage, disk, log, health } = options;
  const { db, sqlite } = storage;
  /** When each card that lags behind is due, as `performance.now` tells it; in the order in which they came. */
  const lagging = new Map<Room, number>();
  let timer: NodeJS.Timeout | null = null;

  function lag(room: Room): void {
    if (!lagging.has(room)) lagging.set(room, Math.max(performance.now() + BEHIND_MS, room.projectedAt + EVERY_MS));
    wait();
  }

  /** A card that lags from now on may be due before those that lag already. */
  function wait(): void {
    if (timer || lagging.size === 0 || !health.current().writable) return;
    const first = Math.min(...lagging.values()) - performance.now();
    timer = setTimeout(catchUp, Math.max(0, Math.min(first, BEHIND_MS)));
  }

  /** Projects one card that is due, and lets sockets in before the next. */
  function catchUp(): void {
    timer = null;
    const now = performance.now();
    const due = [...lagging].find(([, at]) => at <= now);
    if (due) {
      options.flush();
      project(due[0]);
    }
    wait();
  }

  /** Brings one card up to its log, in a transaction of its own or inside the caller's. Never throws. */
  function project(room: Room): void {
    if (!bringUp(room) || sqlite.inTransaction) return;
    lagging.delete(room);
    room.projectedAt = performance.now();
    if (isCheckpointDue(room)) checkpoint(room);
    disk.afterSync(() => announce(room, room.seq));
  }

  /** What is lost with the power is projected again at the start, so nothing waits for the sync. */
  function bringUp(room: Room): boolean {
    const { projections, onMaterialChange } = options;
    try {
      const isDecided = disk.write(() => projectRoom(db, projections, room, onMaterialChange));
      room.isDecided ||= isDecided;
      return true;
    } catch (error) {
      if (isStorageError(error)) health.failed(error);
      else options.setAside(room, error);
      return false;
    }
  }

  function announce(room: Room, seq: number): void {
    if (room.announcedSeq >= seq) return;
    const { claimId, caseId, isDecided } = room;
    Object.assign(room, { announcedSeq: seq, isDecided: false });
    options.onProjected({ claimId, caseId, isDecided });
  }

  function checkpoint(room: Room): void {
    try {
      disk.write(() => writeCheckpoint(db, room));
    } catch (error) {
      if (isStorageError(error)) health.failed(error);
      else log.error({ err: error, claimId: room.claimId }, "checkpoint not written");
    }
  }

  return {
    lag,
    project,
    checkpoint,
    isLagging: (room: Room) => lagging.has(room),
    forget: (room: Room) => void lagging.delete(room),
    stop: () => clearTimeout(timer ?? undefined),
  };
}
