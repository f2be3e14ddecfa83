import { afterEach, expect, test, vi } from "vitest";
import { appendUpdate } from "#db/queries/collab.ts";
import { openCard } from "#server/collab/browser.fixture.ts";
import { startDesk, temporaryFile } from "#server/collab/desk.fixture.ts";
import { createProofs } from "#server/collab/proof.ts";

afterEach(() => void vi.useRealTimers());

test("[RT150] a server proves a write that is on disk, and that nobody else wrote into the cards that are open", async () => {
  const desk = await startDesk({ file: temporaryFile() });
  const { write, log } = desk.rooms.proofs;
  const ada = openCard(desk.url, desk.claimId, desk.ada);
  await ada.synced();
  ada.doc.getText("gaps").insert(0, "ours");
  await ada.saved();
  expect([await write(), log()]).toEqual([null, null]);
  const row = { claimId: desk.claimId, memberId: desk.bo.id, connectionId: "elsewhere", at: 0 };
  appendUpdate(desk.db, { ...row, bytes: Buffer.from([0, 0]) });
  expect(log()).toContain("Something else wrote");
});

test("[RT150] a decision that was taken back leaves the log as the rooms know it", async () => {
  const desk = await startDesk();
  const ada = openCard(desk.url, desk.claimId, desk.ada);
  await ada.synced();
  const decide = () =>
    desk.db.transaction(() => {
      desk.rooms.edit(desk.claimId, desk.ada.id, (doc) => doc.getText("gaps").insert(0, "taken back"));
      throw new Error("no");
    });
  expect(decide).toThrow("no");
  await desk.rooms.proofs.write();
  expect(desk.rooms.proofs.log()).toBeNull();
});

test("[RT151] a write that does not reach the disk proves nothing", async () => {
  vi.useFakeTimers();
  const desk = await startDesk();
  const disk = { write: <T>(work: () => T) => work(), afterSync() {}, whenIdle() {}, syncNow() {}, close() {} };
  const health = { current: () => ({ writable: true, reason: null }) };
  const { write } = createProofs({ storage: desk.storage, disk, health, rooms: new Map() });
  const proof = write();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await proof).toContain("more than 2 seconds");
});
