import type * as Y from "yjs";
import type { Db } from "#db/client.ts";
import { type ClaimRecord, cardOf } from "#db/queries/claims.ts";
import { readCard } from "#domain/card.ts";
import type { Part } from "#domain/card-parts.ts";
import { contentHash } from "#domain/content.ts";
import { can } from "#domain/roles.ts";
import type { VersionId } from "#domain/version-id.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Saying } from "#domain/words/say.ts";
import type { Context, Member } from "#server/context.ts";
import type { PastCards } from "#server/past/past-cards.ts";
import { isPart, restoreCard, restorePart } from "#server/past/restore.ts";
import { accessOf, type CaseRecord, claimFor } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { isClosed } from "#server/services/claim-status.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { activePeople, peopleById, pick } from "#server/services/people-view.ts";
import { placeOf, type Standing, standingOf } from "#server/services/version-standing.ts";

export type Restore = {
  version: VersionId;
  /** The part that is restored; null for the whole card. */
  part: Part | null;
  /** The name of the part, for the record. */
  label: string;
  /** The content that the person's page compared the version with. */
  seenHash: string;
} & Once;

export type Restored = {
  /** The place before the edit: restoring it takes the edit back. */
  before: number;
};

export type HistorySaying = Extract<Saying, { room: "history" }>;

/** Why this member cannot restore anything on this claim now, or null. */
export function whyNotRestore(
  db: Db,
  actor: Pick<Member, "id" | "role">,
  { claim, parent }: { claim: ClaimRecord; parent: CaseRecord },
): HistorySaying | null {
  if (!can(actor, "claim.edit", accessOf(db, parent))) return { room: "history", id: "only_read" };
  return isClosed(db, parent, claim) ? { room: "history", id: "released" } : null;
}

export function restoring({ db, now, rooms, live }: Context, past: PastCards) {
  return {
    /**
     * Makes the card, or a part of it, say again what it said in a version: as an edit of whoever asks, that colleagues
     * see at once and that is itself a version. Decisions stay as they are.
     */
    restore(actor: Member, claimId: string, wanted: Restore): Promise<Restored> {
      const { claim, parent } = claimFor(db, actor, claimId, "claim.edit");
      if (wanted.part !== null && !isPart(wanted.part)) throw refusal("bad_input", "history", "choose_again");
      demandRestorable(db, actor, { claim, parent });
      const standing = standingOf(db, claimId);
      return placeToRestore(past, standing, wanted.version)
        .then((place) => past.look(claimId, place, ({ doc }) => carryOut(actor, claimId, { wanted, place, past: doc })))
        .finally(() => live.publish(parent.id, { type: "claim", claimId }));
    },
  };

  type Given = { wanted: Restore; place: number; past: Y.Doc };

  function carryOut(actor: Member, claimId: string, { wanted, place, past: then }: Given): Restored {
    const { version, part, label, seenHash, once } = wanted;
    const of = ["version.restore", claimId, version, part, seenHash];
    return decideOnce({ db, now }, actor, { once, of }, (tx, at) => {
      const { claim, parent } = claimFor(tx, sameAs(tx, actor), claimId, "claim.edit");
      demandSeen(tx, claimId, seenHash);
      demandRestorable(tx, actor, { claim, parent });
      const before = standingOf(tx, claimId).log.length;
      rooms.edit(claimId, actor.id, (doc) => (part === null ? restoreCard(doc, then) : restorePart(doc, then, part)));
      const { log } = standingOf(tx, claimId);
      if (log.length === before) throw refusal("conflict", "history", "says_it_already");
      const hash = cardOf(tx, claimId)?.contentHash;
      if (part === null && hash !== contentHash(readCard(then))) throw new Error("Restored to something else.");
      const body = {
        ...{ part, label: part === null ? null : label, place, of: log[place - 1]?.at ?? at },
        ...{ rows: [before, log.length], contentHash: hash ?? null },
      };
      record(tx, { type: "claim.restored", actorId: actor.id, caseId: parent.id, claimId, body, at });
      return { before };
    });
  }

  /** The page compared with what was there: when it is something else by now, the person has not seen what would go. */
  function demandSeen(tx: Db, claimId: string, seenHash: string): void {
    const frozen = rooms.freeze(claimId);
    if (frozen.contentHash === seenHash) {
      if (rooms.fullness(claimId) < 1) return;
      throw refusal("conflict", "history", "card_full");
    }
    const who = pick(peopleById(tx), frozen.lastEditorId)?.name;
    if (who) throw refusal("conflict", "history", "changed_meanwhile", { who });
    throw refusal("conflict", "history", "changed_meanwhile_unnamed");
  }
}

/** Whoever asked, with the role that they have by now: a replay takes a moment. */
function sameAs(tx: Db, actor: Member): Member {
  const found = activePeople(tx).find((one) => one.id === actor.id);
  return { ...actor, role: found?.role ?? "viewer" };
}

function demandRestorable(tx: Db, actor: Member, found: { claim: ClaimRecord; parent: CaseRecord }): void {
  const why = whyNotRestore(tx, actor, found);
  if (why) throw refusal("conflict", why.room, why.id, why.values);
}

/** The place of a version. Of a sign-off, the last one that says exactly what was signed. */
async function placeToRestore(past: PastCards, standing: Standing, id: VersionId): Promise<number> {
  const { place, signOff } = placeOf(standing, id);
  if (!signOff) return place;
  const { at, contentHash: signed } = signOff.review;
  for (let one = place; one > 0; one--) {
    const card = (await past.cardsAt(standing.claimId, [one])).get(one);
    if (card && contentHash(card) === signed) return one;
    if ((standing.log[one - 1]?.at ?? 0) < at) break;
  }
  throw refusal("conflict", "history", "signed_not_in_log");
}
