import { afterEach, beforeEach, expect, test } from "vitest";
import { setField } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import { readFile as textOf } from "#server/export/read-file.fixture.ts";
import { readFile } from "#server/import/read-file.ts";
import { bundleOf, filesIn, releaseNow } from "#server/proof/bundle.fixture.ts";
import { forge, inJson, verified } from "#server/proof/forging.fixture.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { laterRefusal, refusal } from "#server/testing/refusal.ts";
import { releaseAll } from "#server/testing/release-all.ts";

let desk: TestDesk;
let ana: Member;
let bo: Member;
let chen: Member;
let claim: ReturnType<typeof caseWithClaim>;

/** A case whose only claim is in its first release. */
beforeEach(async () => {
  desk = testDesk();
  [ana, bo, chen] = [desk.member("Ana", "editor"), desk.member("Bo", "editor"), desk.member("Chen", "analyst")];
  claim = caseWithClaim(desk, ana);
  claim.rate(ana, "true");
  claim.sign(bo);
  await releaseAll(desk, ana);
});

afterEach(() => desk.close());

const before = (actor = ana) => desk.services.releases.preflight(actor, 1);
const make = (actor = ana, key = once()) => desk.services.releases.make(actor, 1, { expected: [], ...key });
const setOf = (number: number) => JSON.parse(textOf(desk.services.releases.file(ana, 1, number, "json")));

function withdraw(): number {
  const id = claim.correct(ana, "retraction");
  desk.services.corrections.confirm(bo, 1, id, once());
  return id;
}

test("[RL22] once its only claim is withdrawn by two people a case has a release to make, of the retraction and nothing else, once", async () => {
  const id = claim.correct(ana, "retraction");
  expect(await before()).toMatchObject({ ready: [], retractions: 0 });
  expect((await laterRefusal(make())).message).toMatch(/No claim is ready/);
  desk.services.corrections.confirm(bo, 1, id, once());
  expect(await before()).toMatchObject({ ready: [], retractions: 1, unchanged: false, leaving: [{ number: 1 }] });
  expect((await laterRefusal(make(chen))).kind).toBe("forbidden");
  const key = once();
  expect(await make(ana, key)).toEqual({ number: 2 });
  expect(await make(ana, key)).toEqual({ number: 2 });
  expect(setOf(2)).toMatchObject({
    ...{ claims: [], documents: [], retractions: [{ reference: "C-1-1", releasedBefore: 1, by: "Ana" }] },
  });
  expect(desk.services.releases.list(ana, 1)[0]).toMatchObject({ number: 2, claims: 0 });
  expect(await desk.services.releases.read(ana, 1, 2)).toMatchObject({ count: 0, claims: [], retractions: [{}] });
  expect(await before()).toMatchObject({ ready: [], retractions: 0 });
  expect((await laterRefusal(make())).message).toMatch(/No claim is ready, so there is nothing to release/);
});

test("[RL22] a case that never released anything, or whose retraction was taken back, has none to make", async () => {
  const { caseNumber } = caseWithClaim(desk, ana);
  expect(await desk.services.releases.preflight(ana, caseNumber)).toMatchObject({ ready: [], retractions: 0 });
  desk.services.corrections.takeBack(ana, 1, withdraw(), once());
  expect(await before()).toMatchObject({ retractions: 0 });
  expect((await laterRefusal(make())).kind).toBe("conflict");
});

test("[RL22] one that is taken back while its release is put together is not told", async () => {
  const id = withdraw();
  const making = make();
  desk.services.corrections.takeBack(bo, 1, id, once());
  expect((await laterRefusal(making)).kind).toBe("conflict");
  expect(desk.services.releases.list(ana, 1)).toHaveLength(1);
});

test("[RL22] a claim that became ready meanwhile is not left out: what was seen was another list", async () => {
  withdraw();
  const { claimId, number } = desk.services.claims.create(ana, 1, { statement: "It rained.", ...once() });
  desk.rooms.edit(claimId, ana.id, (doc) => setField(doc, "ratingId", "true"));
  const { contentHash: seenHash } = desk.services.claims.read(bo, 1, number);
  desk.services.reviews.signOff(bo, claimId, { seenHash, ...once() });
  expect((await laterRefusal(make())).message).toMatch(/list of ready claims changed/);
  expect(await releaseAll(desk, ana)).toBe(2);
  expect(setOf(2)).toMatchObject({ claims: [{ reference: "C-1-2" }], retractions: [{ reference: "C-1-1" }] });
});

test("[RL22] its bundle fits, is held to the record like any other, and is read as one without checks", async () => {
  withdraw();
  const bundle = await bundleOf(desk, await releaseNow(desk, ana));
  const { findings, facts } = verified(bundle);
  expect(findings).toEqual([]);
  expect(facts.slice(1)).toEqual([
    "It holds no claims, only retractions: 1.",
    "Corrections, updates and retractions that stand in the record: 1.",
  ]);
  const set = "exports/case-1-counts-v2.json";
  const wrong = (change: Parameters<typeof forge>[2]) => verified(forge(bundle, desk.signer, change)).findings;
  const otherWords = inJson(set, ({ retractions: [one] }) => {
    one.what = "Nothing happened.";
  });
  expect(wrong(otherWords)).toContainEqual(expect.objectContaining({ item: "C-1-1" }));
  const nothing = inJson(set, (value) => {
    delete value.retractions;
  });
  const unrecorded = wrong((texts) => {
    texts["audit/corrections.jsonl"] = "";
  });
  for (const found of [wrong(nothing), unrecorded])
    expect(found).toContainEqual(expect.objectContaining({ item: "audit/corrections.jsonl" }));
  expect(filesIn(bundle)["audit/sign-offs.jsonl"]).toHaveLength(0);

  const { format, checks, notes } = readFile(bundle);
  expect([format, checks]).toEqual(["bundle", []]);
  expect(notes.map(({ id }) => id)).toEqual(["note_no_sign_off", "note_retractions"]);
  const bring = () => desk.services.precedents.bring(bo, { fileName: "v2.zip", bytes: bundle, ...once() });
  expect(refusal(bring).message).toMatch(/no check in it/);
});
