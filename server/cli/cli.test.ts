import { execFile } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { COMMANDS } from "#server/cli/commands.ts";
import { run } from "#server/cli/run.ts";
import { writeWhole } from "#server/cli/whole-file.ts";
import type { Member } from "#server/context.ts";
import { releaseNow } from "#server/proof/bundle.fixture.ts";
import { keyFile } from "#server/proof/keys.ts";
import { caseWithClaim, testDesk } from "#server/testing/desk.ts";

const script = fileURLToPath(new URL("./index.ts", import.meta.url));
const environment = (): Record<string, string> => ({ ASSAY_DATA: folder, INIT_CWD: folder });

let folder: string;

type Done = { code: number; out: string; error: string };

/** Runs a command on the desk of the test. */
async function assay(...words: string[]): Promise<Done> {
  for (const [name, value] of Object.entries(environment())) vi.stubEnv(name, value);
  const [out, error] = [heard(process.stdout), heard(process.stderr)];
  const code = await run(words).finally(() => vi.restoreAllMocks());
  return { code, out: out.join(""), error: error.join("") };
}

function heard(stream: NodeJS.WriteStream): string[] {
  const said: string[] = [];
  vi.spyOn(stream, "write").mockImplementation((text) => said.push(String(text)) > 0);
  return said;
}

/** The same as a process of its own. */
function inProcess(...words: string[]): Promise<Done> {
  const env = { ...process.env, ...environment(), NODE_OPTIONS: "--disable-warning=ExperimentalWarning" };
  return new Promise((resolve) =>
    execFile(process.execPath, [script, ...words], { env }, (failed, out, error) =>
      resolve({ code: failed ? Number(failed.code) : 0, out, error }),
    ),
  );
}

/** As if another process ran the desk. */
function runElsewhere(): () => void {
  writeFileSync(at("assay.lock"), String(process.ppid));
  return () => rmSync(at("assay.lock"));
}

const at = (name: string) => join(folder, name);
const openDesk = () => testDesk(at("assay.sqlite"), keyFile(folder));

/** Does something on the desk as it runs, and closes it. */
async function onDesk<T>(use: (desk: ReturnType<typeof testDesk>) => T | Promise<T>): Promise<T> {
  const desk = openDesk();
  try {
    return await use(desk);
  } finally {
    await desk.close();
  }
}

async function withRelease(): Promise<void> {
  await onDesk(async (desk) => {
    const [ana, bo] = [desk.member("Ana", "admin"), desk.member("Bo", "editor")] as [Member, Member];
    const claim = caseWithClaim(desk, ana);
    claim.rate(ana, "true");
    claim.sign(bo);
    await releaseNow(desk, ana);
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-cli-"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test("[CM1] says how it is called; a wrong call ends with 2 and leads to its help, a folder without a desk is named", async () => {
  const [help, wrong] = await Promise.all([inProcess(), inProcess("user", "create", "--nmae", "Ana")]);
  expect(help).toMatchObject({ code: 0, out: expect.stringMatching(/export .*\n {2}verify .*\n {2}user /) });
  expect(wrong).toMatchObject({ code: 2, error: expect.stringContaining("See: npm run assay -- user --help") });
  for (const name of Object.keys(COMMANDS))
    expect(await assay(name, "--help")).toMatchObject({
      ...{ code: 0, error: "" },
      out: expect.stringMatching(new RegExp(`^Usage: npm run assay -- ${name} `)),
    });
  for (const name of ["imprt", "constructor"])
    expect(await assay(name)).toMatchObject({ code: 2, error: expect.stringContaining(`no command "${name}"`) });
  const nothing = await assay("audit", "verify", "--json");
  expect(nothing).toMatchObject({ code: 2, out: "", error: expect.stringContaining(`There is no desk in ${folder}.`) });
});

test("[CM1] what people typed cannot command a terminal", async () => {
  await onDesk((desk) => {
    desk.member("Ana", "admin");
    desk.sqlite.exec("update members set name = 'Ana' || char(27) || '[2J' || char(8238) || 'evil'");
  });
  expect((await assay("user", "list")).out).toContain("Ana\ufffd[2J[U+202E]evil");
});

test("[CM2] a release is written as a bundle or in a format, also while the desk runs, and the bundle is verified", async () => {
  await withRelease();
  const unlock = runElsewhere();
  const bundle = await assay("export", "--case", "1", "--json");
  const { file, sha256 } = JSON.parse(bundle.out);
  expect([bundle.code, file, sha256]).toEqual([
    0,
    at("case-1-counts-v1.bundle.zip"),
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ]);
  expect(bundle.error).toContain("Putting the bundle together");
  const shown = await inProcess("export", "--case", "1", "--release", "1", "--format", "markdown", "--out", "-");
  await assay("export", "--case", "1", "--format", "markdown", "--out", "report.md");
  unlock();
  expect(shown.out).toBe(readFileSync(at("report.md"), "utf8"));
  expect(shown.out).toContain("around 240 residents were moved");
  const changed = readFileSync(file);
  changed[400] = (changed[400] ?? 0) ^ 1;
  writeFileSync(at("changed.zip"), changed);
  const [key] = (await assay("key", "list")).out.split(" ");
  const fits = await assay("verify", "case-1-counts-v1.bundle.zip");
  expect(fits).toMatchObject({ code: 0, out: expect.stringContaining("Everything fits.") });
  const pinned = await assay("verify", file, "--key", key ?? "");
  expect(pinned).toMatchObject({ code: 0, out: expect.stringContaining("It is the key that you named.") });
  const found = await assay("verify", "changed.zip", "--json");
  expect([found.code, JSON.parse(found.out).findings[0].item]).toEqual([1, "README.txt"]);
  const proof = at("c-1-1.proof.json");
  expect(await assay("prove", file, "c-1-1")).toMatchObject({ code: 0, out: `${proof}\n` });
  expect(await assay("verify", proof)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Claim C-1-1, .*fits\.\n$/s),
  });
  expect((await assay("prove", file, "C-1-1", "--out", "-")).out).toBe(readFileSync(proof, "utf8"));
  for (const [words, sentence] of [
    [[file, "C-1-1"], "Write over it with --force."],
    [["changed.zip", "C-1-1"], "This bundle does not fit, so nothing is taken from it."],
    [[file], "Name a bundle and a claim in it."],
  ] as const)
    expect(await assay("prove", ...words)).toMatchObject({ code: 2, error: expect.stringContaining(sentence) });
  const again = await assay("export", "--case", "1");
  expect(again).toMatchObject({ code: 2, error: expect.stringContaining("Write over it with --force.") });
  expect(await assay("export", "--case", "2")).toMatchObject({ code: 2, error: "There is no case 2 on this desk.\n" });
});

