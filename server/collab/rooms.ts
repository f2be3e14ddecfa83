import type { Server } from "node:http";
import type * as Y from "yjs";
import { startCheckpointer } from "#db/checkpointer.ts";
import type { Db, Storage } from "#db/client.ts";
import { openDisk } from "#db/disk.ts";
import { lastClaim, lastSeqOf, quarantineOf } from "#db/queries/collab.ts";
import { laggingClaims, prepareProjections } from "#db/queries/projection.ts";
import { LIMITS } from "#domain/limits.ts";
import { CLOSE, type CloseCode, HEARTBEAT_MS } from "#domain/protocol.ts";
import { refusal } from "#domain/words/refusal.ts";
import { createAdmission } from "#server/collab/admission.ts";
import { createBudgets } from "#server/collab/bucket.ts";
import { createCardSockets } from "#server/collab/card-socket.ts";
import { createFullness } from "#server/collab/fullness.ts";
import { createGrants, type GrantOptions } from "#server/collab/grants.ts";
import { startHeartbeat } from "#server/collab/heartbeat.ts";
import { createHub } from "#server/collab/hub.ts";
import { createIntake } from "#server/collab/intake.ts";
import type { Live } from "#server/collab/live.ts";
import type { Frozen } from "#server/collab/material.ts";
import { type Meter, noMeter, type Traffic } from "#server/collab/meter.ts";
import { closePeer, type Peer } from "#server/collab/peer.ts";
import { createPresence } from "#server/collab/presence.ts";
import { type OnMaterialChange, seedCard } from "#server/collab/project.ts";
import { createProofs, type Proofs } from "#server/collab/proof.ts";
import { refuse } from "#server/collab/refuse.ts";
import { applyEdit, quarantined, type Room } from "#server/collab/room.ts";
import { createStorageHealth, type Health, isUntrusted } from "#server/collab/storage-health.ts";
import { createTurnedAway } from "#server/collab/turned-away.ts";
import { createUpgrades } from "#server/collab/upgrade.ts";
import type { Log } from "#server/log.ts";

export type { Frozen } from "#server/collab/material.ts";

export type SocketFacts = { memberId: string; sessionHash: string; caseId: string; claimId: string | null };

export type Rooms = {
  /** Writes the first content of a new claim inside the caller's transaction: row 1 of its log, and its projection. */
  seed(tx: Db, claim: { id: string; caseId: string }, write: (doc: Y.Doc) => void): void;
  /**
   * Writes what is waiting for this claim, then returns what is there now. Synchronous; also inside a transaction of
   * the caller. @throws AppError not_found, or read_only when the card is quarantined or the disk refuses.
   */
  freeze(claimId: string): Frozen;
  /** `freeze` for every card of a case that somebody has open: the tables of the others are up to their logs. */
  settle(caseId: string): void;
  /** Edits in the name of a member (restore, import): logged, committed, broadcast. @throws AppError as `freeze`. */
  edit(claimId: string, memberId: string | null, write: (doc: Y.Doc) => void): void;
  /** Closes every socket, of cards and of cases, that the predicate picks, before it returns. */
  closeWhere(pick: (socket: SocketFacts) => boolean, code: CloseCode, reason: string): void;
  /** Answers upgrades on the HTTP server. Other paths are left alone in development and refused in production. */
  attach(server: Server): void;
  /** How much of what a card may hold is used: 1 is full. */
  fullness(claimId: string): number;
  /** Brings every projection up to its log; called once at start. */
  catchUp(): void;
  /** Opens the card that was edited last, so that whoever comes in first after a start does not wait for what happens once. */
  rehearse(): void;
  /** Whether the database takes writes at the moment. */
  health(): Health;
  /** What can be proved about the file at this moment. */
  proofs: Proofs;
  /** How much is going on. */
  traffic(): Traffic;
  /** Writes everything down and closes all sockets with 1012. */
  shutdown(): Promise<void>;
};

