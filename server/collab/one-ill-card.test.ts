import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import * as Y from "yjs";
import { cardOf } from "#db/queries/claims.ts";
import { checkpointOf, logAfter, quarantineOf } from "#db/queries/collab.ts";
import { cardUrl, heard, openCard, openRaw, openSynced, syncFrame, until } from "#server/collab/browser.fixture.ts";
import { type Desk, startDesk } from "#server/collab/desk.fixture.ts";
import { addClaim } from "#server/collab/room-server.fixture.ts";
import { startTypist, type Typist } from "#server/collab/typist.fixture.ts";

const HEALTHY = 20;

const textIn = ({ db }: Desk, claimId: string) => {
  const doc = new Y.Doc();
  for (const { bytes } of logAfter(db, claimId, 0)) Y.applyUpdate(doc, bytes);
  return doc.getText("gaps").toString();
};

// Each stock client listens for the end of the process.
process.setMaxListeners(0);

/** Twenty cards in which somebody types as fast as it is saved; `goOn` comes back once each has saved more. */
function keepBusy(desk: Desk) {
  const typists = new Map<string, Typist>();
  for (let at = 0; at < HEALTHY; at++) {
    const claimId = addClaim(desk, desk.caseId, desk.ada);
    const typist = startTypist(desk.url, claimId, desk.ada, () => {});
    onTestFinished(typist.stop);
    typists.set(claimId, typist);
  }
  const goOn = async () => {
    const goals = [...typists.values()].map((typist) => ({ typist, saved: typist.acknowledged + 5 }));
    await until(() => goals.every(({ typist, saved }) => typist.acknowledged >= saved), "everybody goes on typing");
  };
  return { typists, goOn };
}

const MAKE_ILL: [string, (desk: Desk) => void][] = [
  [
    "has a row in its log that cannot be read",
    ({ sqlite, claimId }) =>
      sqlite.prepare("insert into updates (claim_id, at, bytes) values (?, 1, ?)").run(claimId, Buffer.from([1, 2, 3])),
  ],
  [
    "cannot store its edits",
    ({ sqlite, claimId }) =>
      sqlite.exec(
        `create trigger ill before insert on updates when new.claim_id = '${claimId}' begin select raise(abort, 'no'); end`,
      ),
  ],
  [
    "cannot be projected",
    ({ sqlite, claimId }) =>
      sqlite.exec(
        `create trigger ill before update on cards when new.claim_id = '${claimId}' begin select raise(abort, 'no'); end`,
      ),
  ],
];

describe("one card beside twenty busy ones", () => {
  test.each(MAKE_ILL)(
    "[RT101] that %s is set aside with its bytes, and the twenty never notice",
    async (_what, makeIll) => {
      const desk = await startDesk({ limits: { messagesPerSecond: 1e9, bytesPerSecond: 1e12 } });
      const { typists, goOn } = keepBusy(desk);
      await goOn();
      makeIll(desk);
      const [shown, log] = [cardOf(desk.db, desk.claimId), logAfter(desk.db, desk.claimId, 0)];
      const bo = openCard(desk.url, desk.claimId, desk.bo);
      bo.doc.getText("gaps").insert(0, "words");
      await until(() => quarantineOf(desk.db, desk.claimId) !== null && bo.closed !== null, "the card is set aside");
      await goOn();

      expect(bo.closed?.code).toBe(4423);
      const kept = logAfter(desk.db, desk.claimId, 0);
      expect(kept.slice(0, log.length)).toEqual(log);
      expect(bo.acknowledged).toBeLessThanOrEqual(kept.length - log.length);
      expect(cardOf(desk.db, desk.claimId)).toEqual(shown);
      expect(desk.rooms.health()).toEqual({ writable: true, reason: null });
      for (const [claimId, { closes, acknowledged }] of typists) {
        expect(closes).toBe(0);
        expect(textIn(desk, claimId).split(" ").length).toBeGreaterThan(acknowledged);
      }
    },
  );
});

test("[RT23] a card that cannot be read while the disk refuses writes is closed with 4503, and set aside once it does not", async () => {
  const desk = await startDesk();
  desk.sqlite.prepare("insert into updates (claim_id, at, bytes) values (?, 1, ?)").run(desk.claimId, Buffer.of(1, 2));
  desk.sqlite.pragma("query_only = 1");
  const open = async () => (await openRaw(cardUrl(desk.url, desk.claimId), desk.bo)).closed;
  expect((await open()).code).toBe(4503);
  desk.sqlite.pragma("query_only = 0");
  expect((await open()).code).toBe(4423);
});

