import { afterEach, beforeEach, expect, test } from "vitest";
import type { Member } from "#server/context.ts";
import { offerPassword } from "#server/services/passwords.ts";
import { type TestDesk, testDesk } from "#server/testing/desk.ts";
import { laterRefusal } from "#server/testing/refusal.ts";

const PASSWORD = "nine storks over the weir";
const HOUR = 3_600_000;

let desk: TestDesk;
let ana: Member;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "admin");
});

afterEach(() => desk.close());

const offer = () => offerPassword(desk.db, ana.id, { at: desk.clock.now, validMs: HOUR });
const passwords = () => desk.services.passwords;
const signIn = () =>
  desk.services.sessions.signIn({ email: ana.email, password: PASSWORD, network: "x", userAgent: "test" });

test("[CM3] a link to choose a password works once; looking at it uses nothing up", async () => {
  const token = offer();
  expect([passwords().read(token), passwords().read(token)]).toEqual([{ desk: "" }, { desk: "" }]);
  await passwords().choose(token, PASSWORD);
  expect(passwords().read(token)).toBeNull();
  expect((await signIn()).sessionId).toMatch(/./);
  expect(await laterRefusal(passwords().choose(token, PASSWORD))).toMatchObject({
    kind: "gone",
    message: "This link was used or is too old. Ask an admin of the desk for a new one.",
  });
});

test("[CM3] of a link that arrives twice at once, one chooses", async () => {
  const token = offer();
  const both = [PASSWORD, "seven herons over the weir"].map((one) => passwords().choose(token, one));
  const outcomes = await Promise.allSettled(both);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("[CM3] an old link, one before a newer, and one of somebody who left, choose nothing", async () => {
  const first = offer();
  const second = offer();
  expect(passwords().read(first)).toBeNull();
  desk.clock.now += HOUR;
  expect(passwords().read(second)).toBeNull();
  const third = offer();
  const kim = desk.member("Kim", "admin");
  desk.services.members.deactivate(kim, ana.id, { once: "x" });
  expect((await laterRefusal(passwords().choose(third, PASSWORD))).kind).toBe("gone");
});

test("[CM3] choosing a password ends every session of the member; a weak one is refused and leaves the link", async () => {
  const { sessionId } = desk.services.sessions.begin(ana.id, "test");
  const token = offer();
  expect((await laterRefusal(passwords().choose(token, "too short"))).kind).toBe("bad_input");
  expect(desk.services.sessions.read(sessionId, false)?.member.id).toBe(ana.id);
  await passwords().choose(token, PASSWORD);
  expect(desk.services.sessions.read(sessionId, false)).toBeNull();
});

test("[CM3] the link is stored as a hash, and both the link and the choice are on the record without it", async () => {
  const token = offer();
  await passwords().choose(token, PASSWORD);
  const rows = desk.sqlite.prepare("select type, body from audit_events where type like 'member.password%'").all();
  expect(rows).toMatchObject([{ type: "member.password_link_made" }, { type: "member.password_chosen" }]);
  const everything = ["audit_events", "password_links", "members"].map((table) =>
    JSON.stringify(desk.sqlite.prepare(`select * from ${table}`).all()),
  );
  expect(everything.join()).not.toContain(token);
});
