import { statSync } from "node:fs";
import Database from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import { openCard, until } from "#server/collab/browser.fixture.ts";
import { readTrace } from "#server/collab/crash-states.fixture.ts";
import { startDesk, temporaryFile } from "#server/collab/desk.fixture.ts";
import { canMakeFaults, type Order, startFaultyServer } from "#server/collab/faulty-server.fixture.ts";
import { cutPowerAt, type Witness } from "#server/collab/power-cut.fixture.ts";
import { addClaim } from "#server/collab/room-server.fixture.ts";
import { missingInFile } from "#server/collab/stored-clocks.fixture.ts";
import { startTypist, type Told } from "#server/collab/typist.fixture.ts";
import { seeded } from "#server/testing/seeded.ts";

/** A server whose disk can be made to fail, with three people who type. */
async function startTyping() {
  const server = await startFaultyServer();
  const told: Witness[] = [];
  const tell = (one: Told) => void told.push({ ...one, at: statSync(server.trace).size });
  const typists = server.people.map((person) => startTypist(server.url, server.claimId, person, tell));
  onTestFinished(async () => {
    for (const typist of typists) typist.stop();
    await server.end();
  });
  /** Comes back when each has seen some more of their words saved. */
  const goOn = async () => {
    const goals = typists.map((typist) => ({ typist, saved: typist.acknowledged + 5 }));
    await until(() => goals.every(({ typist, saved }) => typist.acknowledged >= saved), "everybody goes on typing");
  };
  await goOn();
  return { server, typists, told, goOn };
}

type Faulty = Awaited<ReturnType<typeof startTyping>>["server"];

/** Each begins a fault and returns what ends it. */
const FAULTS: ((server: Faulty) => () => void)[] = [
  function fullDisk(server) {
    server.fail("write ENOSPC");
    return server.heal;
  },
  function fileHeldByAnotherProcess({ file }) {
    const other = new Database(file);
    other.exec("begin immediate");
    return () => other.close();
  },
];

test("[RT103] while the disk is full or the file is locked nothing is said to be saved, and then everything arrives by itself", async () => {
  if (!canMakeFaults()) return;
  const { server, typists, told, goOn } = await startTyping();
  for (const begin of FAULTS) {
    const goals = typists.map((typist) => ({ typist, closes: typist.closes + 2 }));
    const end = begin(server);
    // Who comes back meanwhile reads, hears what is stored already, writes, and is told again.
    await until(() => goals.every(({ typist, closes }) => typist.closes >= closes), `all are told of ${begin.name}`);
    expect(missingInFile(server.file, told)).toEqual([]);
    end();
    await goOn();
    expect(missingInFile(server.file, told)).toEqual([]);
  }
  expect(typists.map(({ isOver }) => isOver)).toEqual([false, false, false]);
});

test("[RT103] a locked file keeps the server waiting once, however many cards are edited and come back", async () => {
  const desk = await startDesk({ file: temporaryFile() });
  const cards = Array.from({ length: 8 }, () => openCard(desk.url, addClaim(desk, desk.caseId, desk.ada), desk.ada));
  await Promise.all(cards.map((card) => card.synced()));
  const other = new Database(desk.sqlite.name);
  onTestFinished(() => void other.close());
  other.exec("begin immediate");
  // Each way to begin a transaction that writes, and with it to wait for the lock, goes through one of these.
  const [transactions, statements] = [vi.spyOn(desk.sqlite, "transaction"), vi.spyOn(desk.sqlite, "exec")];
  const closes = cards.map(({ provider }) => {
    const count = { of: 0 };
    provider.on("connection-close", () => {
      count.of += 1;
    });
    return count;
  });
  for (const { doc } of cards) doc.getText("gaps").insert(0, "words");
  await until(() => closes.every((count) => count.of > 1), "everybody is told, and told again");
  const begun = transactions.mock.calls.length + statements.mock.calls.length;
  expect(begun).toBeGreaterThan(0);
  expect(begun).toBeLessThanOrEqual(4);
});

test.each<[string, Order]>([
  ["of what people typed", "fsync EIO"],
  ["of the file into which that is copied", "fsync EIO assay.sqlite"],
])(
  "[RT104] after a failed sync %s nothing more is said to be saved, and the process ends with 70",
  async (_what, order) => {
    if (!canMakeFaults()) return;
    const { server, told } = await startTyping();
    server.fail(order);
    expect(await server.exited).toBe(70);
    const changes = readTrace(server.trace);
    const atTheEnd = Array.from({ length: 4 }, () => Number.POSITIVE_INFINITY);
    const left = cutPowerAt({ changes, from: 0, witnesses: told }, atTheEnd, seeded(1));
    expect(left).toEqual({ states: 4, corrupt: 0, acknowledged: 0, seen: 0 });
  },
);
