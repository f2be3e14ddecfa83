import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "#server/lock.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const HOLD = `import { lockFolder } from "#server/lock.ts";
try { lockFolder(process.argv[1]); console.log("locked"); setInterval(() => {}, 1e6); }
catch (error) { console.log(error.message); }`;

let folder: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-lock-"));
  children = [];
});

afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Another process that takes the lock; resolves with what it says. */
async function other(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", HOLD, folder], { cwd: root });
  children.push(child);
  const [said] = await once(child.stdout, "data");
  return { child, said: String(said).trim() };
}

test("[HT10] a second process is refused with the number of the first, and works when that is over", async () => {
  const unlock = lockFolder(folder);
  const refused = await other();
  expect(refused.said).toBe(
    `Another Assay (process ${process.pid}) runs on ${folder}. Stop it first, or set ASSAY_DATA to another folder.`,
  );
  unlock();
  expect((await other()).said).toBe("locked");
  expect(() => lockFolder(folder)).toThrow(/Another Assay/);
});

test("[HT10] the lock of a process that was killed is taken over", async () => {
  const { child } = await other();
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(readFileSync(join(folder, "assay.lock"), "utf8")).toBe(String(child.pid));
  const unlock = lockFolder(folder);
  expect(readFileSync(join(folder, "assay.lock"), "utf8")).toBe(String(process.pid));
  unlock();
  expect(readdirSync(folder)).toEqual([]);
});

test.each(["", "no number", "0"])(
  "[HT10] a lock that names no process, as a power cut leaves it, is taken over: %j",
  (left) => {
    writeFileSync(join(folder, "assay.lock"), left);
    lockFolder(folder)();
    expect(readdirSync(folder)).toEqual([]);
  },
);

test("[HT10] a folder that cannot be written to is named as that", () => {
  const nowhere = join(folder, "gone");
  expect(() => lockFolder(nowhere)).toThrow(`Assay cannot write to ${nowhere}.`);
});
