import type { Db } from "#db/client.ts";
import { figuresOfCase } from "#db/queries/claims.ts";
import {
  claimsInSet,
  insertSet,
  putIntoSet,
  renameSet,
  setByKey,
  setNamesOfCase,
  setOfClaim,
  standingInSet,
  takeOutOfSet,
} from "#db/queries/conflict-sets.ts";
import type { Figure } from "#domain/figures.ts";
import { foldText } from "#domain/fold-text.ts";
import { withoutHiddenSigns } from "#domain/hidden-signs.ts";
import { LIMITS } from "#domain/limits.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { type CaseRecord, claimFor, numberedClaim } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { type ClaimRow, claimRows, groupBy } from "#server/services/claim-rows.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { peopleById } from "#server/services/people-view.ts";

/** Another claim of the set, as the card shows it beside its own. */
export type Rival = Pick<
  ClaimRow,
  "id" | "number" | "reference" | "statement" | "claimant" | "language" | "status" | "mark" | "ratingLabel"
> & { figures: Figure[] };

export type ConflictView = {
  set: { id: string; name: string } | null;
  rivals: Rival[];
  /** The sets of this case that one can join. */
  names: string[];
};

/** `seen`: the set that the claim was in when this was decided, null for none. */
type Seen = { seen: string | null } & Once;

/** Conflict sets: claims of one case that give rival figures or accounts for one question. */
export function conflictSetsService({ db, now, newId, live }: Context) {
  return {
    around(actor: Member, caseNumber: number, claimNumber: number): ConflictView {
      const { claim, parent } = numberedClaim(db, actor, caseNumber, claimNumber, "case.read");
      const set = setOfClaim(db, claim.id);
      const rivals = set ? rivalsOf(db, parent, set.id, claim.id) : [];
      return { set: set && { id: set.id, name: set.name }, rivals, names: setNamesOfCase(db, parent.id) };
    },

    /** Puts a claim into the set of this name, which is made when nobody has named it so far. */
    join(actor: Member, claimId: string, { name: given, seen, once }: { name: string } & Seen): { name: string } {
      const { parent } = claimFor(db, actor, claimId, "claim.edit");
      const { name, key } = readName(given);
      const joined = decideOnce(
        { db, now },
        actor,
        { once, of: ["conflict_set.join", claimId, key, seen] },
        (tx, at) => {
          const from = demandSeen(tx, claimId, seen);
          const set = setNamed(tx, parent, name, key);
          if (from?.id === set.id) return { name: set.name };
          if (claimsInSet(tx, set.id) >= LIMITS.conflictSet)
            throw refusal("conflict", "card", "set_full", { count: LIMITS.conflictSet });
          putIntoSet(tx, { claimId, setId: set.id, by: actor.id, at });
          const body = { name: set.name, from: from?.name ?? null };
          record(tx, { type: "claim.set_joined", actorId: actor.id, caseId: parent.id, claimId, body, at });
          return { name: set.name };
        },
      );
      live.publish(parent.id, { type: "claim", claimId });
      return joined;
    },

    leave(actor: Member, claimId: string, { seen, once }: Seen): void {
      const { parent } = claimFor(db, actor, claimId, "claim.edit");
      decideOnce({ db, now }, actor, { once, of: ["conflict_set.leave", claimId, seen] }, (tx, at) => {
        const from = demandSeen(tx, claimId, seen);
        if (!from) return;
        takeOutOfSet(tx, claimId);
        const body = { name: from.name };
        record(tx, { type: "claim.set_left", actorId: actor.id, caseId: parent.id, claimId, body, at });
      });
      live.publish(parent.id, { type: "claim", claimId });
    },
  };

  function setNamed(tx: Db, { id: caseId }: CaseRecord, name: string, key: string): { id: string; name: string } {
    const found = setByKey(tx, caseId, key);
    if (!found) {
      const set = { id: newId(), name };
      insertSet(tx, { ...set, caseId, key });
      return set;
    }
    // Whoever is the first in a set that everybody has left names it anew.
    if (claimsInSet(tx, found.id) > 0) return found;
    renameSet(tx, found.id, name);
    return { id: found.id, name };
  }
}

function rivalsOf(db: Db, parent: CaseRecord, setId: string, notThis: string): Rival[] {
  const ids = standingInSet(db, setId).filter((id) => id !== notThis);
  if (ids.length === 0) return [];
  const figures = groupBy(figuresOfCase(db, parent.id, ids), (one) => one.claimId);
  return claimRows(db, parent, ids).map((row) => {
    const { id, number, reference, statement, claimant, language, status, mark, ratingLabel } = row;
    const own = (figures.get(id) ?? []).map(({ claimId: _, position: __, ...figure }) => figure);
    return { id, number, reference, statement, claimant, language, status, mark, ratingLabel, figures: own };
  });
}

/** The name as it is shown, and as it is compared. @throws AppError bad_input. */
function readName(given: string): { name: string; key: string } {
  const name = withoutHiddenSigns(given).normalize("NFC").replace(/\s+/g, " ").trim();
  const key = foldText(name).replace(/\s+/g, " ").trim();
  if (key === "") throw badName("set_name_missing");
  if (name.length > LIMITS.name) throw badName("set_name_long");
  return { name, key };
}

function badName(id: "set_name_missing" | "set_name_long") {
  const values = { count: LIMITS.name };
  return refusal("bad_input", "card", id, values, { fields: { name: { room: "card", id, values } } });
}

/** The set that the claim is in. @throws AppError conflict when that is no longer the one that was seen. */
function demandSeen(tx: Db, claimId: string, seen: string | null): { id: string; name: string } | null {
  const now = setOfClaim(tx, claimId);
  if ((now?.id ?? null) === seen) return now;
  if (!now) throw refusal("conflict", "card", "set_left_meanwhile");
  const who = peopleById(tx).get(now.by)?.name ?? "";
  throw refusal("conflict", "card", "set_joined_meanwhile", { who, name: now.name });
}
