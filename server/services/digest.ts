import type { Db } from "#db/client.ts";
import { allCases, visitsOf } from "#db/queries/cases.ts";
import { cardOf, claimById } from "#db/queries/claims.ts";
import { eventsOfCase } from "#db/queries/decisions.ts";
import { digestChoiceOf, setDigestChoice } from "#db/queries/mail.ts";
import { mutedCasesOf } from "#db/queries/notifications.ts";
import { claimsAround } from "#db/queries/work.ts";
import type { auditEvents } from "#db/schema/audit.ts";
import type { EventSaying } from "#domain/event-saying.ts";
import { can } from "#domain/roles.ts";
import type { Context, Member } from "#server/context.ts";
import { accessOf, type CaseRecord } from "#server/services/access.ts";
import type { AuditType } from "#server/services/audit.ts";
import { groupBy, referenceOf } from "#server/services/claim-rows.ts";
import { inTransaction } from "#server/services/decide.ts";
import { eventSaying } from "#server/services/event-words.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";

/** What somebody did. */
export type DigestLine = { seq: number; actor: Person | null; says: EventSaying; at: number };
/** A claim on which something happened, or null for what concerns the whole case. */
export type DigestClaim = { reference: string; number: number; statement: string; language: string };
export type DigestPart = { claim: DigestClaim | null; lines: DigestLine[] };
export type DigestCase = {
  caseNumber: number;
  caseTitle: string;
  restricted: boolean;
  /** 0 when the member has never looked at this case. */
  since: number;
  parts: DigestPart[];
  /** Whether more happened than is told. */
  isCut: boolean;
};

/** Of one case; a longer absence is read in its record. */
const LINES = 60;

/** What a colleague who takes over wants to know; sign-ins, coverage and the moving of quotes are not it. */
const TOLD: ReadonlySet<AuditType> = new Set([
  "case.configured",
  "document.added",
  "document.version_added",
  "claim.created",
  "claim.moved",
  "claim.assigned",
  "claim.put_back",
  "review.signed_off",
  "review.changes_requested",
  "review.withdrawn",
  "review.cleared",
  "sign_off.went_stale",
  "release.made",
]);

export function digestService({ db, now }: Context) {
  return {
    /** `at` is the moment up to which it tells. */
    read: (actor: Member): { at: number; cases: DigestCase[] } => ({ at: now(), cases: digestOf(db, actor) }),

    /** What happened up to this moment is no news to the actor any more. */
    setSeen(actor: Member, upTo: number): void {
      const seenAt = Math.min(upTo, now());
      inTransaction(db, (tx) => setDigestChoice(tx, actor.id, { seenAt }));
    },
  };
}

/**
 * What others did on the cases that a member has visited or works on, since they last looked at each, and since `after`;
 * the case with the latest news first.
 */
export function digestOf(db: Db, member: Member, after = 0): DigestCase[] {
  const works = new Set(claimsAround(db, member.id).map((one) => one.caseId));
  const muted = new Set(mutedCasesOf(db, member.id));
  const visits = new Map(visitsOf(db, member.id).map((one) => [one.caseId, one.at]));
  const seen = Math.max(after, digestChoiceOf(db, member.id)?.seenAt ?? 0);
  const people = peopleById(db);
  return allCases(db)
    .filter(({ id }) => (works.has(id) || visits.has(id)) && !muted.has(id))
    .filter((parent) => can(member, "case.read", accessOf(db, parent)))
    .map((parent) => newsOf(db, parent, member, { people, since: Math.max(seen, visits.get(parent.id) ?? 0) }))
    .filter((one) => one.parts.length > 0)
    .sort((a, b) => latest(b) - latest(a));
}

type Since = { people: Map<string, Person>; since: number };

function newsOf(db: Db, parent: CaseRecord, member: Member, { people, since }: Since): DigestCase {
  const events = eventsOfCase(db, parent.id, Number.MAX_SAFE_INTEGER, 4 * LINES)
    .filter((one) => one.at > since && one.actorId !== member.id && TOLD.has(one.type as AuditType))
    .reverse();
  const told = events.slice(-LINES);
  const parts = [...groupBy(told, (one) => one.claimId ?? "")].map(([claimId, list]) => ({
    claim: claimId === "" ? null : digestClaim(db, parent, claimId),
    lines: list.map((event) => toLine(event, people, parent)),
  }));
  const { number: caseNumber, title: caseTitle, restricted } = parent;
  return { caseNumber, caseTitle, restricted, since, parts, isCut: events.length > told.length };
}

function toLine(event: typeof auditEvents.$inferSelect, people: Map<string, Person>, parent: CaseRecord): DigestLine {
  const { seq, at, actorId } = event;
  return { seq, at, actor: pick(people, actorId), says: eventSaying(event, people, parent) };
}

function digestClaim(db: Db, parent: CaseRecord, claimId: string): DigestClaim {
  const number = claimById(db, claimId)?.number ?? 0;
  const { statement = "", language = "" } = cardOf(db, claimId) ?? {};
  return { reference: referenceOf(parent.number, number), number, statement, language };
}

const latest = ({ parts }: DigestCase) => Math.max(...parts.flatMap(({ lines }) => lines.map((one) => one.at)));
