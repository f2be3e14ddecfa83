import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { setField } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import { createChainCheck, firstBrokenEvent } from "#server/proof/chain.ts";
import { ARTICLE, caseWithClaim, once, placeOf, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";
import { summaryOf } from "#server/testing/said.ts";

const MINUTE = 60_000;

let desk: TestDesk;
let ana: Member;
let bo: Member;
let chen: Member;
let claim: ReturnType<typeof caseWithClaim>;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "admin");
  bo = desk.member("Bo", "editor");
  chen = desk.member("Chen", "analyst");
  claim = caseWithClaim(desk, ana);
});

afterEach(() => desk.close());

const history = () => desk.services.history.claim(ana, claim.caseNumber, claim.number);
const record = (before?: number) => desk.services.history.record(ana, claim.caseNumber, { before });
const type = (member: Member, words: string) => claim.edit(member, (doc) => doc.getText("gaps").insert(0, words));

describe("what a decision says", () => {
  const said = () => summaryOf(record().events[0]?.says ?? { id: "claim_created" });
  const configure = (given: object) => {
    const { title, quorum, version, memberIds } = desk.services.cases.open(ana, claim.caseNumber);
    const now = { title, quorum, version, memberIds, scaleId: "seven-step-1", restricted: false };
    desk.services.cases.configure(ana, claim.caseNumber, { ...now, ...given, ...once() });
  };

  test("[RE7] a change of settings says what, from and to", () => {
    configure({ scaleId: "truth-meter-1" });
    expect(said()).toBe("changed the scale from “Seven steps” to “Six steps, PolitiFact-like”");
    configure({ scaleId: null, quorum: 2, title: "Figures", restricted: true });
    expect(said()).toBe(
      "changed the title from “Counts” to “Figures”, the scale from “Six steps, PolitiFact-like” to no scale, the sign-offs needed from 1 to 2, who may open the case from the whole desk to listed members",
    );
    configure({ scaleId: null, restricted: true, memberIds: [ana.id, bo.id] });
    expect(said()).toBe("changed the list of people who may open the case");
    configure({ scaleId: null, restricted: true });
    expect(said()).toBe("saved the case's settings as they were");
  });

  test("[RE7] another due time alone is not told as another assignment", () => {
    const assign = (dueAt: number | null) => {
      const { version } = claim.read(ana);
      const people = { assigneeId: chen.id, reviewerIds: [bo.id] };
      desk.services.claims.assign(ana, claim.claimId, { ...people, dueAt, version, ...once() });
    };
    assign(null);
    expect(said()).toBe("gave it to Chen and asked Bo to review");
    assign(Date.parse("2026-03-12T09:00:00Z"));
    expect(said()).toBe("set its due time to 12 Mar 2026, 09:00 UTC");
    assign(null);
    expect(said()).toBe("took its due time away");
  });

  test("[RE7] a text is named by its title", () => {
    expect(record().events.map((one) => summaryOf(one.says))).toContain("added “Two counts”");
  });
});

describe("a card's history", () => {
  const sittings = () => history().filter((one) => one.kind === "sitting");

  test("[RE1] edits of one person without half an hour's pause are one sitting, those of others are their own", () => {
    const start = desk.clock.now;
    for (const [member, minutes] of [
      [chen, 0],
      [bo, 5],
      [chen, 29],
      [chen, 58],
      [chen, 88],
    ] as const) {
      desk.clock.now = start + minutes * MINUTE;
      type(member, "Word ");
    }
    const seen = sittings().map(({ member, from, to, updates }) => [
      member?.name,
      (from - start) / MINUTE,
      (to - start) / MINUTE,
      updates,
    ]);
    expect(seen).toEqual([
      ["Chen", 88, 88, 1],
      ["Chen", 0, 58, 3],
      ["Bo", 5, 5, 1],
    ]);
  });

  test("[RE1] what the server wrote first is nobody's sitting", () => {
    expect(sittings()).toEqual([]);
  });

  test("[RE2] a decision stands among them with its author, its words and the hash it was made on, newest first", () => {
    type(chen, "What is not known.");
    desk.clock.now += MINUTE;
    claim.rate(chen, "true");
    desk.clock.now += MINUTE;
    claim.sign(bo);
    const { contentHash } = claim.read(ana);
    desk.clock.now += MINUTE;
    claim.edit(chen, (doc) => setField(doc, "saidWhere", "Lenne"));
    const stale = { kind: "decision", type: "sign_off.went_stale", member: { name: "Chen" }, contentHash };
    const signed = { kind: "decision", type: "review.signed_off", member: { name: "Bo" }, contentHash };
    const [first, second, third, ...rest] = history();
    expect([first, second].toSorted((a, b) => (a?.kind ?? "").localeCompare(b?.kind ?? ""))).toMatchObject([
      stale,
      { kind: "sitting", updates: 3 },
    ]);
    expect(third).toMatchObject({ ...signed, says: { id: "review_signed_off_complete" } });
    expect(rest).toMatchObject([{ type: "claim.created", contentHash: null }]);
  });
});

