import { randomBytes } from "node:crypto";
import type { Db } from "#db/client.ts";
import { insertEvent, lastEvent } from "#db/queries/audit.ts";
import { FIRST_HASH } from "#server/proof/chain.ts";
import { canonical } from "#server/proof/verifier/canonical.js";
import { commitmentOf, entryHash, openingOf } from "#server/proof/verifier/event.js";

/** Every kind of audit event. docs/data-model.md lists them; a test compares the two. */
export const AUDIT_TYPES = [
  "desk.set_up",
  "desk.public_pages_set",
  "desk.method_pages_set",
  "member.joined",
  "member.role_changed",
  "member.byline_set",
  "member.deactivated",
  "member.password_link_made",
  "member.password_chosen",
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
  "claim.corrected",
  "claim.retraction_asked",
  "claim.retraction_confirmed",
  "claim.correction_taken_back",
  "claim.looked_at",
  "claim.withheld",
  "claim.shown_again",
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
  "release.published",
  "release.withdrawn",
  "feed.address_made",
  "feed.address_ended",
  "precedents.imported",
  "view.shared",
  "view.changed",
  "view.removed",
  "event.withheld",
  "desk.restored",
  "key.made",
  "key.rotated",
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

/** Appends one event to the chain, inside the transaction of what it records. */
export function record(tx: Db, { type, actorId, caseId = null, claimId = null, body = {}, at }: AuditEvent): void {
  const last = lastEvent(tx);
  const heading = { type, actorId, caseId, claimId };
  const said = canonical(body);
  const salt = randomBytes(32).toString("hex");
  const commitment = commitmentOf(salt, openingOf(heading, said));
  const entry = { seq: (last?.seq ?? 0) + 1, at, commitment, previousHash: last?.hash ?? FIRST_HASH };
  insertEvent(tx, { ...heading, ...entry, version: 2, salt, hash: entryHash(entry) }, said);
}
