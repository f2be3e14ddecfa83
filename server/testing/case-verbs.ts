import type { Action } from "#domain/roles.ts";
import type { Member } from "#server/context.ts";
import type { Services } from "#server/services/index.ts";
import { conflictSetVerbs } from "#server/testing/conflict-set-verbs.ts";
import { correctionVerbs } from "#server/testing/correction-verbs.ts";
import { ARTICLE, once } from "#server/testing/desk.ts";
import { discussionVerbs } from "#server/testing/discussion-verbs.ts";
import { mergeVerbs } from "#server/testing/find-verbs.ts";

/** What the verbs are about: one case with something of everything in it. */
export type Ids = {
  caseNumber: number;
  documentId: string;
  claimId: string;
  claimNumber: number;
  quoteId: string;
  versionId: number;
  viewId: string;
  threadId: string;
  commentId: string;
  signOffId: string;
  requestId: string;
};

export type Verb = { action: Action; run: (actor: Member, ids: Ids) => unknown };

const choices = { title: "Sealed", scaleId: "seven-step-1", quorum: 1 };
const hash = "0".repeat(64);

/** Every verb of the services that is about one case, and what one has to be allowed for it. */
export const caseVerbs = (services: () => Services): Record<string, Verb> => ({
  "cases.open": { action: "case.read", run: (me, { caseNumber }) => services().cases.open(me, caseNumber) },
  "cases.lastChangedBy": {
    action: "case.read",
    run: (me, { caseNumber }) => services().cases.lastChangedBy(me, caseNumber),
  },
  "cases.configure": {
    action: "case.configure",
    run: (me, { caseNumber }) =>
      services().cases.configure(me, caseNumber, {
        ...choices,
        restricted: true,
        memberIds: [],
        version: 1,
        ...once(),
      }),
  },
  "claims.createFromPrecedent": {
    action: "claim.create",
    run: (me, { caseNumber }) => services().claims.createFromPrecedent(me, caseNumber, { precedentId: 1, ...once() }),
  },
  "documents.add": {
    action: "document.add",
    run: (me, { caseNumber }) => services().documents.add(me, caseNumber, { ...ARTICLE, ...once() }),
  },
  "documents.addVersion": {
    action: "document.add",
    run: (me, { caseNumber, documentId }) =>
      services().documents.addVersion(me, caseNumber, documentId, { ...ARTICLE, text: "Other words.", ...once() }),
  },
  "documents.read": {
    action: "case.read",
    run: (me, { caseNumber, documentId }) => services().documents.read(me, caseNumber, documentId),
  },
  "documents.carry": {
    action: "claim.edit",
    run: (me, { caseNumber, documentId, claimId, quoteId }) =>
      services().documents.carry(me, caseNumber, documentId, { claimId, quoteId, versionNumber: 2, ...once() }),
  },
  "documents.keepQuote": {
    action: "claim.edit",
    run: (me, { caseNumber, documentId, claimId, quoteId }) =>
      services().documents.keepQuote(me, caseNumber, documentId, { claimId, quoteId, versionNumber: 2, ...once() }),
  },
  "documents.attach": {
    action: "claim.edit",
    run: (me, { caseNumber, documentId, claimId }) =>
      services().documents.attach(me, caseNumber, documentId, {
        ...{ claimId, versionNumber: 1, start: 0, end: 9, replaces: null, ...once() },
      }),
  },
  "documents.dismiss": {
    action: "sentence.dismiss",
    run: (me, { caseNumber, documentId }) =>
      services().documents.dismiss(me, caseNumber, documentId, {
        versionNumber: 1,
        ordinals: [2],
        reason: "no_claim",
        ...once(),
      }),
  },
  "claims.createFromWords": {
    action: "claim.create",
    run: (me, { caseNumber, documentId }) =>
      services().claims.createFromWords(me, caseNumber, { documentId, versionNumber: 1, start: 0, end: 9, ...once() }),
  },
  "claims.create": {
    action: "claim.create",
    run: (me, { caseNumber }) => services().claims.create(me, caseNumber, { statement: "It rained.", ...once() }),
  },
  "claims.list": { action: "case.read", run: (me, { caseNumber }) => services().claims.list(me, caseNumber) },
  "claims.listed": { action: "case.read", run: (me, { caseNumber }) => services().claims.listed(me, caseNumber) },
  "claims.page": {
    action: "case.read",
    run: (me, { caseNumber }) => services().claims.page(me, caseNumber, { after: 0, limit: 10 }),
  },
  "claims.some": {
    action: "case.read",
    run: (me, { caseNumber, claimId }) => services().claims.some(me, caseNumber, [claimId]),
  },
  "claims.read": {
    action: "case.read",
    run: (me, { caseNumber, claimNumber }) => services().claims.read(me, caseNumber, claimNumber),
  },
  "claims.move": {
    action: "claim.move",
    run: (me, { claimId }) => services().claims.move(me, claimId, { stage: "researching", version: 1, ...once() }),
  },
  "claims.wasAssigned": {
    action: "claim.assign",
    run: (me, { claimId }) =>
      services().claims.wasAssigned(me, claimId, { assigneeId: null, reviewerIds: [], dueAt: null, ...once() }),
  },
  "claims.assign": {
    action: "claim.assign",
    run: (me, { claimId }) =>
      services().claims.assign(me, claimId, { assigneeId: null, reviewerIds: [], dueAt: null, version: 1, ...once() }),
  },
  "claims.take": {
    action: "claim.take",
    run: (me, { claimId }) => services().claims.take(me, claimId, { version: 1, ...once() }),
  },
  "labels.set": {
    action: "claim.edit",
    run: (me, { claimId }) => services().labels.set(me, claimId, { label: "Prison", on: true, ...once() }),
  },
  "bulk.decide": {
    action: "claim.move",
    run: (me, { caseNumber }) =>
      services().bulk.decide(me, caseNumber, { act: "move", stage: "inbox", dropReason: null, claims: [], ...once() }),
  },
  "views.list": { action: "case.read", run: (me, { caseNumber }) => services().views.list(me, caseNumber) },
  "views.save": {
    action: "case.read",
    run: (me, { caseNumber }) =>
      services().views.save(me, caseNumber, {
        ...{ name: "Mine", isShared: false, screen: "board", search: "" },
        ...once(),
      }),
  },
  "views.saveOver": {
    action: "claim.edit",
    run: (me, { viewId }) =>
      services().views.saveOver(me, viewId, { screen: "board", search: "", version: 1, ...once() }),
  },
  "views.remove": {
    action: "claim.edit",
    run: (me, { viewId }) => services().views.remove(me, viewId, { version: 1, ...once() }),
  },
  "cardVersions.read": {
    action: "case.read",
    run: (me, { caseNumber, claimNumber, versionId }) =>
      services().cardVersions.read(me, caseNumber, claimNumber, versionId),
  },
  "cardVersions.putBack": {
    action: "claim.edit",
    run: (me, { claimId, versionId }) => services().cardVersions.putBack(me, claimId, { versionId, ...once() }),
  },
  "cardVersions.leaveOut": {
    action: "claim.edit",
    run: (me, { claimId, versionId }) => services().cardVersions.leaveOut(me, claimId, { versionId, ...once() }),
  },
  "reviews.signOff": {
    action: "claim.review",
    run: (me, { claimId }) => services().reviews.signOff(me, claimId, { seenHash: hash, ...once() }),
  },
  "reviews.requestChanges": {
    action: "claim.review",
    run: (me, { claimId }) =>
      services().reviews.requestChanges(me, claimId, { seenHash: hash, reason: "Name it.", ...once() }),
  },
  "reviews.withdraw": {
    action: "case.read",
    run: (me, { signOffId }) => services().reviews.withdraw(me, signOffId, once()),
  },
  "reviews.clear": {
    action: "claim.review",
    run: (me, { requestId }) => services().reviews.clear(me, requestId, { reason: "Named.", ...once() }),
  },
  "numbers.ofCase": {
    action: "case.read",
    run: (me, { caseNumber }) => services().numbers.ofCase(me, caseNumber, 30),
  },
  "numbers.caseFile": {
    action: "case.read",
    run: (me, { caseNumber }) => services().numbers.caseFile(me, caseNumber, "ageing", 30),
  },
  ...conflictSetVerbs(services),
  ...mergeVerbs(services),
  ...correctionVerbs(() => services().corrections),
  ...discussionVerbs(() => services().discussion),
  "releases.preflight": {
    action: "release.read",
    run: (me, { caseNumber }) => services().releases.preflight(me, caseNumber),
  },
  "releases.preflightPage": {
    action: "release.read",
    run: (me, { caseNumber }) =>
      services().releases.preflightPage(me, caseNumber, { words: "", ready: 1, leaving: 1, blocked: 1 }),
  },
  "releases.make": {
    action: "release.make",
    run: (me, { caseNumber }) => services().releases.make(me, caseNumber, { expected: [], ...once() }),
  },
  "releases.list": { action: "release.read", run: (me, { caseNumber }) => services().releases.list(me, caseNumber) },
  "releases.read": {
    action: "release.read",
    run: (me, { caseNumber }) => services().releases.read(me, caseNumber, 1),
  },
  "releases.claimFile": {
    action: "release.read",
    run: (me, { caseNumber, claimNumber }) => services().releases.claimFile(me, caseNumber, 1, claimNumber),
  },
  "feeds.since": { action: "release.read", run: (me, { caseNumber }) => services().feeds.since(me, caseNumber) },
  "feeds.make": { action: "release.read", run: (me, { caseNumber }) => services().feeds.make(me, caseNumber, once()) },
  "feeds.end": { action: "release.read", run: (me, { caseNumber }) => services().feeds.end(me, caseNumber, once()) },
  "releases.file": {
    action: "release.read",
    run: (me, { caseNumber }) => services().releases.file(me, caseNumber, 1, "json"),
  },
  "publications.read": {
    action: "release.read",
    run: (me, { caseNumber }) => services().publications.read(me, caseNumber, 1),
  },
  "publications.publish": {
    action: "release.make",
    run: (me, { caseNumber }) => services().publications.publish(me, caseNumber, 1, { confirmed: true, ...once() }),
  },
  "publications.withdraw": {
    action: "release.make",
    run: (me, { caseNumber }) =>
      services().publications.withdraw(me, caseNumber, 1, { reason: "An order.", ...once() }),
  },
  "withheldClaims.withhold": {
    action: "release.make",
    run: (me, { caseNumber, claimNumber }) =>
      services().withheldClaims.withhold(me, caseNumber, claimNumber, { reason: "An order.", ...once() }),
  },
  "withheldClaims.showAgain": {
    action: "release.make",
    run: (me, { caseNumber, claimNumber }) => services().withheldClaims.showAgain(me, caseNumber, claimNumber, once()),
  },
  "bundles.read": { action: "release.read", run: (me, { caseNumber }) => services().bundles.read(me, caseNumber, 1) },
  "bundles.file": { action: "release.read", run: (me, { caseNumber }) => services().bundles.file(me, caseNumber, 1) },
  "history.claim": {
    action: "case.read",
    run: (me, { caseNumber, claimNumber }) => services().history.claim(me, caseNumber, claimNumber),
  },
  "versions.list": {
    action: "case.read",
    run: (me, { caseNumber, claimNumber }) => services().versions.list(me, caseNumber, claimNumber),
  },
  "versions.compare": {
    action: "case.read",
    run: (me, { caseNumber, claimNumber }) =>
      services().versions.compare(me, caseNumber, claimNumber, { from: null, to: "now" }),
  },
  "versions.words": {
    action: "case.read",
    run: (me, { caseNumber, claimNumber }) => services().versions.words(me, caseNumber, claimNumber),
  },
  "versions.name": {
    action: "claim.edit",
    run: (me, { claimId }) => services().versions.name(me, claimId, { place: 1, name: "First", ...once() }),
  },
  "versions.unname": {
    action: "claim.edit",
    run: (me, { claimId }) => services().versions.unname(me, claimId, { place: 1, ...once() }),
  },
  "versions.restore": {
    action: "claim.edit",
    run: (me, { claimId }) =>
      services().versions.restore(me, claimId, { version: "1", part: null, label: "", seenHash: hash, ...once() }),
  },
  "notifications.setMuted": {
    action: "case.read",
    run: (me, { caseNumber }) => services().notifications.setMuted(me, caseNumber, true),
  },
  "work.review": { action: "case.read", run: (me, { claimId }) => services().work.review(me, claimId) },
  "history.record": { action: "record.read", run: (me, { caseNumber }) => services().history.record(me, caseNumber) },
});