test("[CM3] a member is made, and gets a link to choose a password; so is a forgotten one replaced", async () => {
  await withRelease();
  const created = await assay("user", "create", "--name", "Chen Wei", "--email", "Chen@desk.example", "--json");
  const { link } = JSON.parse(created.out);
  expect(link).toMatch(/^http:\/\/localhost:3000\/password\/[\w-]{43}$/);
  const twice = await assay("user", "create", "--name", "Chen W.", "--email", "chen@desk.example");
  expect(twice).toMatchObject({ code: 2, error: expect.stringContaining("is there already") });
  const reset = await assay("user", "reset", "--email", "bo@desk.invalid", "--json");
  expect((await assay("user", "list")).out).toContain("analyst  chen@desk.example  Chen Wei\n");
  await onDesk(async ({ services, clock }) => {
    clock.now = Date.now();
    const signIn = (email: string) =>
      services.sessions.signIn({ email, password: "nine storks over the weir", network: "x", userAgent: "test" });
    for (const address of [link, JSON.parse(reset.out).link])
      await services.passwords.choose(address.split("/").at(-1), "nine storks over the weir");
    for (const email of ["chen@desk.example", "bo@desk.invalid"]) expect((await signIn(email)).sessionId).toMatch(/./);
  });
});

test("[CM4] a backup is made while the desk runs, checked, and put in place of a stopped one; nothing is thrown away", async () => {
  await withRelease();
  const unlock = runElsewhere();
  const made = await assay("backup", "--json");
  const { file, record } = JSON.parse(made.out);
  const refused = await assay("restore", file);
  unlock();
  expect(record).toMatchObject({ findings: [], checkpoints: 1 });
  expect([statSync(file).mode & 0o777, readdirSync(at("backups"))]).toEqual([0o600, [file.split("/").at(-1)]]);
  expect(refused).toMatchObject({ code: 2, error: expect.stringContaining("Stop it first") });
  const { signer: before, sessionId } = await onDesk((desk) => {
    const { id } = desk.member("Dora", "analyst");
    return { signer: desk.signer, ...desk.services.sessions.begin(id, "test") };
  });
  const damaged = at("damaged.sqlite");
  writeFileSync(damaged, Buffer.concat([readFileSync(file).subarray(0, 8_000), Buffer.alloc(60_000, 7)]));
  expect(await assay("restore", damaged)).toMatchObject({ code: 2, error: expect.stringContaining("damaged") });
  const restored = await assay("restore", file, "--json");
  expect(JSON.parse(restored.out)).toMatchObject({ restored: true, isNewRecord: true, record: { findings: [] } });
  expect(existsSync(join(JSON.parse(restored.out).aside, "assay.sqlite"))).toBe(true);
  await onDesk(({ services, signer, sqlite }) => {
    expect(services.releases.list({ id: "x", name: "X", email: "", role: "admin", colour: 0 }, 1)).toHaveLength(1);
    expect(sqlite.prepare("select name from members order by name").pluck().all()).toEqual(["Ana", "Bo"]);
    expect(services.sessions.read(sessionId, false)).toBeNull();
    expect(signer.name).not.toBe(before.name);
  });
  expect(await assay("audit", "verify")).toMatchObject({ code: 0, out: expect.stringContaining("The record fits.") });
});

