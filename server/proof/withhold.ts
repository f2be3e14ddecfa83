import type { Db } from "#db/client.ts";
import { eventBySeq, forgetSaid, type StoredEvent } from "#db/queries/audit.ts";
import { AppError } from "#domain/errors.ts";
import { record } from "#server/services/audit.ts";
import { inTransaction } from "#server/services/decide.ts";

/**
 * Takes out of the record what one event says, for good; the reason stays on the record, and the chain still fits.
 * @throws AppError when there is nothing to withhold.
 */
export function withhold(db: Db, { seq, reason, at }: { seq: number; reason: string; at: number }): void {
  inTransaction(db, (tx) => {
    const event = eventBySeq(tx, seq);
    if (!event) throw new AppError("not_found", `The record has no event ${seq}.`);
    const why = whyNot(event);
    if (why) throw new AppError("conflict", why);
    forgetSaid(tx, seq, reason);
    const { caseId, claimId } = event;
    record(tx, { type: "event.withheld", actorId: null, caseId, claimId, body: { seq, reason }, at });
  });
}

function whyNot({ seq, version, withheld, type }: StoredEvent): string | null {
  if (withheld !== null) return `What event ${seq} says is withheld already.`;
  if (type === "event.withheld") return `Event ${seq} says itself that something is withheld, and has to stay.`;
  if (version === 2) return null;
  return `Event ${seq} was recorded under the first rule: what it says is part of the chain and cannot be taken out of it.`;
}
