import type { Storage } from "#db/client.ts";
import type { Projections } from "#db/queries/projection.ts";
import { type OnMaterialChange, projectRoom } from "#server/collab/project.ts";
import type { Room } from "#server/collab/room.ts";
import { isStorageError, type StorageHealth } from "#server/collab/storage-health.ts";
import { isCheckpointDue, writeCheckpoint } from "#server/collab/write-log.ts";
import type { Log } from "#server/log.ts";

/** Tables may be this far behind the log while somebody types. */
const BEHIND_MS = 60;
/** How long cards are projected before sockets get their turn again, in milliseconds. */
const SLICE_MS = 4;

export type ProjectorOptions = {
  storage: Storage;
  projections: Projections;
  log: Log;
  health: StorageHealth;
  onMaterialChange?: OnMaterialChange;
  /** After the tables of a card changed and the transaction is over. */
  onProjected: (claimId: string, caseId: string) => void;
  /** Writes everything queued: a card is projected with nothing waiting. */
  flush: () => void;
  /** Closes a card that cannot be projected. */
  setAside: (room: Room, error: unknown) => void;
};

/** Keeps the tables up to the log: at once when somebody decides, and a moment later while people type. */
export function createProjector(options: ProjectorOptions) {
  const { storage, log, health } = options;
  const { db, sqlite } = storage;
  const lagging = new Set<Room>();
  let timer: NodeJS.Timeout | null = null;

  function lag(room: Room): void {
    lagging.add(room);
    timer ??= setTimeout(catchUp, BEHIND_MS);
  }

  /** Projects what lags behind, many cards with one sync to disk, and lets sockets in between. */
  function catchUp(): void {
    timer = null;
    options.flush();
    const slice = projectSlice();
    checkpoint(slice.filter(isCheckpointDue));
    for (const room of slice) announce(room);
    if (lagging.size > 0 && health.current().writable) timer = setTimeout(catchUp, 1);
  }

  /** The cards that the tables now show as they are; what could not be written stays on the list. */
  function projectSlice(): Room[] {
    const end = performance.now() + SLICE_MS;
    const slice: Room[] = [];
    const bringSomeUp = () => {
      for (const room of lagging) {
        if (performance.now() > end) return;
        if (bringUp(room)) slice.push(room);
        lagging.delete(room);
      }
    };
    try {
      db.transaction(bringSomeUp, { behavior: "immediate" });
    } catch (error) {
      health.failed(error);
      for (const room of slice) lagging.add(room);
      return [];
    }
    return slice;
  }

  /** Brings one card up to its log, in a transaction of its own or inside the caller's. Never throws. */
  function project(room: Room): void {
    if (!bringUp(room) || sqlite.inTransaction) return;
    lagging.delete(room);
    if (isCheckpointDue(room)) checkpoint([room]);
    announce(room);
  }

  function bringUp(room: Room): boolean {
    const { projections, onMaterialChange } = options;
    try {
      db.transaction((tx) => projectRoom(tx, projections, room, onMaterialChange), { behavior: "immediate" });
      return true;
    } catch (error) {
      if (isStorageError(error)) health.failed(error);
      else options.setAside(room, error);
      return false;
    }
  }

  function announce(room: Room): void {
    if (room.announcedSeq === room.seq) return;
    room.announcedSeq = room.seq;
    options.onProjected(room.claimId, room.caseId);
  }

  function checkpoint(due: readonly Room[]): void {
    if (due.length === 0) return;
    try {
      db.transaction((tx) => due.forEach((room) => void writeCheckpoint(tx, room)), { behavior: "immediate" });
    } catch (error) {
      if (isStorageError(error)) health.failed(error);
      else log.error({ err: error }, "checkpoints not written");
    }
  }

  return {
    lag,
    project,
    checkpoint,
    isLagging: (room: Room) => lagging.has(room),
    forget: (room: Room) => void lagging.delete(room),
    stop: () => void (timer && clearTimeout(timer)),
  };
}
