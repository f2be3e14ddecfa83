import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStorage, type Storage } from "#db/client.ts";
import { eventsAfter } from "#db/queries/audit.ts";
import { allKeys, lastCheckpoint } from "#db/queries/proofs.ts";
import { keyFile, openSigner, rotateKey, startNewRecord } from "#server/proof/keys.ts";
import { openNote, readKey } from "#server/proof/verifier/note.js";

let folder: string;
let storage: Storage;
let at: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-keys-"));
  storage = openStorage(":memory:");
  at = 1_000;
});

afterEach(() => {
  storage.close();
  rmSync(folder, { recursive: true, force: true });
});

const opening = () => ({ place: keyFile(folder), origin: "https://desk.example.org", at: at++ });
const open = () => openSigner(storage.db, opening());
const rotate = () => rotateKey(storage.db, opening());
const keyPath = () => join(folder, "signing-key.pem");
const published = () => allKeys(storage.db).map(({ line, retiredAt }) => [line, retiredAt !== null]);
const recorded = () => [...eventsAfter(storage.db, 0)].map(({ type, body }) => [type, JSON.parse(body)]);

test("[PR5] the key is made on first use, for its owner only, and is the same ever after", () => {
  const first = open();
  expect(statSync(keyPath()).mode & 0o777).toBe(0o600);
  expect(readFileSync(keyPath(), "utf8")).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  expect(first.name).toMatch(/^desk\.example\.org\/assay\/[0-9a-f]{8}$/);
  expect(open().line).toBe(first.line);
  expect(published()).toEqual([[first.line, false]]);
  expect(recorded()).toEqual([["key.made", { key: first.line, retired: [] }]]);
  expect(readdirSync(folder)).toEqual(["signing-key.pem"]);
});

test("[PR5] a new key takes over: the one before stays published, and signs with it that the record goes on", () => {
  const before = open();
  const now = rotate();
  expect(now.name).toBe(before.name);
  expect(now.line).not.toBe(before.line);
  expect(open().line).toBe(now.line);
  expect(published()).toEqual([
    [now.line, false],
    [before.line, true],
  ]);
  expect(recorded()[1]).toEqual(["key.rotated", { key: now.line, retired: [before.line] }]);
  const { note = "", size } = lastCheckpoint(storage.db) ?? {};
  expect(size).toBe(2);
  for (const { line } of [before, now]) {
    const key = readKey(line);
    expect(openNote(note, key ? [key] : [])?.key.line).toBe(line);
  }
});

test("[PR5] a desk that lost its key, or holds a retired one, goes on with a new one, on the record", () => {
  const first = open();
  const old = readFileSync(keyPath(), "utf8");
  rmSync(keyPath());
  const second = open();
  expect(second.line).not.toBe(first.line);
  writeFileSync(keyPath(), old);
  const third = open();
  expect([first.line, second.line]).not.toContain(third.line);
  expect(published().map(([, isRetired]) => isRetired)).toEqual([false, true, true]);
  expect(recorded().map(([type]) => type)).toEqual(["key.made", "key.rotated", "key.rotated"]);
});

test("[PR5] a key that the file of the desk does not know yet, as after a restore, is taken over", () => {
  open();
  storage.close();
  storage = openStorage(":memory:");
  const kept = readFileSync(keyPath(), "utf8");
  expect(published()).toEqual([]);
  const taken = open();
  expect(readFileSync(keyPath(), "utf8")).toBe(kept);
  expect(published()).toEqual([[taken.line, false]]);
});

test("[PR5] a record that lost its end goes on under another name, with another key", () => {
  const before = open();
  const after = startNewRecord(storage.db, opening());
  expect(after.name).not.toBe(before.name);
  expect(open().line).toBe(after.line);
  expect(rotate().name).toBe(after.name);
});

test("[PR5] a key that is published cannot be taken back or changed, and a retired one not be revived", () => {
  open();
  const run = (sql: string) => () => storage.sqlite.exec(sql);
  expect(run("delete from signing_keys")).toThrow(/append-only/);
  expect(run("update signing_keys set line = 'x'")).toThrow(/append-only/);
  rotate();
  expect(run("update signing_keys set retired_at = null")).toThrow(/append-only/);
  expect(run("update signing_keys set retired_at = 5 where retired_at is not null")).toThrow(/append-only/);
});
