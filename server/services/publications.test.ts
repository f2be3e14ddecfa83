import { afterEach, beforeEach, expect, test } from "vitest";
import type { Member } from "#server/context.ts";
import { publicationsService } from "#server/services/publications.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";
import { releaseAll } from "#server/testing/release-all.ts";

let desk: TestDesk;
let ana: Member;
let bo: Member;

beforeEach(async () => {
  desk = testDesk();
  ana = desk.member("Ana", "admin");
  bo = desk.member("Bo", "editor");
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "disputed");
  claim.sign(bo);
  await releaseAll(desk, bo);
});

afterEach(() => desk.close());

const set = (isOn: boolean, language: "en" | "ar" = "en", by = ana) =>
  desk.services.publications.setPages(by, { isOn, language, ...once() });
const publish = (by = bo, key = once()) => desk.services.publications.publish(by, 1, 1, { confirmed: false, ...key });
const withdraw = (by = bo, reason = "An order.") =>
  desk.services.publications.withdraw(by, 1, 1, { reason, ...once() });
const state = () => desk.services.publications.read(bo, 1, 1)?.state;
const events = (pattern: string) =>
  desk.sqlite.prepare("select type, body from audit_events where type like ? order by seq").all(pattern);

test("[PB3] an admin switches the public pages on and off, on the record; what did not change is not recorded", () => {
  expect(desk.services.publications.pages(ana)).toMatchObject({ isOn: false, language: "en" });
  set(true, "ar");
  set(true, "ar");
  set(false, "ar");
  expect(desk.services.publications.pages(ana)).toMatchObject({ isOn: false, language: "ar" });
  expect(events("desk.public%")).toEqual([
    { type: "desk.public_pages_set", body: '{"isOn":true,"language":"ar"}' },
    { type: "desk.public_pages_set", body: '{"isOn":false,"language":"ar"}' },
  ]);
});

test("[PB3] a desk that was not told its address cannot switch them on, and is told what to set", () => {
  const { rooms, db, signer } = desk;
  const context = {
    db,
    rooms,
    signer,
    now: () => 0,
    newId: () => "",
    live: {} as never,
    origin: "http://localhost:3000",
  };
  const bare = publicationsService(context, false);
  expect(refusal(() => bare.setPages(ana, { isOn: true, language: "en", ...once() })).message).toMatch(/ASSAY_ORIGIN/);
  bare.setPages(ana, { isOn: false, language: "en", ...once() });
});

test("[PB18] who may release publishes a release and takes it off, once each, on the record", () => {
  set(true);
  expect(state()).toBe("never");
  const key = once();
  publish(bo, key);
  publish(bo, key);
  expect(state()).toBe("public");
  expect(refusal(() => publish()).kind).toBe("conflict");
  expect(refusal(() => withdraw(bo, "  ")).detail.fields).toHaveProperty("reason");
  withdraw();
  expect(desk.services.publications.read(ana, 1, 1)).toMatchObject({
    ...{ state: "withdrawn", why: { reason: "An order.", by: "Bo" } },
  });
  expect(refusal(() => withdraw()).kind).toBe("conflict");
  publish(ana);
  expect(desk.services.publications.read(ana, 1, 1)?.why).toBeNull();
  expect(events("release.%").map((one) => (one as { type: string }).type)).toEqual([
    ...["release.made", "release.published", "release.withdrawn", "release.published"],
  ]);
});

test("[PB18] analysts and viewers read whether a release is public, and decide nothing", () => {
  set(true);
  for (const role of ["analyst", "viewer"] as const) {
    const reader = desk.member(role, role);
    expect(desk.services.publications.read(reader, 1, 1)).toMatchObject({ state: "never", mayPublish: false });
    expect(refusal(() => publish(reader)).kind).toBe("forbidden");
    expect(refusal(() => withdraw(reader)).kind).toBe("forbidden");
  }
});

test("[PB19] who may release withholds a single claim for a reason and puts it back, once each, on the record", () => {
  set(true);
  publish();
  const { withheldClaims } = desk.services;
  const withhold = (by = bo, key = once(), reason = " A court said so. ") =>
    withheldClaims.withhold(by, 1, 1, { reason, ...key });
  const show = (by = bo) => withheldClaims.showAgain(by, 1, 1, once());
  for (const role of ["analyst", "viewer"] as const) {
    const reader = desk.member(role, role);
    expect([refusal(() => withhold(reader)).kind, refusal(() => show(reader)).kind]).toEqual([
      "forbidden",
      "forbidden",
    ]);
  }
  expect(refusal(() => withhold(bo, once(), " ")).detail.fields).toHaveProperty("reason");
  expect(refusal(() => show()).kind).toBe("conflict");
  const key = once();
  withhold(bo, key);
  withhold(bo, key);
  expect(refusal(() => withhold(ana)).message).toContain("off the public pages already");
  expect(desk.services.publications.read(ana, 1, 1)?.withheld).toMatchObject([
    { reference: "C-1-1", reason: "A court said so.", by: "Bo" },
  ]);
  show(ana);
  expect(refusal(() => show()).kind).toBe("conflict");
  const other = desk.services.claims.create(ana, 1, { statement: "It rained.", ...once() });
  const unreleased = () => withheldClaims.withhold(bo, 1, other.number, { reason: "An order.", ...once() });
  expect(refusal(unreleased).message).toContain("never released");
  expect([...events("claim.withheld"), ...events("claim.shown%")]).toEqual([
    { type: "claim.withheld", body: '{"reason":"A court said so."}' },
    { type: "claim.shown_again", body: "{}" },
  ]);
});

test("[PB18] nothing is published while the public pages are off", () => {
  expect(desk.services.publications.read(bo, 1, 1)).toBeNull();
  expect(refusal(() => publish())).toMatchObject({
    kind: "conflict",
    message: expect.stringContaining("switched off"),
  });
});

test("[PB4] a restricted case is published only by somebody who confirms it, as it is restricted at that moment", () => {
  set(true);
  const choices = { title: "Counts", scaleId: "seven-step-1", quorum: 1, restricted: true, memberIds: [bo.id] };
  desk.services.cases.configure(ana, 1, { ...choices, version: 1, ...once() });
  expect(refusal(() => publish()).kind).toBe("bad_input");
  expect(state()).toBe("never");
  desk.services.publications.publish(bo, 1, 1, { confirmed: true, ...once() });
  expect(state()).toBe("public");
  expect(events("release.published")).toMatchObject([{ body: expect.stringContaining('"restricted":true') }]);
});
