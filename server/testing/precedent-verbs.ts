import type { Action } from "#domain/roles.ts";
import type { Member } from "#server/context.ts";
import type { Services } from "#server/services/index.ts";
import { once } from "#server/testing/desk.ts";

type Verb = { action: Action; run: (actor: Member) => unknown };

const FILE = { fileName: "checks.json", bytes: Buffer.from('{"claimReviewed":"The bridge closed"}') };

/** What can be asked of the precedents, which are the desk's as a whole. */
export const precedentVerbs = (services: () => Services): Record<string, Verb> => ({
  "precedents.list": { action: "case.read", run: (me) => services().precedents.list(me, "bridge") },
  "precedents.alike": {
    action: "case.read",
    run: (me) => services().precedents.alike(me, { words: "The bridge closed", claimant: "" }),
  },
  "precedents.feed": { action: "case.read", run: (me) => services().precedents.feed(me) },
  "precedents.preview": { action: "precedent.import", run: (me) => services().precedents.preview(me) },
  "precedents.choose": { action: "precedent.import", run: (me) => services().precedents.choose(me, FILE) },
  "precedents.chooseColumns": { action: "precedent.import", run: (me) => services().precedents.chooseColumns(me, []) },
  "precedents.discard": { action: "precedent.import", run: (me) => services().precedents.discard(me) },
  "precedents.take": {
    action: "precedent.import",
    run: (me) => services().precedents.take(me, { id: "none", ...once() }),
  },
  "precedents.bring": {
    action: "precedent.import",
    run: (me) => services().precedents.bring(me, { ...FILE, ...once() }),
  },
});
