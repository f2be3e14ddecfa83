import { versionsOfClaim } from "#db/queries/card-versions.ts";
import { claimById, editsOf } from "#db/queries/claims.ts";
import { eventsOfCase, eventsOfClaim } from "#db/queries/decisions.ts";
import type { auditEvents } from "#db/schema/audit.ts";
import type { EventSaying } from "#domain/event-saying.ts";
import type { Context, Member } from "#server/context.ts";
import { createChainCheck } from "#server/proof/chain.ts";
import { caseFor, numberedClaim } from "#server/services/access.ts";
import { type OtherClaim, otherClaim, referenceOf } from "#server/services/claim-rows.ts";
import { duplicateNumber, eventSaying } from "#server/services/event-words.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";

export type Sitting = { kind: "sitting"; member: Person | null; from: number; to: number; updates: number };
export type Decision = {
  kind: "decision";
  type: string;
  member: Person | null;
  at: number;
  says: EventSaying;
  contentHash: string | null;
};
/** A version that was kept because this member took out much of the card. */
export type KeptVersion = {
  kind: "version";
  id: number;
  member: Person | null;
  at: number;
  outcome: "came_back" | "put_back" | "left_out" | null;
};
export type HistoryEntry = Sitting | Decision | KeptVersion;

export type RecordEvent = {
  seq: number;
  type: string;
  says: EventSaying;
  /** The claim that stays, where a duplicate was dropped; the sentence names it. */
  duplicateOf: OtherClaim | null;
  actor: Person | null;
  at: number;
  claimReference: string | null;
  claimNumber: number | null;
  hash: string;
};

const SITTING_GAP_MS = 30 * 60_000;
const PAGE = 50;

/** What happened: a card's edits by sitting with their author, and every decision with its hash. */
export function historyService({ db }: Context) {
  const firstBroken = createChainCheck(db);
  return {
    /** Newest first. */
    claim(actor: Member, caseNumber: number, claimNumber: number): HistoryEntry[] {
      const { claim, parent } = numberedClaim(db, actor, caseNumber, claimNumber, "case.read");
      const people = peopleById(db);
      const decisions = eventsOfClaim(db, claim.id)
        .map((event) => toDecision(event, people, parent))
        .reverse();
      const versions = versionsOfClaim(db, claim.id).map(
        ({ id, memberId, at, outcome }): KeptVersion => ({
          ...{ kind: "version", id, at, outcome },
          member: pick(people, memberId),
        }),
      );
      return [...sittings(editsOf(db, claim.id), people), ...versions, ...decisions].sort(
        (a, b) => timeOf(b) - timeOf(a),
      );
    },

    /** The case's record, newest first, fifty at a time; `before` is the last sequence number of the page before. */
    record(actor: Member, caseNumber: number, { before = Number.MAX_SAFE_INTEGER }: { before?: number } = {}) {
      const parent = caseFor(db, actor, caseNumber, "record.read");
      const people = peopleById(db);
      const page = eventsOfCase(db, parent.id, before, PAGE + 1);
      const events: RecordEvent[] = page.slice(0, PAGE).map((event) => {
        const claim = event.claimId ? claimById(db, event.claimId) : null;
        return {
          seq: event.seq,
          type: event.type,
          says: eventSaying(event, people, parent),
          duplicateOf: otherClaim(parent, duplicateNumber(event)),
          actor: pick(people, event.actorId),
          at: event.at,
          claimReference: claim ? referenceOf(parent.number, claim.number) : null,
          claimNumber: claim?.number ?? null,
          hash: event.hash,
        };
      });
      return {
        events,
        next: page.length > PAGE ? (events.at(-1)?.seq ?? null) : null,
        chainIntact: firstBroken() === null,
      };
    },
  };
}

function toDecision(
  event: typeof auditEvents.$inferSelect,
  people: Map<string, Person>,
  parent: { number: number },
): Decision {
  const { contentHash } = event.body;
  return {
    kind: "decision",
    type: event.type,
    member: pick(people, event.actorId),
    at: event.at,
    says: eventSaying(event, people, parent),
    contentHash: typeof contentHash === "string" ? contentHash : null,
  };
}

const timeOf = (entry: HistoryEntry) => (entry.kind === "sitting" ? entry.to : entry.at);

/** Edits of one member without a half-hour pause between them are one sitting. */
function sittings(edits: ReturnType<typeof editsOf>, people: Map<string, Person>): Sitting[] {
  const found: (Sitting & { memberId: string })[] = [];
  for (const { memberId, at } of edits) {
    if (memberId === null) continue;
    const open = found.findLast((one) => one.memberId === memberId);
    if (open && at - open.to < SITTING_GAP_MS) {
      open.to = at;
      open.updates += 1;
    } else {
      found.push({ kind: "sitting", memberId, member: pick(people, memberId), from: at, to: at, updates: 1 });
    }
  }
  return found.map(({ memberId: _memberId, ...sitting }) => sitting);
}
