import type { Db } from "#db/client.ts";
import { type ClaimRecord, claimById, claimByNumber } from "#db/queries/claims.ts";
import { insertMerge, mergeOf } from "#db/queries/merges.ts";
import { releasedClaimsOf } from "#db/queries/releases.ts";
import { MAX_ENTRIES } from "#domain/card.ts";
import { addQuote, addSource } from "#domain/card-edit.ts";
import { isAppError, notFound } from "#domain/errors.ts";
import type { Status } from "#domain/status.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Saying } from "#domain/words/say.ts";
import type { Context, Member } from "#server/context.ts";
import { type CaseRecord, numberedClaim } from "#server/services/access.ts";
import type { AlikeClaim, alikeService } from "#server/services/alike.ts";
import { record } from "#server/services/audit.ts";
import { type OtherClaim, otherClaim, referenceOf } from "#server/services/claim-rows.ts";
import { claimStatus, isClosed } from "#server/services/claim-status.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { type MergePlan, mergePlan } from "#server/services/merge-plan.ts";
import { mergedClaims, stayingNumber } from "#server/services/merged-claims.ts";
import { changeClaim } from "#server/services/overtaken.ts";
import { passSet, setToPass } from "#server/services/pass-set.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";
import { quotePlaces } from "#server/services/quote-places.ts";

/** One of the two claims, as the page before a merge shows it. */
export type MergeSide = {
  number: number;
  reference: string;
  statement: string;
  claimant: string;
  language: string;
  status: Status;
  sources: number;
  quotes: number;
  assignee: Person | null;
};

export type MergePreview = {
  from: MergeSide;
  into: MergeSide;
  takenOver: Pick<MergePlan, "sources" | "quotes" | "set">;
  /** Names what would be taken over; the decision is refused when that is no longer it. */
  plan: string;
  /** The version of the claim that would be dropped. */
  version: number;
};

/** The page that leads to a merge: the claim, others that read alike, and what would happen with the one that is wanted. */
export type MergeLook = {
  from: MergeSide;
  alike: AlikeClaim[];
  wanted: number | null;
  preview: MergePreview | null;
  /** Why the wanted one cannot be it. */
  refusal: Saying | string | null;
};

export type Merge = { into: number; plan: string; version: number };

/** How the merges around a claim stand: where it went, and which ones came. */
export type MergeFacts = { into: OtherClaim | null; by: Person | null; from: OtherClaim[] };

