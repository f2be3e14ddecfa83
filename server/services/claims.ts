import type { Db } from "#db/client.ts";
import { scaleById } from "#db/queries/cases.ts";
import { type ClaimRecord, claimByNumber, claimIdsAfter, insertClaim, nextClaimNumber } from "#db/queries/claims.ts";
import { documentById, sentenceAt, versionByNumber } from "#db/queries/documents.ts";
import { precedentById } from "#db/queries/precedents.ts";
import { latestReleaseOfClaim } from "#db/queries/releases.ts";
import { requestsOfClaim, setRequests } from "#db/queries/reviews.ts";
import { makeSelector, toUtf16 } from "#domain/anchors.ts";
import { whyNotDue } from "#domain/due.ts";
import { notFound } from "#domain/errors.ts";
import { whyNotMove } from "#domain/moving.ts";
import { isInCase } from "#domain/roles.ts";
import type { DropReason, Stage } from "#domain/status.ts";
import { refusal, refusalOf } from "#domain/words/refusal.ts";
import type { MessageId, Saying, Values } from "#domain/words/say.ts";
import type { Context, Member } from "#server/context.ts";
import { cardFromPrecedent } from "#server/precedents/first-card.ts";
import { accessOf, type CaseRecord, caseFor, claimFor, demand, numberedClaim } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { type ClaimRow, claimRows, referenceOf } from "#server/services/claim-rows.ts";
import { claimStatus } from "#server/services/claim-status.ts";
import { type ClaimView, claimView } from "#server/services/claim-view.ts";
import { decidedBefore, decideOnce, type Once } from "#server/services/decide.ts";
import { firstContent } from "#server/services/first-content.ts";
import { tellAssigned, tellMoved } from "#server/services/occasions.ts";
import { changeClaim } from "#server/services/overtaken.ts";
import { activePeople } from "#server/services/people-view.ts";
import { demandOtherWords } from "#server/services/same-words.ts";

export type Words = { documentId: string; versionNumber: number; start: number; end: number };
export type NewClaim = { claimId: string; number: number; reference: string; version: number };
export type Move = { stage: Stage; dropReason?: DropReason | null; duplicateOf?: number | null; version: number };
export type Assignment = { assigneeId: string | null; reviewerIds: string[]; dueAt: number | null; version: number };

