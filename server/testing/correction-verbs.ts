import type { Action } from "#domain/roles.ts";
import type { Member } from "#server/context.ts";
import type { Services } from "#server/services/index.ts";
import { once } from "#server/testing/desk.ts";

type Ids = { caseNumber: number; claimNumber: number; claimId: string };
type Verb = { action: Action; run: (actor: Member, ids: Ids) => unknown };

const words = { kind: "correction", what: "The count.", why: "Misread." } as const;

/** What is put on the record about a claim that has left the desk. */
export const correctionVerbs = (corrections: () => Services["corrections"]): Record<string, Verb> => ({
  "corrections.form": {
    action: "claim.correct",
    run: (me, { caseNumber, claimNumber }) => corrections().form(me, caseNumber, claimNumber),
  },
  "corrections.around": {
    action: "case.read",
    run: (me, { caseNumber, claimNumber }) => corrections().around(me, caseNumber, claimNumber),
  },
  "corrections.ofCase": { action: "case.read", run: (me, { caseNumber }) => corrections().ofCase(me, caseNumber) },
  "corrections.prepare": {
    action: "claim.correct",
    run: (me, { caseNumber, claimNumber }) =>
      corrections().prepare(me, caseNumber, claimNumber, { ...words, releasedBefore: 1, version: 1, ...once() }),
  },
  "corrections.confirm": {
    action: "claim.review",
    run: (me, { caseNumber }) => corrections().confirm(me, caseNumber, 1, once()),
  },
  "corrections.takeBack": {
    action: "claim.correct",
    run: (me, { caseNumber }) => corrections().takeBack(me, caseNumber, 1, once()),
  },
  "corrections.lookedAt": {
    action: "claim.edit",
    run: (me, { claimId }) => corrections().lookedAt(me, claimId, { correctionId: 1, ...once() }),
  },
});