/** Merging a claim into another one that says the same. Whoever may edit both and move them may merge them. */
export function mergesService({ db, now, newId, rooms, live }: Context, alike: ReturnType<typeof alikeService>) {
  return {
    /** What there is to choose from, and what merging into the wanted claim would do, or why it cannot be. */
    look(actor: Member, caseNumber: number, claimNumber: number, wanted: number | null): MergeLook {
      const { claim, parent } = numberedClaim(db, actor, caseNumber, claimNumber, "claim.merge");
      const side = { from: sideOf(parent, claim), alike: alike.toClaim(actor, caseNumber, claim), wanted };
      if (wanted === null) return { ...side, preview: null, refusal: null };
      try {
        return { ...side, preview: previewOf(parent, claim, wanted), refusal: null };
      } catch (error) {
        if (!isAppError(error)) throw error;
        return { ...side, preview: null, refusal: error.saying ?? error.message };
      }
    },

    /** Gives the other card what it lacks, in the actor's name, and drops this claim as its duplicate: all or nothing. */
    merge(
      actor: Member,
      caseNumber: number,
      claimNumber: number,
      { into, plan, version, once }: Merge & Once,
    ): OtherClaim {
      const { claim, parent } = numberedClaim(db, actor, caseNumber, claimNumber, "claim.merge");
      const of = ["claim.merge", claim.id, into, plan, version];
      const target = decideOnce({ db, now }, actor, { once, of }, (tx, at) => {
        const there = mergeable(tx, parent, claimById(tx, claim.id) ?? claim, into);
        const taken = planOf(tx, parent, claim, there);
        if (taken.hash !== plan) throw refusal("conflict", "merge", "changed_meanwhile");
        demandRoom(claim, there, taken);
        const dropped = { stage: "dropped", dropReason: "duplicate", duplicateOf: there.id } as const;
        changeClaim(tx, parent, { id: claim.id, version }, dropped);
        takeOver(actor, there, taken);
        insertMerge(tx, { claimId: claim.id, intoId: there.id, by: actor.id, at });
        note(tx, { actor, parent, claim, there, taken, at });
        passSet(tx, taken.set, { actorId: actor.id, caseId: parent.id, fromId: claim.id, intoId: there.id, at });
        return { number: there.number, reference: referenceOf(parent.number, there.number), id: there.id };
      });
      for (const claimId of [claim.id, target.id]) live.publish(parent.id, { type: "claim", claimId });
      return { number: target.number, reference: target.reference };
    },

    /** Where this claim was merged into, and which claims were merged into it. */
    around(actor: Member, caseNumber: number, claimNumber: number): MergeFacts {
      const { claim, parent } = numberedClaim(db, actor, caseNumber, claimNumber, "case.read");
      const merge = mergeOf(db, claim.id);
      const from = mergedClaims(db, claim.id).flatMap((one) => otherClaim(parent, one.number) ?? []);
      const into = merge && otherClaim(parent, stayingNumber(db, merge.intoId));
      return { into, by: merge && pick(peopleById(db), merge.by), from };
    },
  };

  function previewOf(parent: CaseRecord, claim: ClaimRecord, number: number): MergePreview {
    const target = mergeable(db, parent, claim, number);
    const { sources, quotes, set, hash } = planOf(db, parent, claim, target);
    const sides = { from: sideOf(parent, claim), into: sideOf(parent, target) };
    return { ...sides, takenOver: { sources, quotes, set }, plan: hash, version: claim.version };
  }

  function planOf(tx: Db, parent: CaseRecord, from: ClaimRecord, into: ClaimRecord): MergePlan {
    const { isTrue } = quotePlaces(tx, parent.id);
    const set = setToPass(tx, from.id, into.id);
    return mergePlan(rooms.freeze(from.id).card, rooms.freeze(into.id).card, { isTrue, set });
  }

  function demandRoom(from: ClaimRecord, into: ClaimRecord, { sources, quotes }: MergePlan): void {
    const { card } = rooms.freeze(into.id);
    const entries = Math.max(card.sources.length + sources.length, card.quotes.length + quotes.length);
    if (entries <= MAX_ENTRIES && rooms.fullness(from.id) + rooms.fullness(into.id) < 1) return;
    throw refusal("conflict", "merge", "too_large");
  }

  function takeOver(actor: Member, into: ClaimRecord, { sources, quotes }: MergePlan): void {
    if (sources.length + quotes.length === 0) return;
    rooms.edit(into.id, actor.id, (doc) => {
      for (const { id: _id, ...source } of sources) addSource(doc, newId(), source);
      for (const quote of quotes) addQuote(doc, { ...quote, id: newId() });
    });
  }

  function note(
    tx: Db,
    {
      actor,
      parent,
      claim,
      there,
      taken,
      at,
    }: {
      actor: Member;
      parent: CaseRecord;
      claim: ClaimRecord;
      there: ClaimRecord;
      taken: MergePlan;
      at: number;
    },
  ): void {
    const common = { actorId: actor.id, caseId: parent.id, at };
    const moved = { from: claim.stage, to: "dropped", reason: "duplicate", duplicateOf: there.number };
    record(tx, { type: "claim.moved", claimId: claim.id, body: moved, ...common });
    const reference = referenceOf(parent.number, claim.number);
    const merged = { reference, sources: taken.sources.length, quotes: taken.quotes.length };
    record(tx, { type: "claim.merged", claimId: there.id, body: merged, ...common });
  }

  function sideOf(parent: CaseRecord, claim: ClaimRecord): MergeSide {
    const { statement, claimant, language, sources, quotes } = rooms.freeze(claim.id).card;
    return {
      ...{ number: claim.number, statement, claimant, language },
      reference: referenceOf(parent.number, claim.number),
      status: claimStatus(db, parent, claim),
      sources: sources.length,
      quotes: quotes.length,
      assignee: pick(peopleById(db), claim.assigneeId),
    };
  }
}

/** The claim that stays. @throws AppError conflict or bad_input that says why these two cannot be merged. */
function mergeable(db: Db, parent: CaseRecord, from: ClaimRecord, number: number): ClaimRecord {
  const into = claimByNumber(db, parent.id, number);
  if (!into) throw notFound("claim");
  const [one, other] = [from, into].map((claim) => referenceOf(parent.number, claim.number));
  const why = whyNotMerge(db, parent, { from, into, one: one ?? "", other: other ?? "" });
  if (why) throw refusal(from.id === into.id ? "bad_input" : "conflict", why.room, why.id, why.values);
  return into;
}

type Two = { from: ClaimRecord; into: ClaimRecord; one: string; other: string };
type MergeSaying = Extract<Saying, { room: "merge" }>;

function whyNotMerge(db: Db, parent: CaseRecord, { from, into, one, other }: Two): MergeSaying | null {
  const room = "merge";
  if (from.id === into.id) return { room, id: "itself" };
  if (from.stage === "dropped") return { room, id: "dropped_already", values: { reference: one } };
  if (into.stage === "dropped") return { room, id: "target_dropped", values: { reference: other } };
  const released = releasedClaimsOf(db, parent.id).find((claim) => claim.claimId === from.id);
  if (released) return { room, id: "was_released", values: { reference: one, number: released.number, other } };
  if (isClosed(db, parent, into)) return { room, id: "target_released", values: { reference: other } };
  return null;
}
