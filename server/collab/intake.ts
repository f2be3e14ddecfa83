import * as Y from "yjs";
import { CARD_FULL, CLOSE } from "#domain/protocol.ts";
import type { Budgets } from "#server/collab/bucket.ts";
import { partsOf } from "#server/collab/fullness.ts";
import { addsSomething, checkUpdate, hasPending } from "#server/collab/guard.ts";
import { changesRationale, tryOnCopy } from "#server/collab/guard-cost.ts";
import { createOpening } from "#server/collab/guard-opening.ts";
import type { Meter } from "#server/collab/meter.ts";
import type { Peer } from "#server/collab/peer.ts";
import { Refusal, resync } from "#server/collab/refusal.ts";
import { applyEdit, isUsed, ownerOf, type Room } from "#server/collab/room.ts";

/** What each new client id costs, in messages: it stays on the card, and every later edit is looked up among them all. */
const CLIENT_MESSAGES = 5;
/** What a deletion adds to a card where it cuts a text in two, in bytes. */
const CUT_BYTES = 12;
/** A full card lets go of words also where that makes it a little larger, up to so many times what it may hold. */
const WHILE_CUTTING = 1.25;
/** What trying an update on a copy costs at least, in messages. */
const TRIED_MESSAGE = 10;

export type IntakeOptions = {
  budgets: Budgets;
  meter: Meter;
  now: () => number;
  limits: { document: number; documentStructs: number; opening: number };
  isWritable: () => boolean;
  /** Looks the grant up again when the last look is too old; closes the peer and returns false when it is gone. */
  stillAllowed: (peer: Peer) => boolean;
  /** Closes a peer for what it sent. */
  refuse: (peer: Peer, error: unknown) => void;
  /** Throws a room away of which Yjs left only a half. */
  distrust: (room: Room, peer: Peer, error: unknown) => void;
};

/**
 * Takes edits into the open documents: guards each, and applies all that one peer sent in a turn of the event loop in one
 * go, because what Yjs and the log do around an edit costs more than the edit.
 */
