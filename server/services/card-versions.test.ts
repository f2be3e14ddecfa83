import { afterEach, beforeEach, expect, test } from "vitest";
import { addSource, removeSource } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";

const MUCH = "Nobody has opened the cold stores. ".repeat(30);
const SOURCES = ["s1", "s2", "s3"];

let desk: TestDesk;
let ana: Member;
let bo: Member;
let claim: ReturnType<typeof caseWithClaim>;

beforeEach(() => {
  desk = testDesk();
  [ana, bo] = [desk.member("Ana", "admin"), desk.member("Bo", "analyst")];
  claim = caseWithClaim(desk, ana);
  claim.edit(bo, (doc) => {
    doc.getText("gaps").insert(0, MUCH);
    for (const id of SOURCES) addSource(doc, id, { title: `Report ${id}` });
  });
  claim.rate(bo, "true");
  desk.clock.now += 3_600_000;
});

afterEach(() => desk.close());

const takeOut = () =>
  claim.edit(ana, (doc) => {
    doc.getText("gaps").delete(0, MUCH.length);
    for (const id of SOURCES) removeSource(doc, id);
  });
const takenOut = () => claim.read(bo).takenOut;
const versionId = () => takenOut()?.id ?? 0;
const putBack = (member: Member, form = { versionId: versionId(), ...once() }) =>
  desk.services.cardVersions.putBack(member, claim.claimId, form);
const history = () => desk.services.history.claim(bo, claim.caseNumber, claim.number);

test("whoever opens the card hears who took out much of it, and can read it as it was", () => {
  const { card } = claim.read(bo);
  expect(takenOut()).toBeNull();
  takeOut();
  expect(takenOut()).toMatchObject({ by: { name: "Ana" }, at: desk.clock.now, before: { sources: 3 } });
  expect(desk.services.cardVersions.read(bo, claim.caseNumber, claim.number, versionId())).toEqual(card);
});

test("[SO3] put back by a colleague it is the signed card again, in their name and on the record", () => {
  claim.sign(ana);
  const before = claim.read(bo);
  takeOut();
  expect(claim.read(bo).status).not.toBe("signed_off");
  putBack(bo);
  const after = claim.read(bo);
  expect(after).toMatchObject({ card: before.card, contentHash: before.contentHash, status: "signed_off" });
  expect(after).toMatchObject({ takenOut: null, lastEditor: { name: "Bo" } });
  const [event] = desk.services.history
    .record(ana, claim.caseNumber)
    .events.filter((one) => one.type === "claim.put_back");
  expect(event).toMatchObject({ actor: { name: "Bo" }, says: { id: "claim_put_back", texts: { member: "Ana" } } });
});

test("[CL5] the same form puts it back once; a second person is told who did", () => {
  takeOut();
  const form = { versionId: versionId(), ...once() };
  putBack(bo, form);
  putBack(bo, form);
  expect(claim.read(bo).card.gaps).toBe(MUCH);
  const again = refusal(() => putBack(ana, { versionId: form.versionId, ...once() }));
  expect(again).toMatchObject({ kind: "conflict", message: "Bo put it back meanwhile, so nothing was done now." });
});

test("what came back by itself is put back by nobody, and refused in words", () => {
  takeOut();
  const form = { versionId: versionId(), ...once() };
  claim.edit(ana, (doc) => {
    doc.getText("gaps").insert(0, MUCH);
    for (const id of SOURCES) addSource(doc, id, { title: `Report ${id}` });
  });
  expect(takenOut()).toBeNull();
  expect(refusal(() => putBack(bo, form)).message).toBe("Nothing was put back: all of it is there again.");
  const leaveOut = () => desk.services.cardVersions.leaveOut(bo, claim.claimId, { ...form, ...once() });
  expect(refusal(leaveOut).message).toBe("Nothing is left out: as much came back to the card.");
});

test("what was meant is left out: nobody is asked again, and it can still be put back from the history", () => {
  takeOut();
  const form = { versionId: versionId(), ...once() };
  desk.services.cardVersions.leaveOut(ana, claim.claimId, form);
  expect(takenOut()).toBeNull();
  expect(history().map((one) => one.kind === "version" && one.outcome)).toContain("left_out");
  putBack(bo, { ...form, ...once() });
  expect(claim.read(bo).card.gaps).toBe(MUCH);
  expect(history().find((one) => one.kind === "version")).toMatchObject({
    member: { name: "Ana" },
    outcome: "put_back",
  });
});

test("a version of another card is none of this one", () => {
  takeOut();
  const other = desk.services.claims.create(ana, claim.caseNumber, { statement: "It rained.", ...once() });
  const form = { versionId: versionId(), ...once() };
  const { cardVersions } = desk.services;
  expect(refusal(() => cardVersions.putBack(bo, other.claimId, form)).kind).toBe("not_found");
  expect(refusal(() => cardVersions.read(bo, claim.caseNumber, other.number, form.versionId)).kind).toBe("not_found");
});