test("[CM4] after a restore everybody signs in again; a file that lacks what was written last is no backup", async () => {
  await withRelease();
  const { sessionId } = await onDesk(({ services, sqlite }) => {
    const id = String(sqlite.prepare("select id from members").pluck().get());
    return services.sessions.begin(id, "test");
  });
  const { file } = JSON.parse((await assay("backup", "--json")).out);
  writeFileSync(`${file}-wal`, "more");
  expect(await assay("restore", file)).toMatchObject({ code: 2, error: expect.stringContaining("is no backup") });
  rmSync(`${file}-wal`);
  const restored = JSON.parse((await assay("restore", file, "--json")).out);
  expect(restored).toMatchObject({ restored: true, isNewRecord: false });
  await onDesk(({ services, clock }) => {
    clock.now = Date.parse("2026-03-10T09:00:00Z");
    expect(services.sessions.read(sessionId, false)).toBeNull();
  });
});

test("[CM8] what is no backup, or of a newer version, is called so, and changes nothing", async () => {
  await withRelease();
  const before = readFileSync(at("assay.sqlite"));
  writeFileSync(at("notes.txt"), "Not a database at all, but long enough to look like something. ".repeat(99));
  writeFileSync(at("empty.sqlite"), "");
  const { file } = JSON.parse((await assay("backup", "--json")).out);
  const newer = new Database(file);
  newer.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
  newer.close();
  for (const [name, says] of [
    ["notes.txt", "notes.txt is damaged, or no desk of Assay: file is not a database"],
    ["empty.sqlite", "empty.sqlite is no desk of Assay."],
    [file, "is of a newer version of Assay"],
    [folder, "is a folder."],
    ["none.sqlite", "There is no file"],
  ])
    expect(await assay("restore", String(name))).toMatchObject({
      code: 2,
      error: expect.stringContaining(String(says)),
    });
  expect(readFileSync(at("assay.sqlite")).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes(".part") || name.includes("before-restore"))).toEqual([]);
});

test("[CM8] no command changes the file of an older version that is running", async () => {
  await withRelease();
  const desk = new Database(at("assay.sqlite"));
  desk.exec("delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)");
  desk.close();
  const unlock = runElsewhere();
  const refused = await assay("user", "list");
  unlock();
  expect(refused).toMatchObject({ code: 2, error: expect.stringContaining("An older version of Assay runs on") });
});

test("[CM9] a file appears when it is whole, through no link, and what was stopped leaves nothing behind", async () => {
  const [file, part] = [at("b.sqlite"), `${at("b.sqlite")}.${process.pid}.part`];
  writeFileSync(at("others.txt"), "not ours");
  symlinkSync(at("others.txt"), part);
  await writeWhole(file, 0o600, (place) => writeFileSync(place, "whole"));
  expect([readFileSync(file, "utf8"), statSync(file).mode & 0o777]).toEqual(["whole", 0o600]);
  expect(readFileSync(at("others.txt"), "utf8")).toBe("not ours");
  const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);
  await writeWhole(at("stopped"), 0o600, (place) => {
    process.emit("SIGINT");
    expect([exit.mock.calls, existsSync(place)]).toEqual([[[130]], false]);
    throw new Error("stopped");
  }).catch(() => {});
  await expect(writeWhole(join(folder, "none", "x"), 0o600, () => {})).rejects.toThrow("ENOENT");
  expect(readdirSync(folder).sort()).toEqual(["b.sqlite", "others.txt"]);
  expect(await assay("import", folder, "--look")).toMatchObject({
    code: 2,
    error: "What was named is a folder. Name a file.\n",
  });
});

