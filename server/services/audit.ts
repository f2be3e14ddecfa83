import type { Db } from "#db/client.ts";
import { eventBySeq, eventsAfter, insertEvent, lastEvent } from "#db/queries/decisions.ts";
import type { auditEvents } from "#db/schema/audit.ts";
import { canonicalJson, sha256Hex } from "#domain/content.ts";

/** Every kind of audit event. docs/data-model.md lists them; a test compares the two. */
export const AUDIT_TYPES = [
  "desk.set_up",
  "member.joined",
  "member.role_changed",
  "member.deactivated",
  "member.signed_in",
  "member.sign_in_failed",
  "member.signed_out",
  "invite.made",
  "invite.revoked",
  "token.made",
  "token.revoked",
  "webhook.made",
  "webhook.removed",
  "case.created",
  "case.configured",
  "document.added",
  "document.version_added",
  "sentence.dismissed",
  "sentence.reopened",
  "claim.created",
  "claim.quote_carried",
  "claim.quote_added",
  "claim.quote_kept",
  "claim.moved",
  "claim.merged",
  "claim.assigned",
  "claim.put_back",
  "claim.left_out",
  "claim.version_named",
  "claim.version_unnamed",
  "claim.restored",
  "claim.set_joined",
  "claim.set_left",
  "claim.labelled",
  "review.signed_off",
  "review.changes_requested",
  "review.withdrawn",
  "review.cleared",
  "sign_off.went_stale",
  "sign_off.current_again",
  "thread.resolved",
  "thread.reopened",
  "comment.deleted",
  "release.made",
  "feed.address_made",
  "feed.address_ended",
  "view.shared",
  "view.changed",
  "view.removed",
] as const;
export type AuditType = (typeof AUDIT_TYPES)[number];

export type AuditEvent = {
  type: AuditType;
  actorId: string | null;
  caseId?: string | null;
  claimId?: string | null;
  body?: Record<string, unknown>;
  at: number;
};

const FIRST = "0".repeat(64);

/** Appends one event to the chain, inside the transaction of what it records. */
export function record(tx: Db, { type, actorId, caseId = null, claimId = null, body = {}, at }: AuditEvent): void {
  const previousHash = lastEvent(tx)?.hash ?? FIRST;
  const event = { type, actorId, caseId, claimId, body, at, previousHash };
  insertEvent(tx, { ...event, hash: sha256Hex(canonicalJson(event)) });
}

/** Recomputes the chain. Returns the sequence number of the first event that does not fit, or null when all do. */
export function firstBrokenEvent(db: Db): number | null {
  return createChainCheck(db)();
}

/**
 * The same for a process that asks again and again: what has been found to fit is remembered, and only what was added
 * since is recomputed, as long as the last event that was checked is still there.
 */
export function createChainCheck(db: Db): () => number | null {
  let checked = { seq: 0, hash: FIRST };
  return () => {
    if (checked.seq > 0 && eventBySeq(db, checked.seq)?.hash !== checked.hash) checked = { seq: 0, hash: FIRST };
    for (const event of eventsAfter(db, checked.seq)) {
      if (event.previousHash !== checked.hash || event.hash !== hashOf(event)) return event.seq;
      checked = { seq: event.seq, hash: event.hash };
    }
    return null;
  };
}

function hashOf({ type, actorId, caseId, claimId, body, at, previousHash }: typeof auditEvents.$inferSelect): string {
  return sha256Hex(canonicalJson({ type, actorId, caseId, claimId, body, at, previousHash }));
}
