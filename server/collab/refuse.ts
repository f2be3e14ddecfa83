import { CLOSE } from "#domain/protocol.ts";
import { closePeer, type Peer } from "#server/collab/peer.ts";
import { Refusal } from "#server/collab/refusal.ts";
import type { Log } from "#server/log.ts";

/** Closes a peer for what went wrong with what it sent, and writes down why. */
export function refuse(peer: Peer, error: unknown, log: Log): void {
  const facts = { memberId: peer.member.id, caseId: peer.caseId, claimId: peer.claimId };
  if (error instanceof Refusal) {
    log.warn({ ...facts, code: error.code, reason: error.message }, "socket refused");
    closePeer(peer, error.code, error.message);
  } else {
    log.error({ ...facts, err: error }, "socket failed");
    closePeer(peer, CLOSE.storage, "Something went wrong on the server.");
  }
}