export type RoomsOptions = GrantOptions & {
  storage: Storage;
  newId: () => string;
  log: Log;
  live: Live;
  /** Origins whose pages may connect, exactly as browsers send them. */
  allowedOrigins: readonly string[];
  production: boolean;
  limits?: Partial<RoomLimits>;
  meter?: Meter;
  /** How long edits wait for others before they are written together, in milliseconds; see `HubOptions`. */
  flushMs?: number;
  /** After how many milliseconds without an edit a document leaves memory; see `HubOptions`. */
  restMs?: number;
  /** How often sockets are looked after, in milliseconds. */
  beatMs?: number;
  /** Runs inside the transaction of the projection when the content hash of a card changed. */
  onMaterialChange?: OnMaterialChange;
  /** A sync failed or the file is corrupt: nothing is acknowledged any more, and only a new start with its checks helps. */
  onUntrusted?: (reason: string) => void;
};

type RoomLimits = {
  [Name in
    | "message"
    | "document"
    | "documentStructs"
    | "opening"
    | "awareness"
    | "messagesPerSecond"
    | "bytesPerSecond"
    | "socketsPerMember"
    | "socketBuffer"]: number;
};

/** How long sockets get to close by themselves at the end. */
const GOODBYE_MS = 3_000;

/** The rooms of all cards and the live channels: sockets, guard, log, projection. Made once, at start. */
export function createRooms(options: RoomsOptions): Rooms {
  const { storage, log, live, now } = options;
  const { db } = storage;
  const limits: RoomLimits = { ...LIMITS, ...options.limits };
  const projections = prepareProjections(db);
  const peers = new Set<Peer>();
  const meter = options.meter ?? noMeter;
  const tellTurnedAway = createTurnedAway({ log, meter });
  let closing = false;

  const health = createStorageHealth({
    ...{ storage, log, onRecovered: () => catchUp() },
    onChange: ({ reason }) => live.tellStorage(reason),
    onUntrusted: (reason) => options.onUntrusted?.(reason),
  });
  const disk = openDisk(storage, (error) => hub.abandon(error), meter.sync);
  const stopCheckpointer = startCheckpointer(storage, (error) => {
    log.error({ err: error }, "checkpointer failed");
    if (isUntrusted(error)) hub.abandon(error);
  });
  const hub = createHub({
    ...{ storage, disk, projections, log, now, meter, health, socketBuffer: limits.socketBuffer },
    ...{ flushMs: options.flushMs, restMs: options.restMs, onMaterialChange: options.onMaterialChange },
    onProjected: ({ claimId, caseId, isDecided }) =>
      live.publish(caseId, { type: isDecided ? "claim" : "edit", claimId }),
    takeIn: (room) => intake.takeIn(room),
  });
  const grants = createGrants(options);
  const fullness = createFullness(db, limits);
  const budgets = createBudgets(limits, now);
  const presence = createPresence({
    now,
    maxState: limits.awareness,
    socketBuffer: limits.socketBuffer,
    onField: (peer, field) => admission.showPlace(peer, field),
  });
  const intake = createIntake({
    ...{ budgets, meter, now, limits, stillAllowed: grants.stillAllowed },
    isWritable: () => health.current().writable,
    refuse: (peer, error) => refuse(peer, error, log),
    distrust,
  });
  const cards = createCardSockets({ hub, intake, presence, budgets, log, now, socketBuffer: limits.socketBuffer });
  const admission = createAdmission({
    ...{ db, hub, cards, live, grants, budgets, peers, log, now, newId: options.newId, tellTurnedAway },
    socketsPerMember: limits.socketsPerMember,
    isClosing: () => closing,
  });
  const upgrades = createUpgrades({
    ...options,
    tellTurnedAway,
    origins: options.allowedOrigins,
    maxMessage: limits.message,
    welcome: admission.welcome,
  });
  const stopHeartbeat = startHeartbeat({
    ...{ peers, log, now, recheckAfter: grants.recheckAfter, socketBuffer: limits.socketBuffer },
    beatMs: options.beatMs ?? HEARTBEAT_MS,
    onBeat: () => {
      budgets.prune(new Set([...peers].map((peer) => peer.member.id)));
      live.refresh();
      hub.restIdle();
    },
  });

  // Yjs threw half-way, so memory is not what the log will say: it is thrown away, and everybody loads again.
  function distrust(room: Room, peer: Peer, error: unknown): void {
    log.error({ err: error, claimId: room.claimId, memberId: peer.member.id }, "an update broke the open card");
    closePeer(peer, CLOSE.badMessage, "The update cannot be applied.", "bad_update");
    hub.drop(room, "Read the card again.");
  }

  function freeze(claimId: string): Frozen {
    return (
      (hub.isAtRest(claimId) ? frozenOnDisk(claimId) : null) ??
      hub.use(claimId, (room) => {
        hub.project(room);
        bringToDisk();
        checkOpen(room);
        return room.document.material.frozen;
      })
    );
  }

  function settle(caseId: string): void {
    for (const room of [...hub.rooms.values()]) if (room.caseId === caseId) freeze(room.claimId);
  }

  /** Most cards are not open and up to date in the tables, so their documents need not be loaded. */
  function frozenOnDisk(claimId: string): Frozen | null {
    if (quarantineOf(db, claimId)) throw quarantined();
    const shown = projections.of(claimId);
    if (!shown || shown.projectedSeq < lastSeqOf(db, claimId)) return null;
    const { card, contentHash, lastEditorId, lastEditedAt } = shown;
    return { card, contentHash, lastEditorId, lastEditedAt };
  }

  function edit(claimId: string, memberId: string | null, write: (doc: Y.Doc) => void): void {
    hub.use(claimId, (room) => {
      hub.write(room);
      checkOpen(room);
      try {
        applyEdit(room, (doc) => doc.transact(() => write(doc)), { memberId, peer: null, at: now(), newClients: [] });
      } catch (error) {
        hub.drop(room, "Read the card again.");
        throw error;
      }
      hub.project(room);
      bringToDisk();
      checkOpen(room);
    });
  }

  /** What could not be written or projected closed its card, for the disk or for itself: nothing may be built on it. */
  function checkOpen(room: Room): void {
    if (hub.rooms.get(room.claimId) === room) return;
    throw health.current().writable ? quarantined() : refusal("read_only", "forms", "disk_refuses_now");
  }

  /** A transaction of the caller brings everything to disk when it is committed. */
  function bringToDisk(): void {
    if (!storage.sqlite.inTransaction) disk.syncNow();
  }

  function closeWhere(pick: (socket: SocketFacts) => boolean, code: CloseCode, reason: string): void {
    for (const peer of [...peers]) {
      const { member, sessionHash, caseId, claimId } = peer;
      if (pick({ memberId: member.id, sessionHash, caseId, claimId })) closePeer(peer, code, reason);
    }
  }

  function catchUp(): void {
    for (const claimId of laggingClaims(db)) {
      try {
        hub.use(claimId, hub.project);
      } catch (error) {
        log.error({ err: error, claimId }, "a card could not be projected");
      }
    }
  }

  function rehearse(): void {
    const claimId = lastClaim(db);
    try {
      if (claimId !== null) hub.use(claimId, hub.whole);
    } catch (error) {
      log.warn({ err: error, claimId }, "the last card could not be opened");
    }
  }

  function traffic(): Traffic {
    const cardSockets = [...peers].filter((peer) => peer.claimId !== null).length;
    const queued = [...hub.rooms.values()].reduce((sum, room) => sum + room.inbox.length + room.pending.length, 0);
    const inMemory = [...hub.rooms.values()].filter((room) => !room.document.isAtRest).length;
    return { cardSockets, caseSockets: peers.size - cardSockets, rooms: hub.rooms.size, inMemory, queued };
  }

  async function shutdown(): Promise<void> {
    closing = true;
    hub.flushNow();
    const sockets = [...peers].map((peer) => peer.socket);
    const gone = sockets.map((socket) => new Promise((resolve) => socket.once("close", resolve)));
    closeWhere(() => true, CLOSE.restarting, "The server is restarting.");
    stopHeartbeat();
    health.stop();
    hub.stop();
    await Promise.race([Promise.all(gone), new Promise((resolve) => setTimeout(resolve, GOODBYE_MS).unref())]);
    for (const socket of sockets) socket.terminate();
    upgrades.close();
    disk.close();
    await stopCheckpointer();
  }

  return {
    seed: (tx, claim, write) => seedCard(tx, projections, claim, now(), write),
    ...{ freeze, settle, edit, closeWhere, catchUp, rehearse, traffic, shutdown },
    fullness: (claimId) => fullness(claimId, hub.isAtRest(claimId) ? null : (hub.rooms.get(claimId) ?? null)),
    attach: (server) => void server.on("upgrade", upgrades.upgrade),
    health: health.current,
    proofs: createProofs({ storage, disk, health, rooms: hub.rooms }),
  };
}
