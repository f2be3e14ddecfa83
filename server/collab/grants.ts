import { CLOSE } from "#domain/protocol.ts";
import { closePeer, type Peer } from "#server/collab/peer.ts";
import { Refusal } from "#server/collab/refusal.ts";
import type { Visitor } from "#server/collab/upgrade.ts";
import type { Member } from "#server/context.ts";

/** A grant older than this is looked up again before an edit is taken. */
const EDIT_MS = 1_000;
/** It counts as so much older at most, by chance: else all who began to type together are looked up in one moment, every second. */
const SPREAD_MS = 500;

export type GrantOptions = {
  now: () => number;
  /** Reads the session without extending it. Null when there is none, or none any more. */
  authenticate: (cookie: string | undefined) => { member: Member; sessionHash: string } | null;
  access: (member: Member, claimId: string) => { caseId: string; canEdit: boolean } | null;
  caseAccess: (member: Member, caseId: string) => boolean;
  random?: () => number;
};

/** Decides what a socket may do, when it opens and again while it is open. */
export function createGrants({ random = Math.random, ...options }: GrantOptions) {
  /** What the visitor may do there. Throws a 4404 refusal for what is not there and for what is not theirs to see. */
  function grant(member: Member, { kind, id }: Visitor["target"]): { caseId: string; canEdit: boolean } {
    const found =
      kind === "claim" ? options.access(member, id) : options.caseAccess(member, id) && { caseId: id, canEdit: false };
    if (!found) throw new Refusal(CLOSE.noSuchClaim, "There is nothing here, or it is not open to you.");
    return found;
  }

  function recheck(peer: Peer): boolean {
    peer.checkedAt = options.now() - random() * SPREAD_MS;
    try {
      const session = options.authenticate(peer.cookie);
      if (session?.member.id !== peer.member.id) throw new Refusal(CLOSE.signedOut, "Sign in again.");
      const target = {
        kind: peer.claimId === null ? ("case" as const) : ("claim" as const),
        id: peer.claimId ?? peer.caseId,
      };
      const { canEdit } = grant(session.member, target);
      if (peer.canEdit && !canEdit) throw new Refusal(CLOSE.notAllowed, "You may not edit this card any more.");
      if (!peer.canEdit && canEdit) throw new Refusal(CLOSE.resync, "You may edit this card now.", "promoted");
      peer.member = session.member;
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      closePeer(peer, error.code, error.message, error.kind);
      return false;
    }
  }

  const recheckAfter = (peer: Peer, age: number) => (options.now() - peer.checkedAt < age ? true : recheck(peer));

  return { grant, recheckAfter, stillAllowed: (peer: Peer) => recheckAfter(peer, EDIT_MS) };
}

export type Grants = ReturnType<typeof createGrants>;