/** Claims of a case: made from words, moved between stages, assigned. Their text is edited in the rooms, not here. */
export function claimsService(context: Context) {
  const { db, now, newId, rooms, live } = context;

  return {
    /** Makes a claim from selected words (code points, end exclusive), with its quote, anchor and first guesses. */
    createFromWords(
      actor: Member,
      caseNumber: number,
      { documentId, versionNumber, start, end, once }: Words & Once,
    ): NewClaim {
      const parent = caseFor(db, actor, caseNumber, "claim.create");
      const version =
        documentById(db, documentId)?.caseId === parent.id ? versionByNumber(db, documentId, versionNumber) : null;
      if (!version) throw notFound("document");
      const selector = makeSelector(version.text, start, end);
      return create(
        actor,
        parent,
        { once },
        {
          quote: { versionId: version.id, ...selector },
          sentence: sentenceIn(version, selector.start),
          language: version.language,
          outlet: version.outlet,
        },
      );
    },

    /** Makes a claim that has no words in a document yet. */
    create(actor: Member, caseNumber: number, { statement, once }: { statement: string } & Once): NewClaim {
      const parent = caseFor(db, actor, caseNumber, "claim.create");
      if (statement.trim() === "") throw refusalOf("bad_input", NO_STATEMENT, { fields: { statement: NO_STATEMENT } });
      return create(actor, parent, { once }, { statement: statement.trim() });
    },

    /** Makes a claim of what others have checked, with their check as a source. */
    createFromPrecedent(
      actor: Member,
      caseNumber: number,
      { precedentId, once }: { precedentId: number } & Once,
    ): NewClaim {
      const parent = caseFor(db, actor, caseNumber, "claim.create");
      const precedent = precedentById(db, precedentId);
      if (!precedent) throw notFound("precedent");
      return create(actor, parent, { once }, cardFromPrecedent(precedent));
    },

    list(actor: Member, caseNumber: number): ClaimRow[] {
      return claimRows(db, caseFor(db, actor, caseNumber, "case.read"));
    },

    /** The same, with the id under which the case's channel is open, and the mark under which it names the case like that. */
    listed(actor: Member, caseNumber: number): { caseId: string; mark: string; rows: ClaimRow[] } {
      const parent = caseFor(db, actor, caseNumber, "case.read");
      return { caseId: parent.id, mark: live.mark(parent.id), rows: claimRows(db, parent) };
    },

    /** Those of the case's claims that are asked for, as `list` gives them; ids that are not in it are left out. */
    some(actor: Member, caseNumber: number, ids: readonly string[]): ClaimRow[] {
      return claimRows(db, caseFor(db, actor, caseNumber, "case.read"), ids);
    },

    /** The claims after a number, at most so many, by number. */
    page(actor: Member, caseNumber: number, { after, limit }: { after: number; limit: number }): ClaimRow[] {
      const parent = caseFor(db, actor, caseNumber, "case.read");
      return claimRows(db, parent, claimIdsAfter(db, parent.id, after, limit)).sort((a, b) => a.number - b.number);
    },

    read(actor: Member, caseNumber: number, claimNumber: number): ClaimView {
      const { claim, parent } = numberedClaim(db, actor, caseNumber, claimNumber, "case.read");
      return claimView(context, actor, parent, claim);
    },

    /** Moves a claim to another stage. "Signed off" and "Released" are no stages: they follow from the record. */
    move(
      actor: Member,
      claimId: string,
      { stage, dropReason = null, duplicateOf = null, version, once }: Move & Once,
    ): { stage: Stage } {
      const { claim, parent } = claimFor(db, actor, claimId, "claim.move");
      const reason = stage === "dropped" ? (dropReason ?? refuse("say_why_dropped")) : null;
      const duplicate = reason === "duplicate" ? claimNamed(parent, duplicateOf, claimId) : null;
      const result = decideOnce(
        { db, now },
        actor,
        { once, of: ["claim.move", claimId, version, stage, reason, duplicate] },
        (tx, at) => {
          const why = stage === "dropped" ? whyNotDrop(tx, claimId) : whyNotTo(tx, parent, claim, stage);
          if (why) throw refusalOf("conflict", why);
          changeClaim(tx, parent, { id: claimId, version }, { stage, dropReason: reason, duplicateOf: duplicate });
          record(tx, {
            type: "claim.moved",
            actorId: actor.id,
            caseId: parent.id,
            claimId,
            body: { from: claim.stage, to: stage, reason, duplicateOf: duplicate && duplicateOf },
            at,
          });
          const asked = requestsOfClaim(tx, claimId).map((one) => one.reviewerId);
          tellMoved(tx, { actorId: actor.id, caseId: parent.id, claimId, at }, stage, asked);
          return { stage };
        },
      );
      live.publish(parent.id, { type: "claim", claimId });
      return result;
    },

    /** Sets who works on a claim, who is asked to review it, and until when. */
    assign(actor: Member, claimId: string, { assigneeId, reviewerIds, dueAt, version, once }: Assignment & Once): void {
      const { claim, parent } = claimFor(db, actor, claimId, "claim.assign");
      demandPeople(parent, [...reviewerIds, ...(assigneeId ? [assigneeId] : [])]);
      if (assigneeId && reviewerIds.includes(assigneeId)) refuse("reviewer_is_analyst");
      const stage: Stage = claim.stage === "inbox" && assigneeId ? "researching" : claim.stage;
      decideOnce({ db, now }, actor, assigning(claimId, { assigneeId, reviewerIds, dueAt, once }), (tx, at) => {
        const asked = requestsOfClaim(tx, claimId).map((one) => one.reviewerId);
        const was = { assigneeId: claim.assigneeId, reviewerIds: asked, dueAt: claim.dueAt };
        changeClaim(tx, parent, { id: claimId, version }, { assigneeId, dueAt, stage });
        const whyNot = dueAt === null ? null : whyNotDue(dueAt, at, claim.dueAt);
        if (whyNot) throw refusalOf("bad_input", whyNot, { fields: { dueAt: whyNot } });
        setRequests(tx, claimId, reviewerIds, actor.id, at);
        record(tx, {
          type: "claim.assigned",
          actorId: actor.id,
          caseId: parent.id,
          claimId,
          body: { assigneeId, reviewerIds, dueAt, was },
          at,
        });
        const deed = { actorId: actor.id, caseId: parent.id, claimId, at };
        tellAssigned(tx, deed, was, { assigneeId, reviewerIds });
        return true;
      });
      live.publish(parent.id, { type: "claim", claimId });
    },

    /** Whether exactly this was carried out under its key before. @throws AppError conflict when something else was. */
    wasAssigned(actor: Member, claimId: string, wanted: Omit<Assignment, "version"> & Once): boolean {
      claimFor(db, actor, claimId, "claim.assign");
      return decidedBefore<true>(db, actor, assigning(claimId, wanted)) === true;
    },

    /** An analyst takes a claim that nobody works on. */
    take(actor: Member, claimId: string, { version, once }: { version: number } & Once): void {
      const { claim, parent } = claimFor(db, actor, claimId, "claim.take");
      if (claim.assigneeId && claim.assigneeId !== actor.id) demand(actor, "claim.assign", accessOf(db, parent));
      if (requestsOfClaim(db, claimId).some((one) => one.reviewerId === actor.id)) refuse("take_as_reviewer");
      decideOnce({ db, now }, actor, { once, of: ["claim.take", claimId, version] }, (tx, at) => {
        changeClaim(
          tx,
          parent,
          { id: claimId, version },
          {
            assigneeId: actor.id,
            stage: claim.stage === "inbox" ? "researching" : claim.stage,
          },
        );
        record(tx, {
          type: "claim.assigned",
          actorId: actor.id,
          caseId: parent.id,
          claimId,
          body: { assigneeId: actor.id, taken: true },
          at,
        });
      });
      live.publish(parent.id, { type: "claim", claimId });
    },
  };

  function create(
    actor: Member,
    parent: CaseRecord,
    { once }: Once,
    given: Parameters<typeof firstContent>[1],
  ): NewClaim {
    const made = decideOnce(
      { db, now },
      actor,
      { once, of: ["claim.create", parent.id, given.quote ?? given.statement] },
      (tx, at) => {
        if (given.quote) demandOtherWords(tx, actor, parent, given.quote, at);
        const claimId = newId();
        const number = nextClaimNumber(tx, parent.id);
        insertClaim(tx, { id: claimId, caseId: parent.id, number, stage: "inbox", createdBy: actor.id, createdAt: at });
        rooms.seed(
          tx,
          { id: claimId, caseId: parent.id },
          firstContent({ newId, scale: scaleById(tx, parent.scaleId) }, given),
        );
        const reference = referenceOf(parent.number, number);
        record(tx, {
          type: "claim.created",
          actorId: actor.id,
          caseId: parent.id,
          claimId,
          body: { reference, quote: given.quote?.exact ?? null },
          at,
        });
        return { claimId, number, reference, version: 1 };
      },
    );
    live.publish(parent.id, { type: "claim", claimId: made.claimId });
    return made;
  }

  function sentenceIn({ id, text }: { id: string; text: string }, at: number): string {
    const found = sentenceAt(db, id, at);
    return found ? text.slice(toUtf16(text, found.start), toUtf16(text, found.end)) : "";
  }

  function whyNotTo(tx: Db, parent: CaseRecord, claim: ClaimRecord, stage: Stage): Saying | null {
    const status = claimStatus(tx, parent, claim);
    return whyNotMove({ status }) ?? (stage === claim.stage ? { room: "claims", id: "there_already" } : null);
  }

  /** Whoever read it in a release has to learn that it is gone, and a retraction says so. */
  function whyNotDrop(tx: Db, claimId: string): Saying | null {
    const release = latestReleaseOfClaim(tx, claimId);
    return release && { room: "corrections", id: "retract_instead", values: { number: release.number } };
  }

  function demandPeople(parent: CaseRecord, ids: readonly string[]): void {
    const access = accessOf(db, parent);
    const allowed = new Set(
      activePeople(db)
        .filter((one) => isInCase(one, access) && one.role !== "viewer")
        .map((one) => one.id),
    );
    if (!ids.every((id) => allowed.has(id))) refuse("choose_people");
  }

  function claimNamed(parent: CaseRecord, number: number | null, notThis: string): string {
    const other = number === null ? null : claimByNumber(db, parent.id, number);
    if (!other || other.id === notThis) return refuse("name_original");
    if (other.stage === "dropped")
      return refuse("original_dropped", { reference: referenceOf(parent.number, other.number) });
    return other.id;
  }
}

/** What is decided; the version is what it is decided on. */
const assigning = (claimId: string, { assigneeId, reviewerIds, dueAt, once }: Omit<Assignment, "version"> & Once) => ({
  once,
  of: ["claim.assign", claimId, assigneeId, reviewerIds, dueAt],
});

const NO_STATEMENT: Saying = { room: "claims", id: "write_statement" };

function refuse(id: MessageId<"claims">, values?: Values): never {
  throw refusal("bad_input", "claims", id, values);
}
