import type { Db } from "#db/client.ts";
import { caseById, scaleById } from "#db/queries/cases.ts";
import { claimById, updateClaim } from "#db/queries/claims.ts";
import { eventsOfClaim, lastEventOfCase } from "#db/queries/decisions.ts";
import type { auditEvents } from "#db/schema/audit.ts";
import { type AppError, notFound } from "#domain/errors.ts";
import { type EventSaying, eventAsSaying } from "#domain/event-saying.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Saying, Values } from "#domain/words/say.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { claimStatus } from "#server/services/claim-status.ts";
import { eventSaying } from "#server/services/event-words.ts";
import { peopleById, pick } from "#server/services/people-view.ts";

/** The decisions that make a new version of a claim. */
const MAKES_A_VERSION = new Set([
  ...["claim.moved", "claim.assigned", "review.signed_off", "review.changes_requested"],
  ...["claim.corrected", "claim.retraction_asked"],
]);

/**
 * Changes what is decided on a claim, on the version that was seen.
 * @throws AppError conflict that says what came between, with what is there now in `detail.now`.
 */
export function changeClaim(
  tx: Db,
  parent: CaseRecord,
  { id, version }: { id: string; version: number },
  set: Parameters<typeof updateClaim>[3],
): void {
  if (updateClaim(tx, id, version, set) === 0) throw overtakenOnClaim(tx, parent, id);
}

function overtakenOnClaim(tx: Db, parent: CaseRecord, claimId: string): AppError {
  const claim = claimById(tx, claimId);
  if (!claim) return notFound("claim");
  const event = eventsOfClaim(tx, claimId).findLast((one) => MAKES_A_VERSION.has(one.type));
  const status = claimStatus(tx, parent, claim);
  const assignee = pick(peopleById(tx), claim.assigneeId)?.name ?? null;
  const by = actorOf(tx, event);
  const stands: Values = {
    status: { room: "statuses", id: status },
    assignee: assignee ?? { room: "claims", id: "nobody" },
  };
  const detail = { now: { status, assignee, by, version: claim.version } };
  if (!event) return refusal("conflict", "claims", "overtaken_unseen", stands, detail);
  return refusal("conflict", "claims", "overtaken", { event: toldOf(tx, parent, event), ...stands }, detail);
}

/** What to say when somebody else changed a case's settings first, with what they are now in `detail.now`. */
export function overtakenOnCase(tx: Db, caseId: string): AppError {
  const found = caseById(tx, caseId);
  if (!found) return notFound("case");
  const event = lastEventOfCase(tx, caseId, "case.configured") ?? undefined;
  const { title, quorum, restricted, version } = found;
  const scale = scaleById(tx, found.scaleId)?.name ?? null;
  const now = { title, scale, quorum, restricted, by: actorOf(tx, event), version };
  const facts = {
    ...{ event: toldOf(tx, found, event), title, scale: scale ?? "", quorum },
    ...{ scaled: scale ? "yes" : "no", access: restricted ? "listed" : "desk" },
  };
  return refusal("conflict", "case", "overtaken", facts, { now });
}

type Event = typeof auditEvents.$inferSelect;

/** What came between, as a sentence that stands in another one. */
function toldOf(tx: Db, parent: CaseRecord, event: Event | undefined): Saying {
  const says: EventSaying = event ? eventSaying(event, peopleById(tx), parent) : { id: "case_configured_before" };
  const reason = says.texts?.reason?.replace(/\.$/, "");
  const who = actorOf(tx, event) ?? ({ room: "claims", id: "another" } as const);
  return eventAsSaying(reason === undefined ? says : { ...says, texts: { reason } }, { who });
}

function actorOf(tx: Db, event: Event | null | undefined): string | null {
  return pick(peopleById(tx), event?.actorId ?? null)?.name ?? null;
}
