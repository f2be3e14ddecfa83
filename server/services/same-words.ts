import type { Db } from "#db/client.ts";
import { type ClaimRecord, claimById } from "#db/queries/claims.ts";
import { quotesIn } from "#db/queries/documents.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Member } from "#server/context.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { referenceOf } from "#server/services/claim-rows.ts";
import { peopleById, pick } from "#server/services/people-view.ts";

type Words = { versionId: string; start: number; end: number };

const JUST_NOW = 60_000;

/**
 * Refuses a second claim on exactly the same words. Ask inside the transaction that makes the claim: two people who mark
 * the same sentence in the same second have both seen none. A dropped claim stands in nobody's way.
 * @throws AppError conflict, with the claim that is there in `detail.claim`.
 */
export function demandOtherWords(tx: Db, actor: Member, parent: CaseRecord, words: Words, now: number): void {
  const there = claimOn(tx, parent, words);
  if (!there) return;
  const reference = referenceOf(parent.number, there.number);
  const who = pick(peopleById(tx), there.createdBy)?.name ?? ({ room: "claims", id: "somebody" } as const);
  const isNew = now - there.createdAt < JUST_NOW;
  const id = !isNew ? "stands_already" : there.createdBy === actor.id ? "you_just_made" : "just_made";
  throw refusal("conflict", "article", id, { who, reference }, { claim: { number: there.number, reference } });
}

function claimOn(tx: Db, parent: CaseRecord, { versionId, start, end }: Words): ClaimRecord | null {
  const same = quotesIn(tx, [versionId]).filter((one) => one.start === start && one.end === end);
  const claims = same.map((one) => claimById(tx, one.claimId));
  return claims.find((one) => one?.caseId === parent.id && one.stage !== "dropped") ?? null;
}
