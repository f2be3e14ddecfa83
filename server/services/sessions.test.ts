import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Member } from "#server/context.ts";
import { once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { laterRefusal } from "#server/testing/refusal.ts";

const PASSWORD = "The tide turns at nine.";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const here = { network: "192.0.2.7", userAgent: "Test" };
const elsewhere = { network: "198.51.100.9", userAgent: "Test" };

let folder: string;
let desk: TestDesk;
let ana: Member;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "assay-people-"));
  desk = testDesk(join(folder, "assay.sqlite"));
  ana = desk.member("Ana", "admin");
  const { url } = desk.services.invites.make(ana, { role: "analyst", ...once() });
  const joiner = { name: "Chen", email: "chen@desk.invalid", password: PASSWORD };
  await desk.services.invites.accept(url.split("/").at(-1) ?? "", joiner);
});

afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const attempt = (given: Partial<Parameters<typeof desk.services.sessions.signIn>[0]> = {}) =>
  desk.services.sessions.signIn({ email: "chen@desk.invalid", password: PASSWORD, ...here, ...given });

const wrong = (given: Parameters<typeof attempt>[0] = {}) =>
  laterRefusal(attempt({ password: "not the password", ...given }));

async function fail(times: number): Promise<void> {
  for (let i = 0; i < times; i++) expect((await wrong()).kind).toBe("unauthenticated");
}

const nameBehind = (sessionId: string) => desk.services.sessions.read(sessionId, false)?.member.name ?? null;

describe("signing in", () => {
  test("[AC1] the address is taken however it is written, and leads to the member", async () => {
    const { sessionId } = await attempt({ email: "  Chen@Desk.invalid " });
    expect(nameBehind(sessionId)).toBe("Chen");
  });

  test("[AC1] an unknown address, a wrong password, a closed account and one without a password get the same answer", async () => {
    const unknown = await wrong({ email: "nobody@desk.invalid" });
    const answers = [await wrong(), await wrong({ email: ana.email, password: "" })];
    const chen = desk.services.members.list(ana).find((one) => one.name === "Chen");
    desk.services.members.deactivate(ana, chen?.id ?? "", once());
    answers.push(await laterRefusal(attempt()));
    for (const { kind, message, detail } of answers) {
      expect({ kind, message, detail }).toEqual({
        kind: unknown.kind,
        message: unknown.message,
        detail: unknown.detail,
      });
    }
  });

  test("[AC2] after five wrong attempts from one network even the right password is refused there, and works elsewhere", async () => {
    await fail(5);
    const refused = await laterRefusal(attempt());
    expect(refused.kind).toBe("too_many");
    expect(refused.message).toContain("Wait 15 minutes");
    expect(nameBehind((await attempt(elsewhere)).sessionId)).toBe("Chen");
  });

  test("[AC2] another member signs in from the same network meanwhile, and after a quarter of an hour it is open again", async () => {
    await fail(5);
    expect((await wrong({ email: ana.email })).kind).toBe("unauthenticated");
    desk.clock.now += 15 * MINUTE;
    expect(nameBehind((await attempt()).sessionId)).toBe("Chen");
  });

  test("[AC2] attempts that are sent all at once are counted like attempts one after another", async () => {
    const refusals = await Promise.all(Array.from({ length: 12 }, () => wrong()));
    expect(refusals.filter((one) => one.kind === "unauthenticated").length).toBeLessThanOrEqual(5);
    const late = await Promise.allSettled([...Array.from({ length: 8 }, () => wrong(elsewhere)), attempt(elsewhere)]);
    expect(late.at(-1)?.status).toBe("rejected");
  });

  test("[AC2] thirty wrong attempts from thirty networks close the address for everybody, and an hour opens it", async () => {
    for (let i = 0; i < 30; i++) await wrong({ network: `203.0.113.${i}` });
    desk.clock.now += 10 * MINUTE;
    const refused = await laterRefusal(attempt(elsewhere));
    expect([refused.kind, refused.message]).toEqual(["too_many", expect.stringContaining("Wait 50 minutes")]);
    desk.clock.now += 50 * MINUTE;
    expect(nameBehind((await attempt(elsewhere)).sessionId)).toBe("Chen");
  });

  test("[AC2] a hundred wrong attempts from one network close it for every address, and the wait is said as it is", async () => {
    const insert = desk.sqlite.prepare("insert into sign_in_failures (email_hash, network, at) values (?, ?, ?)");
    for (let i = 0; i < 100; i++) insert.run(`address ${i}`, here.network, desk.clock.now - 20 * MINUTE + i * 1_000);
    expect((await laterRefusal(attempt())).message).toContain("Wait 40 minutes");
    expect(nameBehind((await attempt(elsewhere)).sessionId)).toBe("Chen");
    desk.clock.now += 40 * MINUTE;
    expect(nameBehind((await attempt()).sessionId)).toBe("Chen");
  });

  test("[AC3] a restart does not reset the count", async () => {
    await fail(5);
    const { now } = desk.clock;
    await desk.close();
    desk = testDesk(join(folder, "assay.sqlite"));
    desk.clock.now = now;
    expect((await laterRefusal(attempt())).kind).toBe("too_many");
  });

  test("[AC3] the count names nobody: what is stored of the address is its hash", async () => {
    await wrong();
    const rows = desk.sqlite.prepare("select * from sign_in_failures").all();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("chen");
  });
});

