import { quarantineOf } from "#db/queries/collab.ts";
import { codePointLength } from "#domain/anchors.ts";
import { setField } from "#domain/card-edit.ts";
import { labelKey, tidyLabel, withLabel, withoutLabel } from "#domain/labels.ts";
import { LIMITS } from "#domain/limits.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { MessageId, Values } from "#domain/words/say.ts";
import type { Context, Member } from "#server/context.ts";
import { claimFor } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";

/** One label that a claim is to have, or to have no more. */
export type Labelling = { label: string; on: boolean };

/** Labels sort the claims of a case for the desk. They stand on the card and are no part of what is signed. */
export function labelsService({ db, now, rooms, live }: Context) {
  return {
    /** Adds a label or takes it away, as an edit of the card in the actor's name. What is so already stays as it is. */
    set(actor: Member, claimId: string, { label: given, on, once }: Labelling & Once): void {
      const { parent } = claimFor(db, actor, claimId, "claim.edit");
      const label = demandLabel(given);
      decideOnce({ db, now }, actor, { once, of: ["claim.label", claimId, label, on] }, (tx, at) => {
        if (quarantineOf(tx, claimId)) throw refusal("conflict", "labels", "set_aside");
        const { labels } = rooms.freeze(claimId).card;
        const next = on ? withLabel(labels, label) : withoutLabel(labels, label);
        if (next === labels) return;
        if (on) demandRoom(claimId, next.length);
        rooms.edit(claimId, actor.id, (doc) => setField(doc, "labels", [...next]));
        const body = { label, on };
        record(tx, { type: "claim.labelled", actorId: actor.id, caseId: parent.id, claimId, body, at });
      });
      live.publish(parent.id, { type: "claim", claimId });
    },
  };

  function demandRoom(claimId: string, count: number): void {
    if (count > LIMITS.labels) throw refusal("conflict", "labels", "too_many", { most: LIMITS.labels });
    if (rooms.fullness(claimId) >= 1) throw refusal("conflict", "labels", "card_full");
  }
}

/** @throws AppError bad_input for a label without letters, or one that is too long. */
function demandLabel(given: string): string {
  const label = tidyLabel(given);
  if (labelKey(label) === "") throw badLabel("write_label");
  if (codePointLength(label) > LIMITS.label) throw badLabel("too_long", { most: LIMITS.label });
  return label;
}

function badLabel(id: MessageId<"labels">, values: Values = {}) {
  return refusal("bad_input", "labels", id, values, { fields: { label: { room: "labels", id, values } } });
}