test("[RT52] an update in which Yjs throws half-way leaves nothing: its sender is turned away, the others read the card again", async () => {
  const desk = await startDesk();
  const bo = openCard(desk.url, desk.claimId, desk.bo);
  await bo.synced();
  const sentAway = new Promise((resolve) => bo.provider.on("connection-close", (event) => resolve(event?.code)));
  const { socket, doc, closed } = await openSynced(desk.url, desk.claimId, desk.ada);
  await heard(socket);
  const [log, before] = [logAfter(desk.db, desk.claimId, 0), Y.encodeStateVector(doc)];
  doc.getText("gaps").insert(0, "the first half");
  doc.getText("statement").insert(0, "the other half");
  const { integrate } = Y.Item.prototype;
  const broken = vi.spyOn(Y.Item.prototype, "integrate");
  onTestFinished(() => broken.mockRestore());
  broken.mockImplementationOnce(integrate).mockImplementationOnce(() => {
    throw new Error("half-way");
  });
  socket.send(syncFrame(2, Y.encodeStateAsUpdate(doc, before)));
  expect(await closed).toEqual({ code: 4400, reason: "The update cannot be applied." });
  expect(await sentAway).toBe(4503);
  await bo.synced();
  bo.doc.getText("gaps").insert(0, "whole");
  await bo.saved();
  const { card } = desk.rooms.freeze(desk.claimId);
  expect([card.gaps, card.statement]).toEqual(["whole", "A claim"]);
  expect(logAfter(desk.db, desk.claimId, 0).slice(0, -1)).toEqual(log);
});

describe("a damaged checkpoint", () => {
  let desk: Desk;
  let older: Buffer;
  const stateOf = () => checkpointOf(desk.db, desk.claimId)?.state ?? Buffer.alloc(0);

  beforeEach(async () => {
    desk = await startDesk();
    desk.rooms.edit(desk.claimId, desk.ada.id, (doc) => doc.getText("gaps").insert(0, "exactly 1500"));
    older = stateOf();
    expect(older.includes("1500")).toBe(true);
    desk.rooms.edit(desk.claimId, desk.ada.id, (doc) => doc.getText("statement").insert(7, "!"));
  });

  test.each([
    ["cannot be read", () => Buffer.from([1, 2, 3])],
    ["is cut off", (state: Buffer) => state.subarray(0, state.length - 9)],
    [
      "has one digit changed",
      (state: Buffer) => Buffer.from(state.toString("latin1").replace("1500", "7500"), "latin1"),
    ],
    ["is an older one under a newer number", () => older],
    ["is empty", () => Buffer.alloc(0)],
  ])(
    "[RT102] that %s is not used: the log gives the card, and a whole checkpoint is written",
    async (_what, damage) => {
      const [whole, log] = [stateOf(), logAfter(desk.db, desk.claimId, 0)];
      desk.sqlite.prepare("update checkpoints set state = ?").run(damage(whole));
      const ada = openCard(desk.url, desk.claimId, desk.ada);
      await ada.synced();
      expect([ada.text(), ada.doc.getText("gaps").toString()]).toEqual(["A claim!", "exactly 1500"]);
      ada.close();
      await until(() => stateOf().equals(whole), "a whole checkpoint");
      expect(logAfter(desk.db, desk.claimId, 0)).toEqual(log);
      expect(quarantineOf(desk.db, desk.claimId)).toBeNull();
    },
  );

  test.each([
    ["lacks what later rows build on", "seq = (select min(seq) from updates)", "false"],
    ["ends before what the tables show", "seq = (select max(seq) from updates)", "false"],
    ["is empty", "true", "false"],
    ["is empty, with no tables either", "true", "true"],
  ])("[RT23] is not made up for by a log that %s: the card is set aside", async (_what, rows, tables) => {
    desk.sqlite.exec(`drop trigger updates_no_delete; delete from updates where ${rows}; delete from checkpoints`);
    desk.sqlite.exec(`delete from verdicts where ${tables}; delete from cards where ${tables}`);
    const shown = cardOf(desk.db, desk.claimId);
    const ada = await openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
    expect((await ada.closed).code).toBe(4423);
    expect(cardOf(desk.db, desk.claimId)).toEqual(shown);
  });
});
