import { afterEach, beforeEach, expect, test } from "vitest";
import { eventsAfter } from "#db/queries/audit.ts";
import { allKeys, checkpointOfRelease, lastCheckpoint } from "#db/queries/proofs.ts";
import type { Member } from "#server/context.ts";
import { releaseNow } from "#server/proof/bundle.fixture.ts";
import { dailyCheckpoint, makeCheckpoint } from "#server/proof/checkpoints.ts";
import { consistencyPath, inclusionPath, rootOf } from "#server/proof/merkle-tree.ts";
import { recomputedTree, recordTree } from "#server/proof/record-tree.ts";
import { isConsistent, leafHash, rootOfInclusion } from "#server/proof/verifier/merkle.js";
import { openNote, readCheckpoint, readKey } from "#server/proof/verifier/note.js";
import { record } from "#server/services/audit.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";

let desk: TestDesk;
let ana: Member;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
});

afterEach(() => desk.close());

const happen = (count: number) =>
  desk.db.transaction((tx) => {
    for (let i = 0; i < count; i++) record(tx as never, { type: "member.signed_in", actorId: ana.id, at: i });
  });
const hashes = () => [...eventsAfter(desk.db, 0)].map(({ hash }) => hash);
const checkpoint = () => makeCheckpoint(desk.db, { signers: [desk.signer], at: desk.clock.now });
const opened = (note: string) => {
  const keys = allKeys(desk.db).flatMap(({ line }) => readKey(line) ?? []);
  const found = readCheckpoint(openNote(note, keys)?.text ?? "");
  if (!found) throw new Error("This is no checkpoint of ours.");
  return found;
};
const rowsOfTiles = () => desk.sqlite.prepare("select level, place from audit_tiles order by level, place").raw().all();

test("[PR4] a checkpoint tells the length of the record and the root of its tree, signed with the record's name", () => {
  happen(9);
  const { origin, size, root } = opened(checkpoint());
  expect([origin, size]).toEqual([desk.signer.name, hashes().length]);
  expect(origin).toMatch(/^localhost:3000\/assay\/[0-9a-f]{8}$/);
  expect(root).toEqual(rootOf(recomputedTree(desk.db), size));
});

test("[PR4] of a long record only what was added is hashed anew, and the roots and paths are the same", () => {
  happen(700);
  const { size: oldSize, root: oldRoot } = opened(checkpoint());
  expect(rowsOfTiles()).toEqual([
    [8, 0],
    [8, 1],
  ]);
  happen(900);
  const { size: newSize, root: newRoot } = opened(checkpoint());
  expect(newRoot).toEqual(rootOf(recomputedTree(desk.db), newSize));
  const path = consistencyPath(recordTree(desk.db), oldSize, newSize);
  expect(isConsistent({ oldSize, oldRoot, newSize, newRoot, path })).toBe(true);
  for (const index of [0, 255, 256, 1_023, newSize - 1]) {
    const leaf = leafHash(Buffer.from(hashes()[index] ?? "", "hex"));
    const beside = inclusionPath(recordTree(desk.db), index, newSize);
    expect(rootOfInclusion({ leaf, index, size: newSize, path: beside })).toEqual(newRoot);
  }
});

test("[PR4] a release is followed by a checkpoint that holds it, or nothing is released", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "true");
  claim.sign(desk.member("Bo", "editor"));
  const { releases } = desk.services;
  const expected = (await releases.preflight(ana, 1)).ready.map(({ claimId, contentHash }) => ({
    claimId,
    contentHash,
  }));
  desk.sqlite.exec("create trigger full before insert on audit_checkpoints begin select raise(abort, 'no room'); end");
  await expect(releases.make(ana, 1, { expected, ...once() })).rejects.toThrow(/no room/);
  expect(releases.list(ana, 1)).toEqual([]);
  desk.sqlite.exec("drop trigger full");
  await releases.make(ana, 1, { expected, ...once() });
  const [{ id } = { id: "" }] = desk.sqlite.prepare("select id from releases").all() as { id: string }[];
  const { size } = opened(checkpointOfRelease(desk.db, id)?.note ?? "");
  expect([...eventsAfter(desk.db, size - 1)].map(({ type }) => type)).toEqual(["release.made"]);
});

test("[PR4] a growing record gets one checkpoint a day, one that rests gets none", () => {
  const daily = () => {
    dailyCheckpoint({ ...desk, now: () => desk.clock.now });
    return lastCheckpoint(desk.db)?.id;
  };
  const hours = (count: number) => {
    desk.clock.now += count * 3_600_000;
  };
  expect(daily()).toBe(1);
  happen(1);
  hours(14);
  expect(daily()).toBe(1);
  hours(2);
  expect(daily()).toBe(2);
  hours(48);
  expect(daily()).toBe(2);
  happen(1);
  expect(daily()).toBe(3);
});

test("[PR4] checkpoints cannot be changed or taken back, and a gap in the record gives none", () => {
  checkpoint();
  expect(() => desk.sqlite.exec("update audit_checkpoints set note = 'x'")).toThrow(/append-only/);
  expect(() => desk.sqlite.exec("delete from audit_checkpoints")).toThrow(/append-only/);
  happen(3);
  desk.sqlite.exec("drop trigger audit_events_no_delete; delete from audit_events where seq = 2");
  expect(checkpoint).toThrow(/misses what stands before event 3/);
});

test("[PR6] a release carries the key and the newest checkpoint from before it, and its HTML report prints them", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "true");
  claim.sign(desk.member("Bo", "editor"));
  const before = checkpoint();
  const { head } = await releaseNow(desk, ana);
  expect(head.release.record).toEqual({ key: desk.signer.line, checkpoint: before });
  const report = [...desk.services.releases.file(ana, 1, 1, "html").pieces].join("");
  for (const printed of [desk.signer.line, before.trim()]) expect(report).toContain(printed);
  expect((await desk.services.releases.preflight(ana, 1)).unchanged).toBe(true);
});