describe("a session", () => {
  test("[AC4] ends after eight hours without a request", async () => {
    const { sessionId } = await attempt();
    desk.clock.now += 8 * HOUR;
    expect(nameBehind(sessionId)).toBe("Chen");
    desk.clock.now += 1;
    expect(nameBehind(sessionId)).toBeNull();
  });

  test("[AC4] requests keep it open, sockets do not", async () => {
    const { sessionId } = await attempt();
    desk.clock.now += 7 * HOUR;
    desk.services.sessions.read(sessionId, false);
    desk.clock.now += HOUR;
    desk.services.sessions.read(sessionId, true);
    desk.clock.now += 8 * HOUR;
    expect(nameBehind(sessionId)).toBe("Chen");
    desk.clock.now += HOUR;
    expect(nameBehind(sessionId)).toBeNull();
  });

  test("[AC4] ends after seven days, however busy it is", async () => {
    const { sessionId } = await attempt();
    for (let hours = 0; hours < 7 * 24; hours += 4) {
      expect(desk.services.sessions.read(sessionId, true)?.member.name).toBe("Chen");
      desk.clock.now += 4 * HOUR;
    }
    expect(nameBehind(sessionId)).toBe("Chen");
    desk.clock.now += 1;
    expect(nameBehind(sessionId)).toBeNull();
  });

  test("[AC4] ends with signing out, which ends no other", async () => {
    const first = await attempt();
    const second = await attempt(elsewhere);
    expect(second.sessionId).not.toBe(first.sessionId);
    desk.services.sessions.end(first.sessionId);
    desk.services.sessions.end(first.sessionId);
    expect([nameBehind(first.sessionId), nameBehind(second.sessionId)]).toEqual([null, "Chen"]);
  });

  test("[AC4] an id that was never given, an empty one and a stored hash lead to nobody", async () => {
    const { sessionId } = await attempt();
    const hash = desk.services.sessions.read(sessionId, false)?.sessionHash ?? "";
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    for (const id of [null, "", "x".repeat(43), hash]) expect(desk.services.sessions.read(id, true)).toBeNull();
  });

  test("[AC5] is stored only as a hash: its id stands nowhere in the database, nor does the password", async () => {
    const { sessionId } = await attempt();
    desk.services.sessions.end((await attempt()).sessionId);
    const file = desk.sqlite.serialize();
    expect(file.includes("chen@desk.invalid")).toBe(true);
    expect(file.includes(sessionId)).toBe(false);
    expect(file.includes(PASSWORD)).toBe(false);
  });

  test("[AC5] signing in, failing and signing out are on the record, without the address", async () => {
    const { sessionId } = await attempt();
    await wrong();
    desk.services.sessions.end(sessionId);
    const rows = desk.sqlite.prepare("select type, body from audit_events order by seq desc limit 3").all();
    expect(rows).toEqual([
      { type: "member.signed_out", body: "{}" },
      { type: "member.sign_in_failed", body: JSON.stringify({ network: here.network }) },
      { type: "member.signed_in", body: "{}" },
    ]);
  });
});

describe("a sign-in link of the demo", () => {
  test("[AC5] names its member, signs in without a password, ends after seven days, and is stored as a hash", () => {
    const [made] = desk.services.desk.setUpDemo("Demo", [{ name: "Dalia", email: "d@demo.invalid", role: "analyst" }]);
    const token = made?.url.split("/").at(-1) ?? "";
    expect(desk.services.sessions.welcome(token)?.name).toBe("Dalia");
    expect(nameBehind(desk.services.sessions.useWelcome(token, "Test").sessionId)).toBe("Dalia");
    expect(desk.sqlite.serialize().includes(token)).toBe(false);
    desk.clock.now += 7 * 24 * HOUR;
    expect(desk.services.sessions.welcome(token)).toBeNull();
    expect(() => desk.services.sessions.useWelcome(token, "Test")).toThrow(/no such sign-in link/);
  });
});
