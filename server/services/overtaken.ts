import type { Db } from "#db/client.ts";
import { caseById, scaleById } from "#db/queries/cases.ts";
import { claimById, updateClaim } from "#db/queries/claims.ts";
import { eventsOfClaim, lastEventOfCase } from "#db/queries/decisions.ts";
import type { auditEvents } from "#db/schema/audit.ts";
import { AppError, notFound } from "#domain/errors.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Values } from "#domain/words/say.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { claimStatus } from "#server/services/claim-status.ts";
import { summarise } from "#server/services/event-words.ts";
import { peopleById, pick } from "#server/services/people-view.ts";

/** The decisions that make a new version of a claim. */
const MAKES_A_VERSION = new Set(["claim.moved", "claim.assigned", "review.signed_off", "review.changes_requested"]);

const REPEAT = "Nothing of yours was done; repeat it if it is still right.";

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
  const what = summarise(event, peopleById(tx), parent).replace(/\.$/, "");
  const who = by ?? ({ room: "claims", id: "another" } as const);
  return refusal("conflict", "claims", "overtaken", { who, what, ...stands }, detail);
}

/** What to say when somebody else changed a case's settings first, with what they are now in `detail.now`. */
export function overtakenOnCase(tx: Db, caseId: string): AppError {
  const found = caseById(tx, caseId);
  if (!found) return notFound("case");
  const event = lastEventOfCase(tx, caseId, "case.configured") ?? undefined;
  const { title, quorum, restricted, version } = found;
  const scale = scaleById(tx, found.scaleId)?.name ?? null;
  const facts = [
    `the title “${title}”`,
    scale ? `the scale “${scale}”` : "no scale",
    quorum === 1 ? "1 sign-off" : `${quorum} sign-offs`,
    restricted ? "open to listed members only" : "open to the whole desk",
  ];
  const now = { title, scale, quorum, restricted, by: actorOf(tx, event), version };
  const message = `${meanwhile(tx, found, event, "changed the case's settings")} It now has ${facts.join(", ")}. ${REPEAT}`;
  return new AppError("conflict", message, { now });
}

type Event = typeof auditEvents.$inferSelect;

function meanwhile(tx: Db, parent: CaseRecord, event: Event | null | undefined, otherwise: string): string {
  const what = event ? summarise(event, peopleById(tx), parent) : otherwise;
  return `Meanwhile ${actorOf(tx, event) ?? "somebody else"} ${what.replace(/\.$/, "")}.`;
}

function actorOf(tx: Db, event: Event | null | undefined): string | null {
  return pick(peopleById(tx), event?.actorId ?? null)?.name ?? null;
}
