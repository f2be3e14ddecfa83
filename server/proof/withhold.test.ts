import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBySeq } from "#db/queries/audit.ts";
import { inEnglish } from "#domain/words/english.ts";
import type { Member } from "#server/context.ts";
import { firstBrokenEvent } from "#server/proof/chain.ts";
import { withhold } from "#server/proof/withhold.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";

let desk: TestDesk;
let ana: Member;
let seq: number;

const reason = "Order of a court";
const lastSeq = () => Number(desk.sqlite.prepare("select max(seq) from audit_events").pluck().get());
const hide = (which: number) => withhold(desk.db, { seq: which, reason, at: desk.clock.now });
const record = () => desk.services.history.record(ana, 1);

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  const bo = desk.member("Bo", "editor");
  const claim = caseWithClaim(desk, ana);
  const given = { reason: "The witness Nour Haddad lives at Gate 4.", ...claim.seen(bo), ...once() };
  desk.services.reviews.requestChanges(bo, claim.claimId, given);
  seq = lastSeq();
});

afterEach(() => desk.close());

test("[PR2] what is withheld is gone from the file; the reason stands in its place, and the chain still fits", () => {
  const before = eventBySeq(desk.db, seq);
  hide(seq);
  expect(eventBySeq(desk.db, seq)).toEqual({ ...before, body: "{}", salt: null, withheld: reason });
  expect(JSON.stringify(desk.sqlite.prepare("select * from audit_events").all())).not.toContain("Nour Haddad");
  expect(firstBrokenEvent(desk.db)).toBeNull();
  const { events, chainIntact } = record();
  expect(chainIntact).toBe(true);
  const said = events.slice(0, 2).map(({ says: { id, texts, values } }) => ({ id, texts, values }));
  expect(said).toEqual([
    { id: "event_withheld", texts: { reason }, values: { number: seq } },
    { id: "withheld", texts: { reason }, values: undefined },
  ]);
  const spoken = inEnglish({ room: "events", id: "withheld", values: { who: "Bo", reason } });
  expect(spoken).toBe("Bo did something whose words are withheld: Order of a court");
});

test("[PR2] an event that is withheld without an event that says so is found, and so is a changed line of one", () => {
  desk.sqlite
    .prepare("update audit_events set body = '{}', salt = null, withheld = 'Nothing to see' where seq = ?")
    .run(seq);
  expect(firstBrokenEvent(desk.db)).toBe(seq);
  const { hash } = eventBySeq(desk.db, seq - 1) ?? {};
  desk.sqlite.exec("drop trigger audit_events_no_update");
  desk.sqlite.prepare("update audit_events set commitment = ? where seq = ?").run(hash, seq);
  expect(firstBrokenEvent(desk.db)).toBe(seq);
});

test.each([
  ["its body alone", "body = '{}'"],
  ["other words", `body = '{"reason":"Nothing"}', salt = null, withheld = 'x'`],
  ["but not its salt", "body = '{}', withheld = 'x'"],
  ["and its actor", "body = '{}', salt = null, withheld = 'x', actor_id = null"],
  ["and its time", "body = '{}', salt = null, withheld = 'x', at = 1"],
  ["and its type", "body = '{}', salt = null, withheld = 'x', type = 'case.created'"],
  ["and its commitment", "body = '{}', salt = null, withheld = 'x', commitment = null"],
  ["under the first rule", "body = '{}', salt = null, withheld = 'x', version = 1"],
])("[PR2] the file refuses to have an event changed in another way: %s", (_what, change) => {
  expect(() => desk.sqlite.exec(`update audit_events set ${change} where seq = ${seq}`)).toThrow(/append-only/);
});

test("[PR2] nothing is withheld twice, and the reason stays as it was given", () => {
  hide(seq);
  expect(() => desk.sqlite.exec(`update audit_events set withheld = 'Another' where seq = ${seq}`)).toThrow(
    /append-only/,
  );
  expect(refusal(() => hide(seq)).message).toBe(`What event ${seq} says is withheld already.`);
  expect(refusal(() => hide(seq + 1)).message).toMatch(/says itself that something is withheld/);
  expect(refusal(() => hide(seq + 2)).message).toBe(`The record has no event ${seq + 2}.`);
});

test("[PR2] an event of the first rule cannot be withheld, because its words are part of the chain", () => {
  desk.sqlite.exec("drop trigger audit_events_no_update; update audit_events set version = 1 where seq = 1");
  expect(refusal(() => hide(1)).message).toMatch(/under the first rule/);
});
