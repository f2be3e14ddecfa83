import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { markDeletions } from "#db/queries/card-versions.ts";
import { insertSecondLook } from "#db/queries/second-looks.ts";
import { amountsOf } from "#domain/card-amounts.ts";
import { type Action, can, ROLES, type Role } from "#domain/roles.ts";
import type { Member } from "#server/context.ts";
import { caseVerbs, type Ids, type Verb } from "#server/testing/case-verbs.ts";
import { ARTICLE, once, placeOf, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { findVerbs } from "#server/testing/find-verbs.ts";
import { precedentVerbs } from "#server/testing/precedent-verbs.ts";
import { laterRefusal, refusal } from "#server/testing/refusal.ts";

/** Who may do what, written out once more by hand: v viewer, a analyst, e editor, A admin. */
const MATRIX: Record<Action, string> = {
  "case.read": "vaeA",
  "discussion.comment": "vaeA",
  "release.read": "vaeA",
  "record.read": "vaeA",
  "case.create": "-aeA",
  "document.add": "-aeA",
  "claim.create": "-aeA",
  "claim.edit": "-aeA",
  "claim.move": "-aeA",
  "claim.merge": "-aeA",
  "claim.take": "-aeA",
  "claim.review": "-aeA",
  "sentence.dismiss": "-aeA",
  "precedent.import": "-aeA",
  "case.configure": "--eA",
  "claim.assign": "--eA",
  "claim.override": "--eA",
  "release.make": "--eA",
  "claim.correct": "--eA",
  "member.invite": "--eA",
  "member.manage": "---A",
};
const letterOf: Record<Role, string> = { viewer: "v", analyst: "a", editor: "e", admin: "A" };
const open = { restricted: false, memberIds: [] };

describe.each(ROLES)("a %s", (role) => {
  test.each(Object.entries(MATRIX) as [Action, string][])("[AC12] asking for %s, of %s", (action, allowed) => {
    const actor = { id: "me", role };
    const may = allowed.includes(letterOf[role]);
    expect(can(actor, action)).toBe(may);
    expect(can(actor, action, open)).toBe(may);
    expect(can(actor, action, { restricted: true, memberIds: ["me"] })).toBe(may);
    expect(can(actor, action, { restricted: true, memberIds: ["you"] })).toBe(may && role === "admin");
  });
});

let desk: TestDesk;
let ana: Member;
let ids: Ids;

const choices = { title: "Sealed", scaleId: "seven-step-1", quorum: 1 };

/** A restricted case with everything in it, opened by Ana. */
async function sealedCase(memberIds: string[]): Promise<Ids> {
  const { cases, documents, claims, reviews, releases, corrections } = desk.services;
  const { number } = cases.create(ana, { ...choices, restricted: true, memberIds, ...once() });
  const { documentId } = documents.add(ana, number, { ...ARTICLE, ...once() });
  const words = { documentId, versionNumber: 1, ...placeOf("around 240 residents were moved") };
  const claim = claims.createFromWords(ana, number, { ...words, ...once() });
  desk.rooms.edit(claim.claimId, null, (doc) => doc.getText("verdict").insert(0, "It was so."));
  documents.addVersion(ana, number, documentId, { ...ARTICLE, text: `${ARTICLE.text} More.`, ...once() });
  const { contentHash, card } = claims.read(ana, number, claim.number);
  reviews.requestChanges(ana, claim.claimId, { seenHash: contentHash, reason: "Name it.", ...once() });
  const requestId = claims.read(ana, number, 1).reviews[0]?.id ?? "";
  reviews.clear(ana, requestId, { reason: "", ...once() });
  reviews.signOff(ana, claim.claimId, { seenHash: contentHash, ...once() });
  const signOffId = claims.read(ana, number, 1).reviews[0]?.id ?? "";
  await releases.make(ana, number, { expected: [{ claimId: claim.claimId, contentHash }], ...once() });
  const retraction = { kind: "retraction", what: "No such place.", why: "We misread it.", releasedBefore: 1 } as const;
  const { version } = claims.read(ana, number, claim.number);
  corrections.prepare(ana, number, claim.number, { ...retraction, version, ...once() });
  insertSecondLook(desk.db, { correctionId: 1, claimId: claim.claimId, grounds: ["source"], source: "" });
  const quoteId = card.quotes[0]?.id ?? "";
  const look = { name: "Late", isShared: true, screen: "board" as const, search: "due=late" };
  const { viewId } = desk.services.views.save(ana, number, { ...look, ...once() });
  const takenOut = { memberId: ana.id, seq: 1, before: amountsOf(card) };
  desk.services.precedents.bring(ana, { fileName: "", bytes: Buffer.from('{"claimReviewed":"It rained"}'), ...once() });
  const said = { about: { kind: "claim" as const }, text: "Who counted?", ...once() };
  const { threadId, commentId } = desk.services.discussion.start(ana, claim.claimId, said);
  markDeletions(desk.db, claim.claimId, { takenOut, back: [], seq: 2, at: 0 });
  return {
    caseNumber: number,
    documentId,
    claimId: claim.claimId,
    claimNumber: 1,
    quoteId,
    versionId: 1,
    viewId,
    threadId,
    commentId,
    signOffId,
    requestId,
  };
}

/** Every verb of the services that is about one case. A test below compares the names with the services. */
const VERBS = caseVerbs(() => desk.services);

/** Verbs of the desk as a whole, which take somebody signed in. */
const DESK_VERBS: Record<string, Verb> = {
  "cases.list": { action: "case.read", run: (me) => desk.services.cases.list(me) },
  "work.list": { action: "case.read", run: (me) => desk.services.work.list(me) },
  "work.next": { action: "case.read", run: (me) => desk.services.work.next(me, "none") },
  "members.colleagues": { action: "case.read", run: (me) => desk.services.members.colleagues(me) },
  ...findVerbs(() => desk.services),
  "publications.pages": { action: "member.manage", run: (me) => desk.services.publications.pages(me) },
  "publications.setPages": {
    action: "member.manage",
    run: (me) => desk.services.publications.setPages(me, { isOn: true, language: "en", ...once() }),
  },
  "methodPages.read": { action: "member.manage", run: (me) => desk.services.methodPages.read(me) },
  "methodPages.set": {
    action: "member.manage",
    run: (me) => desk.services.methodPages.set(me, { methodUrl: "", correctionsUrl: "", ...once() }),
  },
  "numbers.ofDesk": { action: "case.read", run: (me) => desk.services.numbers.ofDesk(me, 30) },
  "numbers.deskFile": { action: "case.read", run: (me) => desk.services.numbers.deskFile(me, "ageing", 30) },
  "cases.create": {
    action: "case.create",
    run: (me) => desk.services.cases.create(me, { ...choices, restricted: false, memberIds: [], ...once() }),
  },
  "webhooks.list": { action: "member.manage", run: (me) => desk.services.webhooks.list(me) },
  "webhooks.make": {
    action: "member.manage",
    run: (me) => desk.services.webhooks.make(me, { url: "https://a.example", events: ["claim.stale"], ...once() }),
  },
  "webhooks.remove": { action: "member.manage", run: (me) => desk.services.webhooks.remove(me, "none", once()) },
  "webhooks.resend": { action: "member.manage", run: (me) => desk.services.webhooks.resend(me, "none", once()) },
  ...precedentVerbs(() => desk.services),
  "tokens.list": { action: "case.read", run: (me) => desk.services.tokens.list(me) },
  "tokens.make": {
    action: "case.read",
    run: (me) => desk.services.tokens.make(me, { label: "Site", scopes: ["read"], days: 1, ...once() }),
  },
  "tokens.revoke": { action: "case.read", run: (me) => desk.services.tokens.revoke(me, "none", once()) },
  "members.list": { action: "member.invite", run: (me) => desk.services.members.list(me) },
  "invites.list": { action: "member.invite", run: (me) => desk.services.invites.list(me) },
  "invites.make": {
    action: "member.invite",
    run: (me) => desk.services.invites.make(me, { role: "viewer", ...once() }),
  },
  "invites.revoke": { action: "member.invite", run: (me) => desk.services.invites.revoke(me, "none", once()) },
  "members.setRole": {
    action: "member.manage",
    run: (me) => desk.services.members.setRole(me, "none", { role: "viewer", ...once() }),
  },
  "bylines.mine": { action: "case.read", run: (me) => desk.services.bylines.mine(me) },
  "bylines.setMine": {
    action: "case.read",
    run: (me) => desk.services.bylines.setMine(me, { byline: `Byline of ${me.role}`, ...once() }),
  },
  "bylines.setFor": {
    action: "member.manage",
    run: (me) => desk.services.bylines.setFor(me, "none", { byline: "", ...once() }),
  },
  "members.deactivate": { action: "member.manage", run: (me) => desk.services.members.deactivate(me, "none", once()) },
  "sample.make": { action: "member.manage", run: (me) => desk.services.sample.make(me) },
};

/** Verbs for people who are not signed in, what only reads what is the same for all, and what is about one's own list. */
const OPEN_VERBS = [
  ...["desk.read", "desk.offerSetUp", "desk.isSetupToken", "desk.setUp", "desk.setUpDemo", "desk.addColleague"],
  ...["sessions.begin", "sessions.signIn", "sessions.end", "sessions.read", "sessions.welcome", "sessions.useWelcome"],
  ...["notifications.list", "notifications.unread", "notifications.seen", "notifications.muted", "digest.read"],
  ...["notifications.setDone", "notifications.setUnread", "notifications.snooze", "digest.setSeen"],
  ...["notificationSettings.read", "notificationSettings.choose"],
  ...[
    "invites.read",
    "invites.accept",
    "scales.list",
    "releases.formats",
    "releases.writing",
    "releases.clearUp",
    "tokens.read",
    "feeds.read",
  ],
  ...["published.language", "published.desk", "published.release", "published.claim", "published.list"],
  "published.claims",
  ...["find.keepUp", "find.catchUp", "mailLanguage.keep", "proofs.checkpoint", "proofs.keys"],
  ...["passwords.read", "passwords.choose"],
];

/** What came of it: "done" also for what was refused later on, for another reason than permission. */
async function outcome(verb: Verb, actor: Member): Promise<"done" | "forbidden" | "not_found"> {
  try {
    await verb.run(actor, ids);
    return "done";
  } catch (error) {
    const { kind } = error as { kind?: string };
    const denied = kind === "forbidden" && /Your role/.test((error as Error).message);
    return denied ? "forbidden" : kind === "not_found" ? "not_found" : "done";
  }
}

/** What the desks of the tests begin with: nothing but Ana, or an image of one that was made once for many of them. */
let image: Buffer | null = null;

beforeEach(() => {
  desk = testDesk(image ?? ":memory:");
  if (!image) ana = desk.member("Ana", "admin");
});

afterEach(() => desk.close());

/** The desks of these tests begin with somebody of this role beside Ana, inside of her restricted case or outside. */
function beginWith(role: Role, where: "inside" | "outside"): { me: Member } {
  const people = {} as { me: Member };
  beforeAll(async () => {
    desk = testDesk();
    ana = desk.member("Ana", "admin");
    people.me = desk.member("Me", role);
    ids = await sealedCase(where === "inside" ? [people.me.id] : []);
    image = desk.sqlite.serialize();
    await desk.close();
  });
  afterAll(() => {
    image = null;
  });
  return people;
}

test("[AC13] every verb of every service is in one of these lists", () => {
  const verbs = Object.entries(desk.services).flatMap(([noun, service]) =>
    Object.keys(service).map((verb) => `${noun}.${verb}`),
  );
  expect(verbs.sort()).toEqual([...Object.keys(VERBS), ...Object.keys(DESK_VERBS), ...OPEN_VERBS].sort());
});

describe.each(ROLES)("a %s who is in the restricted case", (role) => {
  const people = beginWith(role, "inside");
  test.each(Object.entries(VERBS))("[AC13] %s", async (_name, verb) => {
    const { me } = people;
    expect(await outcome(verb, me)).toBe(can(me, verb.action) ? "done" : "forbidden");
  });
});

describe.each(ROLES)("a %s", (role) => {
  test.each(Object.entries(DESK_VERBS))("[AC13] %s", async (_name, verb) => {
    const me = desk.member("Me", role);
    expect((await outcome(verb, me)) !== "forbidden").toBe(can(me, verb.action));
  });
});

const refused = (verb: Verb, me: Member, given: Ids) => laterRefusal((async () => verb.run(me, given))());

describe.each(["viewer", "analyst", "editor"] as const)("a %s outside of the restricted case", (role) => {
  const people = beginWith(role, "outside");
  test.each(Object.entries(VERBS))(
    "[AC14] %s answers as for an id that does not exist, and changes nothing",
    async (_name, verb) => {
      const { me } = people;
      const before = desk.sqlite.serialize();
      const none = { caseNumber: 999, claimNumber: 1, documentId: "no", claimId: "no", quoteId: "no", versionId: 1 };
      const unsaid = { viewId: "no", threadId: "no", commentId: "no" };
      const unknown = await refused(verb, me, { ...none, ...unsaid, signOffId: "no", requestId: "no" });
      const sealed = await refused(verb, me, ids);
      expect(sealed.kind).toBe("not_found");
      const { kind, message, detail } = unknown;
      expect({ kind: sealed.kind, message: sealed.message, detail: sealed.detail }).toEqual({ kind, message, detail });
      expect(desk.sqlite.serialize().equals(before)).toBe(true);
    },
  );

  test("[AC14] sees it in no list, and is in none of its lists", () => {
    const { me } = people;
    desk.services.claims.create(ana, ids.caseNumber, { statement: "It rained.", ...once() });
    expect(desk.services.cases.list(me)).toEqual([]);
    expect(Object.values(desk.services.work.list(me)).flat()).toEqual([]);
    expect(desk.services.work.next(me, "none")).toBeNull();
    expect(desk.services.cases.open(ana, ids.caseNumber).people.map((one) => one.name)).toEqual(["Ana"]);
    expect(desk.services.claims.read(ana, ids.caseNumber, 1).people.map((one) => one.name)).toEqual(["Ana"]);
  });
});

test("[AC14] an id of one case leads to nothing through another case", async () => {
  ids = await sealedCase([]);
  const other = desk.services.cases.create(ana, { ...choices, restricted: false, memberIds: [], ...once() });
  const there = { ...ids, caseNumber: other.number };
  for (const name of [
    "documents.read",
    "documents.addVersion",
    "documents.carry",
    "documents.attach",
    "documents.dismiss",
    "claims.read",
    "claims.createFromWords",
  ])
    expect(refusal(() => VERBS[name]?.run(ana, there)).kind, name).toBe("not_found");
});

test("[AC14] who is taken off the list is outside from then on", async () => {
  const chen = desk.member("Chen", "analyst");
  ids = await sealedCase([chen.id]);
  expect(desk.services.cases.open(chen, ids.caseNumber).title).toBe("Sealed");
  const { claimId } = desk.services.claims.create(ana, ids.caseNumber, { statement: "It rained.", ...once() });
  desk.services.claims.take(chen, claimId, { version: 1, ...once() });
  const work = () => Object.values(desk.services.work.list(chen)).flat();
  expect(work().map((one) => one.id)).toEqual([claimId]);
  VERBS["cases.configure"]?.run(ana, ids);
  expect(refusal(() => desk.services.cases.open(chen, ids.caseNumber)).kind).toBe("not_found");
  expect(work()).toEqual([]);
});
