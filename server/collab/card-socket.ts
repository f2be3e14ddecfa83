import * as Y from "yjs";
import { CLOSE, type CloseCode } from "#domain/protocol.ts";
import type { Budgets } from "#server/collab/bucket.ts";
import { type Bucket, createBucket, take } from "#server/collab/bucket.ts";
import { acknowledgeFrame, readFrame, step1Frame, step2Frame } from "#server/collab/frames.ts";
import type { Hub } from "#server/collab/hub.ts";
import type { Intake } from "#server/collab/intake.ts";
import { type Peer, send } from "#server/collab/peer.ts";
import type { Presence } from "#server/collab/presence.ts";
import { Refusal } from "#server/collab/refusal.ts";
import { refuse } from "#server/collab/refuse.ts";
import type { Room } from "#server/collab/room.ts";
import type { Log } from "#server/log.ts";

/** The whole document is sent at most so often to one socket: a few bytes of question have megabytes of answer. */
const STEP1_PER_SECOND = 0.2;
const STEP1_BURST = 3;
/** What is sent counts too, as one message for so many bytes: opening sockets again and again brings no more than asking. */
const BYTES_PER_MESSAGE = 16 * 1024;
/** Presence and acknowledgements are cheaper than edits. */
const SMALL_MESSAGE = 0.25;

export type CardSocketOptions = {
  hub: Hub;
  intake: Intake;
  presence: Presence;
  budgets: Budgets;
  log: Log;
  now: () => number;
  socketBuffer: number;
};

/** What one socket on a card has done so far. */
type Sitting = { room: Room; peer: Peer; hasSentStep2: boolean; heldCount: number | null; questions: Bucket };

/** Speaks the y-websocket protocol with one peer: asks for what it has, answers, passes edits on, acknowledges. */
export function createCardSockets(options: CardSocketOptions) {
  const { hub, presence, budgets } = options;

  /** Opens a card to a peer. Throws an AppError when the card cannot be opened. */
  function join(peer: Peer, claimId: string): void {
    hub.flushNow();
    const room = hub.open(claimId);
    const questions = createBucket(STEP1_PER_SECOND, options.now(), STEP1_BURST);
    const sitting: Sitting = { room, peer, hasSentStep2: false, heldCount: null, questions };
    room.peers.add(peer);
    peer.socket.on("message", (message: Buffer, isBinary: boolean) => receive(sitting, message, isBinary));
    reply(peer, step1Frame(room.document.vector));
    presence.welcome(room, peer);
  }

  /** What somebody sent before going is kept; what stands behind an offence is not looked at. */
  function leave(peer: Peer, code: CloseCode | null): void {
    const room = peer.claimId === null ? undefined : hub.rooms.get(peer.claimId);
    if (!room?.peers.delete(peer)) return;
    if (code === null) options.intake.takeIn(room);
    else room.inbox = room.inbox.filter((one) => one.peer !== peer);
    room.synced.delete(peer);
    room.acknowledgements.delete(peer);
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
      refuse(peer, error, options.log);
    }
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
    hub.flushNow();
    if (peer.closed) return;
    const update = missing(room, vector);
    budgets.charge(peer.member.id, update.length / BYTES_PER_MESSAGE);
    reply(peer, step2Frame(update));
    room.synced.add(peer);
  }

  function missing(room: Room, vector: Uint8Array): Uint8Array {
    const hasNothing = vector.length === 1 && vector[0] === 0;
    if (hasNothing) return hub.whole(room);
    const { doc } = room.document;
    try {
      return Y.encodeStateAsUpdate(doc, vector);
    } catch {
      throw new Refusal(CLOSE.badMessage, "The state vector cannot be read.");
    }
  }

  function receiveStep2(sitting: Sitting, update: Uint8Array): void {
    sitting.hasSentStep2 = true;
    receiveUpdate(sitting, update);
    const held = sitting.heldCount;
    sitting.heldCount = null;
    if (held !== null) acknowledge(sitting, held);
  }

  // What is typed before the first Step2 is part of that Step2; alone it would look like a gap.
  function receiveUpdate({ room, peer, hasSentStep2 }: Sitting, update: Uint8Array): void {
    if (!hasSentStep2 || isNothing(update)) return;
    room.inbox.push({ peer, update });
    hub.schedule(room);
  }

  function acknowledge(sitting: Sitting, count: number): void {
    const { room, peer } = sitting;
    peer.knowsOurs = true;
    if (!sitting.hasSentStep2) {
      sitting.heldCount = count;
      return;
    }
    const asked = { count, askedAt: performance.now() };
    if (room.inbox.length > 0 || room.pending.length > 0 || room.tentative) room.acknowledgements.set(peer, asked);
    else if (room.unsynced) room.unsynced.acknowledgements.set(peer, asked);
    else reply(peer, acknowledgeFrame(count));
  }

  const reply = (peer: Peer, frame: Uint8Array) => send(peer, frame, options.socketBuffer);

  return { join, leave };
}

/** An update without structs and deletions: what most who come in answer to the question what they have. */
const isNothing = (update: Uint8Array) => update.length === 2 && update[0] === 0 && update[1] === 0;

export type CardSockets = ReturnType<typeof createCardSockets>;
