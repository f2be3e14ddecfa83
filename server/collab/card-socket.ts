import * as Y from "yjs";
import { CLOSE } from "#domain/protocol.ts";
import type { Budgets } from "#server/collab/bucket.ts";
import { type Bucket, createBucket, take } from "#server/collab/bucket.ts";
import { acknowledgeFrame, readFrame, step1Frame, step2Frame } from "#server/collab/frames.ts";
import { addsSomething, checkUpdate, hasPending } from "#server/collab/guard.ts";
import { tryOnCopy } from "#server/collab/guard-cost.ts";
import type { Hub } from "#server/collab/hub.ts";
import type { Meter } from "#server/collab/meter.ts";
import { closePeer, type Peer, send } from "#server/collab/peer.ts";
import type { Presence } from "#server/collab/presence.ts";
import { Refusal, resync } from "#server/collab/refusal.ts";
import { applyEdit, ownerOf, type Room } from "#server/collab/room.ts";
import type { Log } from "#server/log.ts";

/** The whole document is sent at most so often to one socket: a few bytes of question have megabytes of answer. */
const STEP1_PER_SECOND = 0.2;
const STEP1_BURST = 3;
/** Presence and acknowledgements are cheaper than edits. */
const SMALL_MESSAGE = 0.25;
const TRIED_MESSAGE = 10;

export type CardSocketOptions = {
  hub: Hub;
  presence: Presence;
  budgets: Budgets;
  log: Log;
  meter: Meter;
  now: () => number;
  limits: { document: number; documentStructs: number; socketBuffer: number };
  isWritable: () => boolean;
  /** Looks the grant up again when the last look is too old; closes the peer and returns false when it is gone. */
  stillAllowed: (peer: Peer) => boolean;
};

/** What one socket on a card has done so far. */
type Sitting = { room: Room; peer: Peer; hasSentStep2: boolean; heldCount: number | null; questions: Bucket };