test("[CM5] the record is verified, also against a checkpoint from outside; what an event says is withheld for good", async () => {
  await withRelease();
  const note = await onDesk(({ services }) => services.proofs.checkpoint() ?? "");
  writeFileSync(at("checkpoint.txt"), note);
  expect(await assay("audit", "verify", "--checkpoint", "checkpoint.txt")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/Checkpoints: 2\.\nThe record fits\.\n$/),
  });
  const hidden = await assay("audit", "withhold", "--event", "4", "--reason", "Order of a court");
  expect(hidden).toMatchObject({ code: 0, out: expect.stringContaining("What event 4 said is withheld.") });
  await onDesk(({ sqlite }) =>
    sqlite.exec("drop trigger audit_events_no_update; update audit_events set at = 1 where seq = 2"),
  );
  const broken = await assay("audit", "verify", "--json");
  expect([broken.code, JSON.parse(broken.out).findings]).toEqual([
    1,
    ["Event 2 does not fit the one before it, or not what it says."],
  ]);
});

test("[IM12] checks of others are looked at, then taken in in the name of a member who may; a large file waits for a stopped desk", async () => {
  const checks = ["The bridge closed", ""].map((claimReviewed) => ({ "@type": "ClaimReview", claimReviewed }));
  writeFileSync(at("checks.json"), JSON.stringify(checks));
  const seen = await assay("import", "checks.json", "--look", "--json");
  expect(JSON.parse(seen.out)).toMatchObject({ format: "claimreview", checks: [{ claim: "The bridge closed" }] });
  await onDesk((desk) => [desk.member("Ana", "analyst"), desk.member("Vera", "viewer")]);
  const unlock = runElsewhere();
  const taken = await assay("import", "checks.json", "--as", "ana@desk.invalid");
  expect(taken).toMatchObject({
    code: 0,
    out: expect.stringMatching(/\$\[1\]: It says no claim.*1 new, 0 newer, .* 1 dropped\.\n$/s),
  });
  const refused = await assay("import", "checks.json", "--as", "vera@desk.invalid");
  expect(refused).toMatchObject({ code: 2, error: expect.stringContaining("Your role") });
  writeFileSync(at("large.json"), " ".repeat(4 * 1024 * 1024 + 1));
  expect((await assay("import", "large.json", "--as", "ana@desk.invalid")).error).toContain("Stop it first");
  unlock();
  expect((await assay("import", "large.json", "--as", "ana@desk.invalid")).error).toContain("There is no check in it.");
  expect(await assay("import", "none.json", "--as", "nobody")).toMatchObject({ code: 2 });
});

test("[CM6] another key takes over on a stopped desk", async () => {
  await withRelease();
  const unlock = runElsewhere();
  const refused = await assay("key", "rotate");
  unlock();
  expect(refused).toMatchObject({ code: 2, error: expect.stringContaining("Stop it first") });
  const rotated = await assay("key", "rotate", "--json");
  const { key } = JSON.parse(rotated.out);
  const keys = JSON.parse((await assay("key", "list", "--json")).out);
  expect(
    keys.map(({ line, retiredAt }: { line: string; retiredAt: number | null }) => [line === key, retiredAt === null]),
  ).toEqual([
    [true, true],
    [false, false],
  ]);
  expect(await onDesk(({ signer }) => signer.line)).toBe(key);
});

test("[CM7] a token is made in the name of a member, works on the running desk, is listed, and is taken back", async () => {
  await withRelease();
  const made = await assay("token", "create", "--email", "Bo@desk.invalid", "--label", "Site", "--days", "7", "--json");
  const { id, token } = JSON.parse(made.out);
  const list = (await assay("token", "list")).out;
  expect(list).toMatch(new RegExp(`^${id} {2}bo@desk.invalid {2}read {2}until \\S+ {2}never used {2}Site\n$`));
  expect(list).not.toContain(token);
  await onDesk(async ({ services, clock, sqlite }) => {
    clock.now = Date.now();
    expect(services.tokens.read(token)).toMatchObject({ member: { name: "Bo" }, scopes: ["read"] });
    expect(await assay("token", "revoke", "--id", id)).toMatchObject({
      code: 0,
      out: "The token “Site” is taken back.\n",
    });
    expect(services.tokens.read(token)).toBeNull();
    const told = sqlite.prepare("select actor_id, body from audit_events where type like 'token.%'").all();
    expect(told).toMatchObject([
      { actor_id: null, body: expect.stringMatching(/"memberId":"[\w-]{36}"/) },
      { actor_id: null, body: expect.stringContaining(id) },
    ]);
  });
  for (const [wrong, says] of [
    [["create", "--email", "bo@desk.invalid", "--label", "x", "--scopes", "all"], "There is no scope “all”."],
    [["create", "--email", "bo@desk.invalid", "--label", "x", "--days", "400"], "A token works for 1 to 365 days."],
    [["create", "--email", "no@desk.invalid", "--label", "x"], "There is no active member with the address no@"],
    [["revoke", "--id", id], `There is no token with the id ${id}.`],
  ] as const)
    expect(await assay("token", ...wrong)).toMatchObject({ code: 2, out: "", error: expect.stringContaining(says) });
});
