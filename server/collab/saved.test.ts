import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { cardOf } from "#db/queries/claims.ts";
import { insertQuarantine, quarantineOf } from "#db/queries/collab.ts";
import { cardUrl, openCard, openRaw, openSynced, syncFrame, until } from "#server/collab/browser.fixture.ts";
import { startDesk, temporaryFile } from "#server/collab/desk.fixture.ts";
import { addClaim, startRoomServer } from "#server/collab/room-server.fixture.ts";

describe("saved means stored", () => {
  test("[RT20] an edit is acknowledged only when another process can read it in the file", async () => {
    const file = temporaryFile();
    const desk = await startDesk({ file });
    const reader = new Database(file, { readonly: true });
    onTestFinished(() => void reader.close());
    const rows = () => reader.prepare("select count(*) from updates where claim_id = ?").pluck().get(desk.claimId);
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    for (let edit = 1; edit <= 5; edit++) {
      ada.doc.getText("gaps").insert(0, "x");
      await ada.saved();
      expect(rows()).toBe(1 + edit);
    }
  });

  test("[RT21] a commit that fails is neither acknowledged nor shown, and the edit arrives once the disk is back", async () => {
    const desk = await startDesk();
    const [ada, bo] = [openCard(desk.url, desk.claimId, desk.ada), openCard(desk.url, desk.claimId, desk.bo)];
    await Promise.all([ada.synced(), bo.synced()]);
    let closed = 0;
    ada.provider.on("connection-close", () => {
      closed += 1;
    });
    desk.sqlite.pragma("query_only = ON");
    ada.doc.getText("gaps").insert(0, "kept");
    await until(() => closed > 0, "Ada is told");
    expect(desk.rooms.health()).toEqual({ writable: false, reason: "SQLITE_READONLY" });
    expect(ada.acknowledged).toBeLessThan(ada.made);
    expect(bo.doc.getText("gaps").toString()).toBe("");
    desk.sqlite.pragma("query_only = OFF");
    await until(() => desk.rooms.health().writable, "the server recovers");
    await ada.saved();
    await until(() => bo.doc.getText("gaps").toString() === "kept", "Bo sees it");
    await until(() => cardOf(desk.db, desk.claimId)?.card.gaps === "kept", "the tables follow");
    expect(ada.closed).toBeNull();
  });

  test("[RT22] while the disk refuses, cards can still be opened and read", async () => {
    const desk = await startDesk();
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    desk.sqlite.pragma("query_only = ON");
    ada.doc.getText("gaps").insert(0, "lost?");
    await until(() => desk.rooms.health().writable === false, "the server notices");
    const bo = openCard(desk.url, desk.claimId, desk.bo);
    await bo.synced();
    expect(bo.text()).toBe("A claim");
    expect(desk.rooms.freeze(desk.claimId).card.statement).toBe("A claim");
    expect(() => desk.rooms.edit(desk.claimId, desk.ada.id, (doc) => doc.getText("gaps").insert(0, "!"))).toThrow(
      /disk/,
    );
    desk.sqlite.pragma("query_only = OFF");
  });

  test("[RT22] while the disk refuses, words that are no longer bold are not said to be saved either", async () => {
    const desk = await startDesk();
    const [ada, bo] = [openCard(desk.url, desk.claimId, desk.ada), openCard(desk.url, desk.claimId, desk.bo)];
    await Promise.all([ada.synced(), bo.synced()]);
    const words = new Y.XmlText();
    words.insert(0, "two counts", { bold: {} });
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [words]);
    ada.doc.getXmlFragment("rationale").insert(0, [paragraph]);
    await ada.saved();
    desk.sqlite.pragma("query_only = ON");
    bo.doc.getText("gaps").insert(0, "x");
    await until(() => !desk.rooms.health().writable && !ada.provider.wsconnected, "the disk refuses");
    await ada.synced();
    let closed = 0;
    ada.provider.on("connection-close", () => {
      closed += 1;
    });
    words.format(0, 10, { bold: null });
    await until(() => closed > 0, "the server refuses");
    expect(ada.acknowledged).toBeLessThan(ada.made);
    desk.sqlite.pragma("query_only = OFF");
    await ada.saved();
  });

  test("[RT22] while the disk refuses, what nobody may send is refused as that", async () => {
    const desk = await startDesk();
    desk.sqlite.pragma("query_only = ON");
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    ada.doc.getText("gaps").insert(0, "x");
    await until(() => !desk.rooms.health().writable, "the server notices");
    const bo = await openSynced(desk.url, desk.claimId, desk.bo);
    const forged = new Y.Doc();
    forged.getText("elsewhere").insert(0, "x");
    bo.socket.send(syncFrame(2, Y.encodeStateAsUpdate(forged)));
    expect((await bo.closed).code).toBe(4400);
    desk.sqlite.pragma("query_only = OFF");
  });

  test("[RT23] a card whose rows are refused is set aside with its bytes, and the others go on", async () => {
    const desk = await startDesk();
    const other = addClaim(desk, desk.caseId, desk.ada);
    const [ill, well] = [openCard(desk.url, desk.claimId, desk.ada), openCard(desk.url, other, desk.bo)];
    await Promise.all([ill.synced(), well.synced()]);
    desk.sqlite.exec(
      `create trigger refuse before insert on updates when new.claim_id = '${desk.claimId}' begin select raise(abort, 'no'); end`,
    );
    ill.doc.getText("gaps").insert(0, "refused");
    well.doc.getText("gaps").insert(0, "stored");
    await well.saved();
    await until(() => quarantineOf(desk.db, desk.claimId) !== null, "the card is set aside");
    expect(desk.rooms.health().writable).toBe(true);
    expect(cardOf(desk.db, desk.claimId)?.statement).toBe("A claim");
    expect(() => desk.rooms.freeze(desk.claimId)).toThrow(/administrator/);
    const { code, reason } = await (await openRaw(cardUrl(desk.url, desk.claimId), desk.bo)).closed;
    expect([code, reason]).toEqual([4423, "This card is set aside until an administrator has looked at it."]);
  });

  test("[RT23] a log with a broken row is not opened and nothing overwrites it", async () => {
    const desk = await startDesk();
    desk.sqlite
      .prepare("insert into updates (claim_id, at, bytes) values (?, 1, ?)")
      .run(desk.claimId, Buffer.from([1, 2, 3]));
    expect((await (await openRaw(cardUrl(desk.url, desk.claimId), desk.ada)).closed).code).toBe(4423);
    expect(quarantineOf(desk.db, desk.claimId)).not.toBeNull();
    expect(cardOf(desk.db, desk.claimId)?.statement).toBe("A claim");
    desk.rooms.catchUp();
  });

  test("[RT24] stopping the server writes everything down and closes with 1012", async () => {
    const file = temporaryFile();
    const desk = await startDesk({ file });
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    const doc = raw.doc;
    const before = Y.encodeStateVector(doc);
    doc.getText("gaps").insert(0, "at the last moment");
    raw.socket.send(syncFrame(2, Y.encodeStateAsUpdate(doc, before)));
    await until(() => desk.rooms.freeze(desk.claimId).card.gaps !== "", "received");
    await desk.rooms.shutdown();
    expect((await raw.closed).code).toBe(1012);
    const again = await startRoomServer({ file });
    onTestFinished(again.stop);
    expect(again.rooms.freeze(desk.claimId).card.gaps).toBe("at the last moment");
  });

  test("[RT25] a card that is opened from its checkpoint is the same card", async () => {
    const desk = await startDesk();
    for (let round = 0; round < 3; round++) {
      const ada = openCard(desk.url, desk.claimId, desk.ada);
      await ada.synced();
      ada.doc.getText("gaps").insert(0, `${round}`);
      await ada.saved();
      ada.close();
      await until(() => desk.sqlite.prepare("select count(*) from checkpoints").pluck().get() === 1, "a checkpoint");
    }
    desk.sqlite.exec("delete from cards; delete from verdicts");
    desk.rooms.catchUp();
    expect(cardOf(desk.db, desk.claimId)?.card.gaps).toBe("210");
    expect(cardOf(desk.db, desk.claimId)?.lastEditorId).toBe(desk.ada.id);
  });

  test("[RT23] a quarantined card is left out when projections catch up", async () => {
    const desk = await startDesk();
    insertQuarantine(desk.db, { claimId: desk.claimId, reason: "test", at: 1 });
    desk.sqlite.exec("update cards set projected_seq = 0");
    desk.rooms.catchUp();
    expect(cardOf(desk.db, desk.claimId)?.projectedSeq).toBe(0);
  });
});