describe("the record of a case", () => {
  test("[RE2] names what was done, by whom, on which claim, newest first, without other cases", () => {
    caseWithClaim(desk, bo);
    const { events } = record();
    expect(events.map((one) => [one.type, one.actor?.name, one.claimReference])).toEqual([
      ["claim.created", "Ana", "C-1-1"],
      ["document.added", "Ana", null],
      ["case.created", "Ana", null],
    ]);
    expect(events[2]?.says).toEqual({ id: "case_created", texts: { title: "Counts" } });
  });

  test("[RE3] comes fifty at a time, each event once, whatever is added meanwhile", () => {
    for (let i = 0; i < 60; i++) desk.services.claims.create(ana, 1, { statement: `Claim ${i}`, ...once() });
    const first = record();
    desk.services.claims.create(ana, 1, { statement: "Meanwhile", ...once() });
    const second = record(first.next ?? 0);
    expect([first.events.length, second.events.length, second.next]).toEqual([50, 13, null]);
    expect(new Set([...first.events, ...second.events].map((one) => one.seq)).size).toBe(63);
    expect(second.events.at(-1)?.type).toBe("case.created");
  });

  test("[RE3] a page that is exactly full has no next one", () => {
    for (let i = 0; i < 47; i++) desk.services.claims.create(ana, 1, { statement: `Claim ${i}`, ...once() });
    expect(record()).toMatchObject({ next: null, events: { length: 50 } });
  });
});

describe("the chain", () => {
  const tamper = (sql: string) => {
    desk.sqlite.exec("drop trigger audit_events_no_update; drop trigger audit_events_no_delete");
    desk.sqlite.exec(sql);
  };

  test("[RE4] is intact over everything that people do", () => {
    claim.rate(chen, "true");
    claim.sign(bo);
    claim.rate(chen, "false");
    expect(record().chainIntact).toBe(true);
    expect(firstBrokenEvent(desk.db)).toBeNull();
    const hashes = desk.sqlite
      .prepare("select hash, previous_hash from audit_events order by seq")
      .raw()
      .all() as string[][];
    expect(hashes[0]?.[1]).toBe("0".repeat(64));
    expect(hashes.slice(1).map(([, previous]) => previous)).toEqual(hashes.slice(0, -1).map(([hash]) => hash));
  });

  test.each([
    ["type", "type = 'claim.moved'"],
    ["actor", "actor_id = 'somebody'"],
    ["case", "case_id = 'other'"],
    ["claim", "claim_id = 'other'"],
    ["body", `body = '{"title":"Other"}'`],
    ["time", "at = at + 1"],
    ["hash", "hash = upper(hash)"],
    ["previous hash", "previous_hash = hash"],
    ["salt", "salt = null"],
    ["commitment", "commitment = hash"],
    ["rule", "version = 1"],
  ])("[RE4] a changed %s is found, and where it begins", (_what, change) => {
    tamper(`update audit_events set ${change} where seq = 5`);
    expect(record().chainIntact).toBe(false);
    expect(firstBrokenEvent(desk.db)).toBe(5);
  });

  test("[RE4] a missing event and a swapped pair are found", () => {
    tamper(
      "update audit_events set seq = -1 where seq = 4; update audit_events set seq = 4 where seq = 5; update audit_events set seq = 5 where seq = -1",
    );
    expect(firstBrokenEvent(desk.db)).toBe(4);
    desk.sqlite.exec("delete from audit_events where seq in (4, 5)");
    expect(firstBrokenEvent(desk.db)).toBe(6);
  });

  test("[RE4] is checked again only where it grew, and whole when what was checked is gone", () => {
    const check = createChainCheck(desk.db);
    expect(check()).toBeNull();
    const last = () => Number(desk.sqlite.prepare("select max(seq) from audit_events").pluck().get());
    claim.rate(chen, "true");
    claim.sign(bo);
    tamper(`update audit_events set at = at + 1 where seq = ${last()}`);
    expect(check()).toBe(last());
    expect(check()).toBe(last());
    desk.sqlite.exec(`update audit_events set at = at - 1 where seq = ${last()}`);
    expect(check()).toBeNull();
    desk.sqlite.exec(`update audit_events set at = 1 where seq = 2; delete from audit_events where seq = ${last()}`);
    expect(check()).toBe(2);
  });

  test("[RE4] is checked over more events than are read at a time", () => {
    for (let i = 0; i < 600; i++) desk.services.sessions.begin(chen.id, "Test");
    expect(firstBrokenEvent(desk.db)).toBeNull();
    tamper("update audit_events set at = 1 where seq = 590");
    expect(firstBrokenEvent(desk.db)).toBe(590);
  });
});

