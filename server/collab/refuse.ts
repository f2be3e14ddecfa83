import { CLOSE } from "#domain/protocol.ts";
import { closePeer, type Peer } from "#server/collab/peer.ts";
import { Refusal } from "#server/collab/refusal.ts";
import type { Log } from "#server/log.ts";

/** Closes a peer for what went wrong with what it sent. */
export function refuse(peer: Peer, error: unknown, log: Log): void {
  if (error instanceof Refusal) closePeer(peer, error.code, error.message, error.kind);
  else {
    log.error({ memberId: peer.member.id, caseId: peer.caseId, claimId: peer.claimId, err: error }, "socket failed");
    closePeer(peer, CLOSE.storage, "Something went wrong on the server.", "fault");
  }
}
