import type { Db } from "#db/client.ts";
import { placeOfClaim, quarantineOf } from "#db/queries/collab.ts";
import { documentById } from "#db/queries/documents.ts";
import { CLOSE, type CloseCode, TOO_MANY_WINDOWS } from "#domain/protocol.ts";
import type { Budgets } from "#server/collab/bucket.ts";
import type { CardSockets } from "#server/collab/card-socket.ts";
import type { Grants } from "#server/collab/grants.ts";
import type { Hub } from "#server/collab/hub.ts";
import type { Live } from "#server/collab/live.ts";
import { joinLive } from "#server/collab/live-socket.ts";
import { leave, type Peer } from "#server/collab/peer.ts";
import { Refusal } from "#server/collab/refusal.ts";
import { SET_ASIDE } from "#server/collab/room.ts";
import { brokenFrame, type TellTurnedAway } from "#server/collab/turned-away.ts";
import type { Line, Visitor } from "#server/collab/upgrade.ts";
import type { Log } from "#server/log.ts";

/** What it costs to come in, in messages: opening a socket again and again is no way around the other bounds. */
const OPENING_MESSAGES = 3;

export type AdmissionOptions = {
  db: Db;
  hub: Hub;
  cards: CardSockets;
  live: Live;
  grants: Grants;
  budgets: Budgets;
  /** Everybody who is here; whoever comes in is added, whoever goes is taken out. */
  peers: Set<Peer>;
  log: Log;
  now: () => number;
  newId: () => string;
  tellTurnedAway: TellTurnedAway;
  socketsPerMember: number;
  isClosing: () => boolean;
};

/** Lets a visitor in to a card or to the live channel of a case, and sees them out. */
export function createAdmission(options: AdmissionOptions) {
  const { db, hub, cards, live, grants, budgets, peers, log, now, newId, tellTurnedAway } = options;

  function showPlace(peer: Peer, field: string | null): void {
    const claimReference = (peer.claimId && hub.rooms.get(peer.claimId)?.reference) || null;
    live.place(peer, { claimId: peer.claimId, claimReference, field, screen: "", following: null });
  }

  function welcome(line: Line, visitor: Visitor): void {
    if (options.isClosing()) throw new Refusal(CLOSE.restarting, "The server is restarting.");
    budgets.spend(visitor.member.id, OPENING_MESSAGES, 0);
    const granted = grants.grant(visitor.member, visitor.target);
    if (socketsOf(visitor.member.id) >= options.socketsPerMember)
      throw new Refusal(CLOSE.slowDown, TOO_MANY_WINDOWS, "too_many_sockets");
    admit(makePeer(line, visitor, granted));
  }

  function socketsOf(memberId: string): number {
    let count = 0;
    for (const peer of peers) if (peer.member.id === memberId) count++;
    return count;
  }

  function makePeer(line: Line, visitor: Visitor, granted: { caseId: string; canEdit: boolean }): Peer {
    const at = now();
    const { cookie, member, sessionHash, target } = visitor;
    const claimId = target.kind === "claim" ? target.id : null;
    const facts = { cookie, member, sessionHash, claimId, ...granted, heardAt: at, activeAt: at, checkedAt: at };
    const peer: Peer = {
      ...{ id: newId(), ...line, ...facts, knowsOurs: false, closed: false },
      onClosed: (code) => farewell(peer, code),
      onTurnedAway: (ending) => tellTurnedAway({ memberId: member.id, caseId: peer.caseId, claimId }, ending),
    };
    return peer;
  }

  function admit(peer: Peer): void {
    peers.add(peer);
    peer.socket.on("pong", () => {
      peer.heardAt = now();
    });
    peer.socket.on("close", () => peer.closed || leave(peer));
    peer.socket.on("error", (error) => {
      const ending = peer.closed ? null : brokenFrame(error);
      if (ending) peer.onTurnedAway(ending);
    });
    try {
      if (peer.claimId === null) joinLive(peer, { live, budgets, log, now, referenceIn, hasDocument });
      else joinCard(peer, peer.claimId);
    } catch (error) {
      leave(peer);
      throw error;
    }
  }

  function joinCard(peer: Peer, claimId: string): void {
    try {
      cards.join(peer, claimId);
    } catch (error) {
      throw quarantineOf(db, claimId) ? new Refusal(CLOSE.setAside, SET_ASIDE) : error;
    }
    if (!peer.closed) showPlace(peer, null);
  }

  function referenceIn(caseId: string, claimId: string): string | null {
    const place = placeOfClaim(db, claimId);
    return place?.caseId === caseId ? place.reference : null;
  }

  const hasDocument = (caseId: string, documentId: string) => documentById(db, documentId)?.caseId === caseId;

  function farewell(peer: Peer, code: CloseCode | null): void {
    peers.delete(peer);
    live.leave(peer);
    cards.leave(peer, code);
  }

  return { welcome, showPlace };
}