export function createIntake(options: IntakeOptions) {
  const { budgets, limits } = options;
  const opening = createOpening(limits.opening);

  /** Everything that has arrived for this room and is not in its document yet, in the order of arrival. */
  function takeIn(room: Room): void {
    const arrivals = room.inbox;
    if (arrivals.length === 0) return;
    room.inbox = [];
    const refused = new Set<Peer>();
    for (let at = 0; at < arrivals.length; ) {
      const peer = (arrivals[at] as Room["inbox"][number]).peer;
      const run: Uint8Array[] = [];
      for (; arrivals[at]?.peer === peer; at++) run.push((arrivals[at] as Room["inbox"][number]).update);
      if (!refused.has(peer) && !take(room, peer, run)) refused.add(peer);
    }
  }

  /** Takes one peer's edits. Returns false when one of them was refused: then the peer is closed, and the rest is not taken. */
  function take(room: Room, peer: Peer, updates: readonly Uint8Array[]): boolean {
    try {
      if (!options.stillAllowed(peer)) return false;
      room.document.wake();
      if (!peer.canEdit) for (const update of updates) read(room, peer, update);
      else if (!options.isWritable()) for (const update of updates) hold(room, peer, update);
      else apply(room, peer, updates);
      return true;
    } catch (error) {
      options.refuse(peer, error);
      return false;
    }
  }

  function read(room: Room, peer: Peer, update: Uint8Array): void {
    const { doc } = room.document;
    if (!addsSomething(doc, update, "counts")) return;
    if (addsSomething(doc, update, "is nothing") || unformats(doc, peer, update))
      throw new Refusal(CLOSE.notAllowed, "You may read this card, not edit it.", "reader");
  }

  /** Whether formatting that an update deletes is seen: then it is an edit, not what every copy tidies by itself. */
  function unformats(doc: Y.Doc, peer: Peer, update: Uint8Array): boolean {
    budgets.spend(peer.member.id, TRIED_MESSAGE, 0);
    return changesRationale(doc, update, charge(peer));
  }

  /** Each millisecond counts as a message, so that nobody keeps the server busy with a few slow ones. */
  const charge = (peer: Peer) => (ms: number) => budgets.charge(peer.member.id, ms);

  function hold(room: Room, peer: Peer, update: Uint8Array): void {
    judge(room, peer, update);
    if (addsSomething(room.document.doc, update, "counts"))
      throw new Refusal(CLOSE.storage, "The server cannot store edits at the moment.");
  }

  function apply(room: Room, peer: Peer, updates: readonly Uint8Array[]): void {
    const at = options.now();
    const newClients: number[] = [];
    let refusal: unknown = null;
    let isJudging = false;
    peer.activeAt = at;
    let length = 0;
    const applyAll = () => {
      for (const update of updates) {
        isJudging = true;
        length += update.length;
        const { clients, cuts } = judge(room, peer, update, length);
        room.bytes += cuts * CUT_BYTES;
        isJudging = false;
        Y.applyUpdate(room.document.doc, update, peer);
        const owned = clients.filter((client) => own(room, client, peer));
        budgets.charge(peer.member.id, owned.length * CLIENT_MESSAGES);
        newClients.push(...owned);
        options.meter.edit();
        if (hasPending(room.document.doc)) throw lacking(room);
      }
    };
    // What was taken before a refusal stays, and has to be queued before the peer is closed.
    const untilRefused = () => {
      try {
        applyAll();
      } catch (error) {
        if (!isJudging && !(error instanceof Refusal)) throw error;
        refusal = error;
      }
    };
    const from = { memberId: peer.member.id, peer, at, newClients };
    try {
      applyEdit(room, (doc) => doc.transact(untilRefused, peer), from);
    } catch (error) {
      options.distrust(room, peer, error);
      return;
    }
    if (refusal) throw refusal;
  }

  /** From now on the client id belongs to this member. */
  function own(room: Room, client: number, { member }: Peer): boolean {
    if (isUsed(room, client)) room.owners.add(client, member.id);
    return isUsed(room, client);
  }

  /** Nothing waits in memory for a part that is missing. */
  function lacking(room: Room): Refusal {
    room.document.doc.store.pendingStructs = null;
    room.document.doc.store.pendingDs = null;
    return resync("Something that this edit builds on is missing here.");
  }

  /**
   * Returns the client ids that nobody had before, and how often a deletion cuts. `length` counts the bytes that are not in the
   * room's estimate yet.
   */
  function judge(room: Room, peer: Peer, update: Uint8Array, length = update.length) {
    const { id: memberId } = peer.member;
    const owner = (client: number) => ownerOf(room, client);
    const checked = checkUpdate(room.document.doc, update, { memberId, ownerOf: owner });
    const { clients, addsStructs, cuts, parts, tryFirst } = checked;
    if (addsStructs) checkSize(room, length, 1);
    else if (cuts > 0) checkSize(room, length + cuts * CUT_BYTES, WHILE_CUTTING);
    const newClients = clients.filter((client) => room.owners.of(client) === null);
    // Whoever owes something brings no new client ids. What they cost is owed afterwards, so that several can come at once.
    if (newClients.length > 0) budgets.spend(memberId, 0, 0);
    if (tryFirst) {
      budgets.spend(memberId, TRIED_MESSAGE, 0);
      tryOnCopy(room.document.doc, update, charge(peer));
    }
    if (parts > 0) opening.check(room.document.doc, update, checked, charge(peer));
    return { clients: newClients, cuts };
  }

  function checkSize(room: Room, more: number, times: number): void {
    const { doc } = room.document;
    const bytes = limits.document * times;
    if (room.bytes + more > bytes) room.bytes = Y.encodeStateAsUpdate(doc).length;
    if (room.bytes + more <= bytes && partsOf(doc) < limits.documentStructs * times) return;
    throw new Refusal(CLOSE.notAllowed, CARD_FULL, "card_full");
  }

  return { takeIn };
}

export type Intake = ReturnType<typeof createIntake>;
