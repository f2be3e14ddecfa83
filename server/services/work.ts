import { allCases } from "#db/queries/cases.ts";
import { reviewsOfCase } from "#db/queries/reviews.ts";
import { claimsAround, claimsToDecide } from "#db/queries/work.ts";
import type { Card } from "#domain/card.ts";
import { currentSignOffs, openChangeRequests, type Review } from "#domain/review.ts";
import { can } from "#domain/roles.ts";
import type { MessageId, Saying } from "#domain/words/say.ts";
import type { Context, Member } from "#server/context.ts";
import { accessOf, claimFor } from "#server/services/access.ts";
import { type ClaimRow, claimRows, groupBy, staleSignOffs } from "#server/services/claim-rows.ts";
import { type ClaimView, claimView } from "#server/services/claim-view.ts";

export type WorkRow = ClaimRow & { caseNumber: number; caseTitle: string; why: Saying | string };
export type Work = Record<"toReview" | "stale" | "changesRequested" | "assigned" | "waiting", WorkRow[]>;
export type NextReview = Pick<WorkRow, "caseNumber" | "number" | "reference">;

/** One claim to decide on: its card, and how it was when this member signed it last. */
export type ToReview = {
  claim: ClaimView;
  caseNumber: number;
  caseTitle: string;
  signed: { card: Card; at: number } | null;
  /** Whether it waits for this member now. */
  isWaiting: boolean;
};

const DONE = new Set(["signed_off", "released", "dropped"]);

/** What waits for one member, over all cases open to them; each claim stands in the first list that fits. */
export function workService(context: Context) {
  const { db } = context;
  return {
    list: (actor: Member): Work => listOf(actor, claimsAround(db, actor.id)),

    /** The first claim that waits for this member's decision, other than the one that is open. */
    next(actor: Member, openId: string): NextReview | null {
      const row = queueOf(actor).find((one) => one.id !== openId);
      return row ? { caseNumber: row.caseNumber, number: row.number, reference: row.reference } : null;
    },

    /** The claims that wait for this member's decision, stale sign-offs first, and the one that is to be read. */
    review(actor: Member, claimId: string | null): { queue: WorkRow[]; current: ToReview | null } {
      const queue = queueOf(actor);
      const wanted = claimId ?? queue[0]?.id ?? null;
      const isWaiting = queue.some((one) => one.id === wanted);
      return { queue, current: wanted === null ? null : { ...toRead(actor, wanted), isWaiting } };
    },
  };

  function queueOf(actor: Member): WorkRow[] {
    const { stale, toReview } = listOf(actor, claimsToDecide(db, actor.id));
    return [...stale, ...toReview];
  }

  function listOf(actor: Member, around: readonly { claimId: string; caseId: string }[]): Work {
    const work: Work = { toReview: [], stale: [], changesRequested: [], assigned: [], waiting: [] };
    const inCase = groupBy(around, (one) => one.caseId);
    for (const parent of around.length > 0 ? allCases(db) : []) {
      const ids = inCase.get(parent.id)?.map((one) => one.claimId);
      if (!ids || !can(actor, "case.read", accessOf(db, parent))) continue;
      const reviews = groupBy(reviewsOfCase(db, parent.id, ids), (one) => one.claimId);
      for (const row of claimRows(db, parent, ids)) {
        const place = placeOf(actor, row, reviews.get(row.id) ?? []);
        if (place)
          work[place.list].push({ ...row, caseNumber: parent.number, caseTitle: parent.title, why: place.why });
      }
    }
    for (const list of Object.values(work)) list.sort(dueFirst);
    return work;
  }

  function toRead(actor: Member, claimId: string): Omit<ToReview, "isWaiting"> {
    const { claim, parent } = claimFor(db, actor, claimId, "case.read");
    const view = claimView(context, actor, parent, claim);
    const last = view.reviews.find((one) => one.mine && one.decision === "sign_off" && one.state === "stale");
    return {
      claim: view,
      ...{ caseNumber: parent.number, caseTitle: parent.title },
      signed: last ? { card: last.card, at: last.at } : null,
    };
  }
}

const dueFirst = (a: WorkRow, b: WorkRow) =>
  (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER) || a.createdAt - b.createdAt;

const say = (id: MessageId<"work">): Saying => ({ room: "work", id });

/** The list in which a claim stands, and why: in the words of the reviewer where there are some. */
function placeOf(
  actor: Member,
  row: ClaimRow,
  reviews: readonly (Review & { note: string })[],
): { list: keyof Work; why: Saying | string } | null {
  if (row.stage === "dropped") return null;
  const mine = row.assignee?.id === actor.id;
  const asked = row.reviewers.some((one) => one.id === actor.id);
  const signed = currentSignOffs(reviews, row.contentHash).some((one) => one.reviewerId === actor.id);
  const stale = staleSignOffs(reviews, row.contentHash).some((one) => one.reviewerId === actor.id);
  if (stale) return { list: "stale", why: say("why_stale") };
  if (asked && !signed && row.status === "in_review") return { list: "toReview", why: say("why_to_review") };
  if (mine && row.changesRequested)
    return {
      list: "changesRequested",
      why: reviews.find((one) => openChangeRequests([one]).length > 0)?.note ?? say("why_changes"),
    };
  if (mine && row.status === "in_review") return { list: "waiting", why: say("why_waiting") };
  if (mine && !DONE.has(row.status)) return { list: "assigned", why: say("why_assigned") };
  return asked && !signed && !DONE.has(row.status) ? { list: "waiting", why: say("why_later") } : null;
}
