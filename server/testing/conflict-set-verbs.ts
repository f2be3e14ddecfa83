import type { Action } from "#domain/roles.ts";
import type { Member } from "#server/context.ts";
import type { Services } from "#server/services/index.ts";
import { once } from "#server/testing/desk.ts";

type Ids = { caseNumber: number; claimNumber: number; claimId: string };
type Verb = { action: Action; run: (actor: Member, ids: Ids) => unknown };

/** The set of rival claims around one claim. */
export const conflictSetVerbs = (services: () => Services): Record<string, Verb> => ({
  "conflictSets.around": {
    action: "case.read",
    run: (me, { caseNumber, claimNumber }) => services().conflictSets.around(me, caseNumber, claimNumber),
  },
  "conflictSets.join": {
    action: "claim.edit",
    run: (me, { claimId }) => services().conflictSets.join(me, claimId, { name: "Moved", seen: null, ...once() }),
  },
  "conflictSets.leave": {
    action: "claim.edit",
    run: (me, { claimId }) => services().conflictSets.leave(me, claimId, { seen: null, ...once() }),
  },
});
