import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ROLES } from "#domain/roles.ts";
import { inEnglish } from "#domain/words/english.ts";
import type { Saying } from "#domain/words/say.ts";
import type { Member } from "#server/context.ts";
import { demandGoodPassword } from "#server/services/secrets.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { laterRefusal, refusal } from "#server/testing/refusal.ts";

const HOUR = 60 * 60_000;
const joiner = { name: "Chen", email: " Chen@Desk.invalid", password: "The tide turns at nine." };

let desk: TestDesk;
let ana: Member;

beforeEach(() => {
  desk = testDesk();
});

afterEach(() => desk.close());

const tokenOf = (url: string | null) => url?.split("/").at(-1) ?? "";
const members = () => desk.sqlite.prepare("select name, email, role from members order by name").all();

describe("setting up", () => {
  const owner = { deskName: "Harbour desk", name: "Ana", email: "Ana@Desk.invalid ", password: joiner.password };

  test("[AC8] the link makes one owner, an admin, and then leads nowhere", async () => {
    const token = tokenOf(desk.services.desk.offerSetUp());
    expect(desk.services.desk.isSetupToken(token)).toBe(true);
    const { member } = await desk.services.desk.setUp(token, owner);
    expect(member).toMatchObject({ name: "Ana", email: "ana@desk.invalid", role: "admin" });
    expect(desk.services.desk.read()).toEqual({ name: "Harbour desk", isSetUp: true, sampleCaseNumber: null });
    expect(desk.services.desk.isSetupToken(token)).toBe(false);
    expect((await laterRefusal(desk.services.desk.setUp(token, { ...owner, email: "b@x.invalid" }))).kind).toBe(
      "not_found",
    );
    expect(desk.services.desk.offerSetUp()).toBeNull();
  });

  test("[AC8] two people with the link at the same moment make one owner", async () => {
    const token = tokenOf(desk.services.desk.offerSetUp());
    const both = await Promise.allSettled([
      desk.services.desk.setUp(token, owner),
      desk.services.desk.setUp(token, { ...owner, name: "Bo", email: "bo@desk.invalid" }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(members()).toHaveLength(1);
  });

  test("[AC8] a wrong link and the link of an earlier start make nobody, and a weak password uses nothing up", async () => {
    const earlier = tokenOf(desk.services.desk.offerSetUp());
    const token = tokenOf(desk.services.desk.offerSetUp());
    for (const wrong of ["", "guess", earlier])
      expect((await laterRefusal(desk.services.desk.setUp(wrong, owner))).kind).toBe("not_found");
    expect((await laterRefusal(desk.services.desk.setUp(token, { ...owner, password: "short" }))).kind).toBe(
      "bad_input",
    );
    expect(members()).toEqual([]);
    expect(desk.services.desk.isSetupToken(token)).toBe(true);
  });

  test("[AC5] its token stands nowhere in the database", () => {
    const token = tokenOf(desk.services.desk.offerSetUp());
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(desk.sqlite.serialize().includes(token)).toBe(false);
  });
});

describe("an invitation", () => {
  beforeEach(() => {
    desk.services.desk.setUpDemo("Harbour desk", []);
    ana = desk.member("Ana", "admin");
  });

  const invite = (role: Member["role"] = "analyst", by = ana) =>
    tokenOf(desk.services.invites.make(by, { role, ...once() }).url);

  test("[AC6] lets one person join, once", async () => {
    const token = invite();
    await desk.services.invites.accept(token, joiner);
    expect(members()).toContainEqual({ name: "Chen", email: "chen@desk.invalid", role: "analyst" });
    expect((await laterRefusal(desk.services.invites.accept(token, { ...joiner, email: "d@x.invalid" }))).kind).toBe(
      "gone",
    );
    expect(desk.services.invites.read(token)).toBeNull();
    expect(members()).toHaveLength(2);
  });

  test("[RT77] who joins, leaves, or gets another role is told to every case that is open, whose pages name them", async () => {
    let told = 0;
    const { renew } = desk.live;
    desk.live.renew = () => {
      told += 1;
      renew();
    };
    const { memberId } = await desk.services.invites.accept(invite(), joiner);
    expect(told).toBe(1);
    desk.services.members.setRole(ana, memberId, { role: "editor", ...once() });
    expect(told).toBe(2);
    desk.services.members.deactivate(ana, memberId, once());
    expect(told).toBe(3);
  });

  test("[AC6] lets one of two people join who use it at the same moment", async () => {
    const token = invite();
    const both = await Promise.allSettled([
      desk.services.invites.accept(token, joiner),
      desk.services.invites.accept(token, { ...joiner, name: "Dalia", email: "dalia@desk.invalid" }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(members()).toHaveLength(2);
  });

  test("[AC6] works for 72 hours", async () => {
    const inTime = invite();
    const late = invite();
    desk.clock.now += 72 * HOUR - 1;
    await desk.services.invites.accept(inTime, joiner);
    desk.clock.now += 1;
    expect(desk.services.invites.read(late)).toBeNull();
    expect((await laterRefusal(desk.services.invites.accept(late, { ...joiner, email: "d@x.invalid" }))).kind).toBe(
      "gone",
    );
  });

  test("[AC6] reading it, however often, and joining with what is refused use nothing up", async () => {
    const token = invite();
    for (let i = 0; i < 5; i++)
      expect(desk.services.invites.read(token)).toEqual({
        role: "analyst",
        deskName: "Harbour desk",
        invitedBy: "Ana",
      });
    const weak = await laterRefusal(desk.services.invites.accept(token, { ...joiner, password: "short" }));
    const taken = await laterRefusal(desk.services.invites.accept(token, { ...joiner, email: "ANA@desk.invalid" }));
    expect([weak.kind, taken.kind]).toEqual(["bad_input", "conflict"]);
    await desk.services.invites.accept(token, joiner);
  });

  test("[AC6] that was taken back lets nobody in; a used one cannot be taken back", async () => {
    const token = invite();
    const [row] = desk.services.invites.list(ana);
    desk.services.invites.revoke(ana, row?.id ?? "", once());
    expect(desk.services.invites.read(token)).toBeNull();
    expect((await laterRefusal(desk.services.invites.accept(token, joiner))).kind).toBe("gone");
    expect(refusal(() => desk.services.invites.revoke(ana, row?.id ?? "", once())).kind).toBe("conflict");
    expect(refusal(() => desk.services.invites.revoke(ana, "no-such-id", once())).kind).toBe("not_found");
    expect(desk.services.invites.list(ana)[0]).toMatchObject({ usedAt: null, revokedAt: desk.clock.now });
  });

  test("[AC6] of somebody who has left lets nobody in", async () => {
    const bo = desk.member("Bo", "editor");
    const token = invite("editor", bo);
    desk.services.members.deactivate(ana, bo.id, once());
    expect(desk.services.invites.read(token)).toBeNull();
    expect((await laterRefusal(desk.services.invites.accept(token, joiner))).kind).toBe("gone");
  });

  test("[AC15] open invitations of one role are told apart by their note, their time and their maker", () => {
    desk.services.invites.make(ana, { role: "analyst", note: "for Dalia", ...once() });
    desk.clock.now += 60_000;
    desk.services.invites.make(desk.member("Bea", "editor"), { role: "analyst", ...once() });
    expect(desk.services.invites.list(ana)).toMatchObject([
      { note: "", createdByName: "Bea", createdAt: desk.clock.now },
      { note: "for Dalia", createdByName: "Ana", createdAt: desk.clock.now - 60_000 },
    ]);
  });

  test.each(ROLES)("[AC7] a %s invites up to their own role, when they may invite at all", (role) => {
    const maker = desk.member("Maker", role);
    const allowed = ROLES.filter((wanted) => {
      try {
        return desk.services.invites.make(maker, { role: wanted, ...once() });
      } catch {
        return false;
      }
    });
    const expected = { viewer: [], analyst: [], editor: ["viewer", "analyst", "editor"], admin: [...ROLES] };
    expect(allowed).toEqual(expected[role]);
  });

  test("[AC7] nothing that a joiner sends changes the role; one above its maker's present role is void", async () => {
    const sly = { ...joiner, role: "admin" };
    const { memberId } = await desk.services.invites.accept(invite("viewer"), sly);
    expect(desk.services.members.list(ana).find((one) => one.id === memberId)?.role).toBe("viewer");
    const bo = desk.member("Bo", "admin");
    const token = invite("admin", bo);
    desk.services.members.setRole(ana, bo.id, { role: "editor", ...once() });
    expect(desk.services.invites.read(token)).toBeNull();
  });

  test("[AC5] its token stands nowhere in the database, and a form sent twice makes one", () => {
    const key = once();
    const token = tokenOf(desk.services.invites.make(ana, { role: "viewer", ...key }).url);
    expect(refusal(() => desk.services.invites.make(ana, { role: "viewer", ...key })).message).toContain("only once");
    expect(desk.services.invites.list(ana)).toHaveLength(1);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(desk.sqlite.serialize().includes(token)).toBe(false);
  });
});

describe("a password", () => {
  const around = ["Harbour desk", "Ana Noori", "ana.noori@desk.invalid"];

  test.each([
    ["14 characters", "fourteen chars", "15 characters or more"],
    ["characters counted as people count them", "🌊🐟🦀🐙🦑🐬🐋🐚", "15 characters or more"],
    ["one character over and over", "aaaaaaaaaaaaaaaaaaaaaaaa", "more different characters"],
    ["more than 1,024 bytes", "long sentence ".repeat(80), "1024 bytes at most"],
    ["one's own name", "Ana Noori Ana Noori", "does not consist of your name"],
    ["the desk's name", "HARBOUR DESK 2026", "does not consist of your name"],
    ["one's own address", "ana.noori@desk.invalid1", "does not consist of your name"],
  ])("[AC9] is refused: %s", (_what, password, words) => {
    const { kind, message, detail } = refusal(() => demandGoodPassword(password, around));
    expect(kind).toBe("bad_input");
    expect(message).toContain(words);
    expect(inEnglish((detail.fields as { password: Saying }).password)).toBe(message);
  });

  test.each(["The tide turns at nine.", "fifteen chars..", "كلمة سر طويلة جدا", "Ana counts 4 boats at the pier"])(
    "[AC9] is taken: %s",
    (password) => expect(() => demandGoodPassword(password, around)).not.toThrow(),
  );
});

describe("members", () => {
  beforeEach(() => {
    ana = desk.member("Ana", "admin");
  });

  test("[AC10] the only admin can neither be changed nor closed; with a second one both can", () => {
    const { members } = desk.services;
    const bo = desk.member("Bo", "editor");
    expect(refusal(() => members.setRole(ana, ana.id, { role: "editor", ...once() })).message).toContain("only admin");
    expect(refusal(() => members.deactivate(ana, ana.id, once())).message).toContain("only admin");
    members.setRole(ana, bo.id, { role: "admin", ...once() });
    members.setRole(ana, ana.id, { role: "editor", ...once() });
    expect(members.list(ana).map((one) => one.role)).toEqual(["editor", "admin"]);
    expect(refusal(() => members.deactivate({ ...bo, role: "admin" }, bo.id, once())).message).toContain("only admin");
  });

  test("[AC10] an admin who has left does not count", () => {
    const bo = desk.member("Bo", "admin");
    desk.services.members.deactivate(ana, bo.id, once());
    expect(refusal(() => desk.services.members.deactivate(ana, ana.id, once())).message).toContain("only admin");
  });

  test("[AC11] who leaves loses every session at once, and the name stays on what they did", () => {
    const chen = desk.member("Chen", "analyst");
    const sessions = [1, 2].map(() => desk.services.sessions.begin(chen.id, "Test").sessionId);
    const claim = caseWithClaim(desk, ana);
    claim.rate(chen, "true");
    desk.services.members.deactivate(ana, chen.id, once());
    for (const id of sessions) expect(desk.services.sessions.read(id, true)).toBeNull();
    expect(desk.sqlite.prepare("select count(*) from sessions").pluck().get()).toBe(0);
    expect(claim.read(ana).lastEditor?.name).toBe("Chen");
    expect(claim.read(ana).people.map((one) => one.name)).toEqual(["Ana"]);
    expect(desk.services.members.list(ana).find((one) => one.id === chen.id)?.deactivatedAt).toBe(desk.clock.now);
    for (const again of [
      () => desk.services.members.deactivate(ana, chen.id, once()),
      () => desk.services.members.setRole(ana, chen.id, { role: "editor", ...once() }),
    ])
      expect(refusal(again).kind).toBe("not_found");
  });

  test("[AC11] a changed role counts with the next request of the same session", () => {
    const chen = desk.member("Chen", "analyst");
    const { sessionId } = desk.services.sessions.begin(chen.id, "Test");
    desk.services.members.setRole(ana, chen.id, { role: "viewer", ...once() });
    expect(desk.services.sessions.read(sessionId, true)?.member.role).toBe("viewer");
  });

  test("[CL5] taking a link back, another role and the end of an access count once, however often the form comes", () => {
    const { invites, members } = desk.services;
    const chen = desk.member("Chen", "analyst");
    invites.make(ana, { role: "viewer", ...once() });
    const inviteId = invites.list(ana)[0]?.id ?? "";
    const [taken, changed, ended] = [once(), once(), once()];
    for (const _time of [1, 2]) {
      invites.revoke(ana, inviteId, taken);
      members.setRole(ana, chen.id, { role: "editor", ...changed });
    }
    for (const _time of [1, 2]) members.deactivate(ana, chen.id, ended);
    const types = desk.sqlite.prepare("select type from audit_events order by seq desc limit 4").pluck().all();
    expect(types).toEqual(["member.deactivated", "member.role_changed", "invite.revoked", "invite.made"]);
    expect(refusal(() => members.setRole(ana, ana.id, { role: "viewer", ...changed })).message).toContain(
      "so this was not",
    );
  });
});