describe("a decision whose event cannot be written", () => {
  const services = () => desk.services;
  const version = () => claim.read(ana).version;
  const at = () => ({ documentId: claim.documentId, versionNumber: 1 });

  const DECISIONS: Record<string, () => unknown> = {
    "cases.create": () => services().cases.create(ana, { ...choices, ...once() }),
    "cases.configure": () => services().cases.configure(ana, 1, { ...choices, version: 1, ...once() }),
    "documents.add": () => services().documents.add(ana, 1, { ...ARTICLE, ...once() }),
    "documents.addVersion": () =>
      services().documents.addVersion(ana, 1, claim.documentId, { ...ARTICLE, text: "Other.", ...once() }),
    "documents.dismiss": () =>
      services().documents.dismiss(ana, 1, claim.documentId, {
        versionNumber: 1,
        ordinals: [2],
        reason: "no_claim",
        ...once(),
      }),
    "claims.createFromWords": () =>
      services().claims.createFromWords(ana, 1, { ...at(), ...placeOf("240"), ...once() }),
    "claims.create": () => services().claims.create(ana, 1, { statement: "It rained.", ...once() }),
    "claims.move": () =>
      services().claims.move(ana, claim.claimId, { stage: "in_review", version: version(), ...once() }),
    "claims.assign": () =>
      services().claims.assign(ana, claim.claimId, {
        ...{ assigneeId: chen.id, reviewerIds: [bo.id], dueAt: desk.clock.now, version: version() },
        ...once(),
      }),
    "claims.take": () => services().claims.take(chen, claim.claimId, { version: version(), ...once() }),
    "reviews.signOff": () => claim.sign(bo),
    "reviews.requestChanges": () =>
      services().reviews.requestChanges(bo, claim.claimId, {
        ...{ seenHash: claim.read(bo).contentHash, reason: "Name it." },
        ...once(),
      }),
    "members.setRole": () => services().members.setRole(ana, chen.id, { role: "viewer", ...once() }),
    "members.deactivate": () => services().members.deactivate(ana, chen.id, once()),
    "invites.make": () => services().invites.make(ana, { role: "viewer", ...once() }),
    "sessions.begin": () => services().sessions.begin(chen.id, "Test"),
    "desk.addColleague": () => desk.member("Dalia", "viewer"),
  };
  const choices = { title: "Other", scaleId: null, quorum: 2, restricted: true, memberIds: [] };

  test.each(Object.entries(DECISIONS))("[RE5] did not happen, and can be repeated: %s", (_name, decide) => {
    claim.rate(chen, "true");
    desk.sqlite.exec(
      "create trigger no_events before insert on audit_events begin select raise(abort, 'no events'); end",
    );
    const before = desk.sqlite.serialize();
    expect(decide).toThrow(/no events/);
    expect(desk.sqlite.serialize().equals(before)).toBe(true);
    desk.sqlite.exec("drop trigger no_events");
    const events = () => desk.sqlite.prepare("select count(*) from audit_events").pluck().get() as number;
    const count = events();
    decide();
    expect(events()).toBe(count + 1);
  });

  test.each(Object.entries(DECISIONS))(
    "[RE6] on a disk that refuses is refused in words, and reading goes on: %s",
    (_name, decide) => {
      claim.rate(chen, "true");
      const { status } = claim.read(ana);
      desk.sqlite.pragma("query_only = ON");
      const { kind, message } = refusal(decide);
      expect(claim.read(ana).status).toBe(status);
      expect(desk.services.cases.open(ana, 1).title).toBe("Counts");
      desk.sqlite.pragma("query_only = OFF");
      expect(kind).toBe("read_only");
      expect(message).toContain("nothing was changed");
      decide();
    },
  );

  test("[RE5] a quote that is carried over: neither the card nor its open copy keeps it", () => {
    services().documents.addVersion(ana, 1, claim.documentId, { ...ARTICLE, text: `New. ${ARTICLE.text}`, ...once() });
    const quoteId = claim.read(ana).card.quotes[0]?.id ?? "";
    const carry = () =>
      services().documents.carry(ana, 1, claim.documentId, {
        ...{ claimId: claim.claimId, quoteId, versionNumber: 2 },
        ...once(),
      });
    desk.sqlite.exec(
      "create trigger no_events before insert on audit_events begin select raise(abort, 'no events'); end",
    );
    expect(carry).toThrow(/no events/);
    desk.sqlite.exec("drop trigger no_events");
    expect(desk.rooms.freeze(claim.claimId).card.quotes).toHaveLength(1);
    type(chen, "Later words.");
    expect(claim.read(ana).card.quotes).toHaveLength(1);
    carry();
    expect(claim.read(ana).card).toMatchObject({ gaps: "Later words.", quotes: { length: 2 } });
  });
});
