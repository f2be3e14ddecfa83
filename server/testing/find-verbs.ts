import type { Action } from "#domain/roles.ts";
import type { Member } from "#server/context.ts";
import type { Services } from "#server/services/index.ts";
import { once } from "#server/testing/desk.ts";

type Ids = { caseNumber: number; claimNumber: number; claimId: string };
type Verb = { action: Action; run: (actor: Member, ids: Ids) => unknown };

const PLAN = "0".repeat(64);

/** What can be asked for about one case: claims that read alike, and merging two of them. */
export const mergeVerbs = (services: () => Services): Record<string, Verb> => ({
  "merges.look": {
    action: "claim.merge",
    run: (me, { caseNumber, claimNumber }) => services().merges.look(me, caseNumber, claimNumber, null),
  },
  "merges.merge": {
    action: "claim.merge",
    run: (me, { caseNumber, claimNumber: into }) =>
      services().merges.merge(me, caseNumber, into, { into, plan: PLAN, version: 1, ...once() }),
  },
  "merges.around": {
    action: "case.read",
    run: (me, { caseNumber, claimNumber }) => services().merges.around(me, caseNumber, claimNumber),
  },
  "alike.claims": {
    action: "case.read",
    run: (me, { caseNumber }) => services().alike.claims(me, caseNumber, "residents were moved"),
  },
  "alike.toClaim": {
    action: "case.read",
    run: (me, { caseNumber, claimId: id, claimNumber: number }) =>
      services().alike.toClaim(me, caseNumber, { id, number }),
  },
});

/** Finding over all cases, which leaves out what is not open. */
export const findVerbs = (services: () => Services): Record<string, Verb> => ({
  "find.all": { action: "case.read", run: (me) => services().find.all(me, "sealed") },
  "find.named": { action: "case.read", run: (me) => services().find.named(me, "1", null) },
  "find.places": { action: "case.read", run: (me) => services().find.places(me, []) },
});