/** Speaks the y-websocket protocol with one peer: asks for what it has, answers, guards, queues, acknowledges. */
export function createCardSockets(options: CardSocketOptions) {
  const { hub, presence, budgets } = options;

  /** Opens a card to a peer. Throws an AppError when the card cannot be opened. */
  function join(peer: Peer, claimId: string): void {
    hub.flush();
    const room = hub.open(claimId);
    const questions = createBucket(STEP1_PER_SECOND, options.now(), STEP1_BURST);
    const sitting: Sitting = { room, peer, hasSentStep2: false, heldCount: null, questions };
    room.peers.add(peer);
    peer.socket.on("message", (message: Buffer, isBinary: boolean) => receive(sitting, message, isBinary));
    reply(peer, step1Frame(Y.encodeStateVector(room.doc)));
    presence.welcome(room, peer);
  }

  function leave(peer: Peer): void {
    const room = peer.claimId === null ? undefined : hub.rooms.get(peer.claimId);
    if (!room?.peers.delete(peer)) return;
    room.synced.delete(peer);
    room.acknowledgements = room.acknowledgements.filter((one) => one.peer !== peer);
    presence.leave(room, peer);
    hub.release(room);
  }

  function receive(sitting: Sitting, message: Buffer, isBinary: boolean): void {
    const { peer } = sitting;
    if (peer.closed) return;
    peer.heardAt = options.now();
    try {
      if (!isBinary) throw new Refusal(CLOSE.badMessage, "Text messages are not understood here.");
      handle(sitting, new Uint8Array(message.buffer, message.byteOffset, message.length));
    } catch (error) {
      refuse(peer, error);
    }
  }

  function refuse(peer: Peer, error: unknown): void {
    const known = error instanceof Refusal;
    const facts = { memberId: peer.member.id, claimId: peer.claimId };
    if (known) options.log.warn({ ...facts, code: error.code, reason: error.message }, "socket refused");
    else options.log.error({ ...facts, err: error }, "socket failed");
    if (known) closePeer(peer, error.code, error.message);
    else closePeer(peer, CLOSE.storage, "Something went wrong on the server.");
  }

  function handle(sitting: Sitting, bytes: Uint8Array): void {
    const { room, peer } = sitting;
    const frame = readFrame(bytes);
    const isEdit = frame.type === "update" || frame.type === "step2";
    budgets.spend(peer.member.id, isEdit ? 1 : SMALL_MESSAGE, bytes.length);
    if (frame.type === "step1") answer(sitting, frame.vector);
    else if (frame.type === "step2") receiveStep2(sitting, frame.update);
    else if (frame.type === "update") receiveUpdate(sitting, frame.update);
    else if (frame.type === "awareness") presence.hear(room, peer, frame.payload);
    else if (frame.type === "acknowledge") acknowledge(sitting, frame.count);
  }

  // Only what is on disk is shown, so the queue is written first.
  function answer({ room, peer, questions }: Sitting, vector: Uint8Array): void {
    if (!take(questions, 1, options.now()))
      throw new Refusal(CLOSE.slowDown, "The whole card was asked for too often.");
    hub.flush();
    if (peer.closed) return;
    let missing: Uint8Array;
    try {
      missing = Y.encodeStateAsUpdate(room.doc, vector);
    } catch {
      throw new Refusal(CLOSE.badMessage, "The state vector cannot be read.");
    }
    reply(peer, step2Frame(missing));
    room.synced.add(peer);
  }

  function receiveStep2(sitting: Sitting, update: Uint8Array): void {
    accept(sitting, update);
    sitting.hasSentStep2 = true;
    const held = sitting.heldCount;
    sitting.heldCount = null;
    if (held !== null && !sitting.peer.closed) acknowledge(sitting, held);
  }

  // What is typed before the first Step2 is part of that Step2; alone it would look like a gap.
  function receiveUpdate(sitting: Sitting, update: Uint8Array): void {
    if (sitting.hasSentStep2) accept(sitting, update);
  }

  function accept({ room, peer }: Sitting, update: Uint8Array): void {
    if (!options.stillAllowed(peer)) return;
    if (!peer.canEdit) {
      if (addsSomething(room.doc, update, "is nothing"))
        throw new Refusal(CLOSE.notAllowed, "You may read this card, not edit it.");
      return;
    }
    const newClients = judge(room, peer, update);
    if (!options.isWritable()) {
      if (addsSomething(room.doc, update, "counts"))
        throw new Refusal(CLOSE.storage, "The server cannot store edits at the moment.");
      return;
    }
    apply(room, peer, update, newClients);
  }

  /** Returns the client ids that from now on belong to this member. */
  function judge(room: Room, peer: Peer, update: Uint8Array): number[] {
    const checked = checkUpdate(room.doc, update, {
      memberId: peer.member.id,
      ownerOf: (client) => ownerOf(room, client),
    });
    if (checked.addsStructs) checkSize(room, update.length);
    if (checked.tryFirst) {
      budgets.spend(peer.member.id, TRIED_MESSAGE, 0);
      // Each millisecond counts as a message, so that nobody keeps the server busy with a few slow ones.
      tryOnCopy(room.doc, update, (ms) => budgets.charge(peer.member.id, ms));
    }
    return checked.clients.filter((client) => !room.owners.has(client));
  }

  function checkSize(room: Room, more: number): void {
    if (room.bytes + more > options.limits.document) room.bytes = Y.encodeStateAsUpdate(room.doc).length;
    const structs = [...room.doc.store.clients.values()].reduce((sum, list) => sum + list.length, 0);
    if (room.bytes + more <= options.limits.document && structs < options.limits.documentStructs) return;
    throw new Refusal(CLOSE.notAllowed, "This card is full. Take something out before adding more.");
  }

  function apply(room: Room, peer: Peer, update: Uint8Array, newClients: number[]): void {
    const from = { memberId: peer.member.id, peer, at: options.now(), newClients };
    peer.activeAt = from.at;
    try {
      applyEdit(room, (doc) => Y.applyUpdate(doc, update, peer), from);
    } catch (error) {
      distrust(room, peer, error);
      return;
    }
    options.meter.edit();
    hub.scheduleFlush();
    if (!hasPending(room.doc)) return;
    room.doc.store.pendingStructs = null;
    room.doc.store.pendingDs = null;
    throw resync("Something that this edit builds on is missing here.");
  }

  // Yjs threw half-way, so memory is not what the log will say: it is thrown away, and everybody loads again.
  function distrust(room: Room, peer: Peer, error: unknown): void {
    options.log.error({ err: error, claimId: room.claimId, memberId: peer.member.id }, "an update broke the open card");
    closePeer(peer, CLOSE.badMessage, "The update cannot be applied.");
    hub.drop(room, "Read the card again.");
  }

  function acknowledge(sitting: Sitting, count: number): void {
    const { room, peer } = sitting;
    if (!sitting.hasSentStep2) {
      sitting.heldCount = count;
      return;
    }
    if (room.pending.length > 0 || room.tentative)
      room.acknowledgements.push({ peer, count, askedAt: performance.now() });
    else reply(peer, acknowledgeFrame(count));
  }

  const reply = (peer: Peer, frame: Uint8Array) => send(peer, frame, options.limits.socketBuffer);

  return { join, leave };
}
