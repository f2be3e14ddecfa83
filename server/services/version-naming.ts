import type { Db } from "#db/client.ts";
import { namesOfClaim, nameVersion, unnameVersion, type VersionName } from "#db/queries/versions.ts";
import { notFound } from "#domain/errors.ts";
import { tidyName } from "#domain/member-name.ts";
import { can } from "#domain/roles.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Saying } from "#domain/words/say.ts";
import type { Context, Member } from "#server/context.ts";
import { claimFor } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { peopleById, pick } from "#server/services/people-view.ts";
import { standingOf } from "#server/services/version-standing.ts";

/** Characters of a version's name. */
export const MAX_NAME = 80;

export function naming({ db, now, live }: Context) {
  return {
    /** Names a card as it was at one place of its log, or gives it another name. */
    name(actor: Member, claimId: string, { place, name, once }: { place: number; name: string } & Once): void {
      const { parent } = claimFor(db, actor, claimId, "claim.edit");
      const words = tidyName(name);
      demandName(words);
      decideOnce({ db, now }, actor, { once, of: ["version.name", claimId, place, words] }, (tx, at) => {
        const seq = seqAt(tx, claimId, place);
        const was = nameAt(tx, claimId, seq);
        if (was) demandOwn(tx, actor, was);
        if (was?.name === words) throw refusal("conflict", "history", "same_name");
        nameVersion(tx, { claimId, seq, name: words, memberId: was?.memberId ?? actor.id, at });
        const body = { place, name: words, was: was?.name ?? null };
        record(tx, { type: "claim.version_named", actorId: actor.id, caseId: parent.id, claimId, body, at });
      });
      live.publish(parent.id, { type: "claim", claimId });
    },

    /** Takes the name of a version away; the version stays. */
    unname(actor: Member, claimId: string, { place, once }: { place: number } & Once): void {
      const { parent } = claimFor(db, actor, claimId, "claim.edit");
      decideOnce({ db, now }, actor, { once, of: ["version.unname", claimId, place] }, (tx, at) => {
        const seq = seqAt(tx, claimId, place);
        const was = nameAt(tx, claimId, seq);
        if (!was) throw refusal("conflict", "history", "no_name_left");
        demandOwn(tx, actor, was);
        unnameVersion(tx, claimId, seq);
        const body = { place, name: was.name };
        record(tx, { type: "claim.version_unnamed", actorId: actor.id, caseId: parent.id, claimId, body, at });
      });
      live.publish(parent.id, { type: "claim", claimId });
    },
  };
}

/** @throws AppError bad_input for a version without a name, or with too long a one. */
function demandName(words: string): void {
  const why = whyNotName(words);
  if (why) throw refusal("bad_input", why.room, why.id, why.values, { fields: { name: why } });
}

function whyNotName(words: string): Extract<Saying, { room: "history" }> | null {
  if (words === "") return { room: "history", id: "write_name" };
  if (words.length > MAX_NAME) return { room: "history", id: "name_too_long", values: { most: MAX_NAME } };
  return null;
}

/** @throws AppError not_found for a place that is not there yet. */
function seqAt(tx: Db, claimId: string, place: number): number {
  const row = standingOf(tx, claimId).log[place - 1];
  if (!row) throw notFound("version");
  return row.seq;
}

const nameAt = (tx: Db, claimId: string, seq: number) =>
  namesOfClaim(tx, claimId).find((one) => one.seq === seq) ?? null;

function demandOwn(tx: Db, actor: Member, { memberId, name }: VersionName): void {
  if (memberId === actor.id || can(actor, "claim.override")) return;
  const who = pick(peopleById(tx), memberId)?.name;
  if (who) throw refusal("forbidden", "history", "named_by_other", { who, name });
  throw refusal("forbidden", "history", "named_by_other_left", { name });
}
