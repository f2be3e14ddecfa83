import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  cardUrl,
  heard,
  openCard,
  openRaw,
  openSynced,
  payloadOf,
  syncFrame,
  until,
} from "#server/collab/browser.fixture.ts";
import { startDesk } from "#server/collab/desk.fixture.ts";

describe("opening a card", () => {
  test("[RT1] the server asks for the client's state before it answers, one message per frame", async () => {
    const desk = await startDesk();
    const { socket, frames } = await openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
    await until(() => frames.length === 1, "the server's question");
    expect([...(frames[0] ?? [])].slice(0, 2)).toEqual([0, 0]);
    socket.send(syncFrame(0, Y.encodeStateVector(new Y.Doc())));
    await until(() => frames.length === 2, "the whole card");
    expect([...(frames[1] ?? [])].slice(0, 2)).toEqual([0, 1]);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, payloadOf(frames[1] ?? new Uint8Array()));
    expect(doc.getText("statement").toString()).toBe("A claim");
  });

  test("[RT2] what is typed before the handshake is over is taken once and is no gap", async () => {
    const desk = await startDesk();
    const early = new Y.Doc();
    const ada = openCard(desk.url, desk.claimId, desk.ada, early);
    ada.provider.on("status", ({ status }: { status: string }) => {
      if (status === "connected") for (const letter of "early ") early.getText("gaps").insert(0, letter);
    });
    await ada.synced();
    await ada.saved();
    const bo = openCard(desk.url, desk.claimId, desk.bo);
    await bo.synced();
    expect(bo.doc.getText("gaps").toString()).toBe(" ylrae");
    expect(ada.closed).toBeNull();
  });

  test("[RT2] an edit that comes before the first Step2 is not taken by itself", async () => {
    const desk = await startDesk();
    const { socket, frames } = await openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
    const doc = new Y.Doc();
    doc.getText("gaps").insert(0, "alone");
    socket.send(syncFrame(2, Y.encodeStateAsUpdate(doc)));
    socket.send(syncFrame(0, Y.encodeStateVector(new Y.Doc())));
    await until(() => frames.length === 2, "the answer");
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("");
  });

  test("[RT2] what was asked before the first Step2 is answered after it", async () => {
    const desk = await startDesk();
    const { socket, frames } = await openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
    const isAnswered = () => frames.some((frame) => frame[0] === 100);
    socket.send(new Uint8Array([100, 5]));
    socket.send(syncFrame(0, Y.encodeStateVector(new Y.Doc())));
    await until(() => frames.length === 2, "the whole card");
    expect(isAnswered()).toBe(false);
    socket.send(syncFrame(1, new Uint8Array([0, 0])));
    await until(isAnswered, "the acknowledgement");
  });

  test("[RT20] whoever asks for the card is shown what is on disk, and that is everything", async () => {
    const desk = await startDesk({ flushMs: 60_000 });
    const [ada, bo] = [
      await openSynced(desk.url, desk.claimId, desk.ada),
      await openSynced(desk.url, desk.claimId, desk.bo),
    ];
    await Promise.all([ada, bo].map(({ socket }) => heard(socket)));
    const waiting = desk.rooms.traffic().queued;
    const before = Y.encodeStateVector(ada.doc);
    ada.doc.getText("gaps").insert(0, "typed");
    ada.socket.send(syncFrame(2, Y.encodeStateAsUpdate(ada.doc, before)));
    await heard(ada.socket);
    expect(desk.rooms.traffic().queued).toBe(waiting + 1);
    const seen = bo.frames.length;
    bo.socket.send(syncFrame(0, Y.encodeStateVector(bo.doc)));
    const answer = () => bo.frames.slice(seen).find((frame) => frame[0] === 0 && frame[1] === 1);
    await until(() => answer() !== undefined, "the answer");
    Y.applyUpdate(bo.doc, payloadOf(answer() ?? new Uint8Array()));
    expect(bo.doc.getText("gaps").toString()).toBe("typed");
    expect(desk.sqlite.prepare("select count(*) from updates").pluck().get()).toBe(2);
  });

  test("[RT3] two people who type at once see the same text", async () => {
    const desk = await startDesk();
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    const bo = openCard(desk.url, desk.claimId, desk.bo);
    await Promise.all([ada.synced(), bo.synced()]);
    ada.doc.getText("statement").insert(7, ", said Ada");
    bo.doc.getText("statement").insert(0, "Bo: ");
    await until(() => ada.text() === "Bo: A claim, said Ada" && bo.text() === ada.text(), "both see both edits");
  });

  test("[RT4] the first content stands once, however often the card is opened and left", async () => {
    const desk = await startDesk();
    for (let visit = 0; visit < 3; visit++) {
      const ada = openCard(desk.url, desk.claimId, desk.ada);
      await ada.synced();
      expect(ada.text()).toBe("A claim");
      ada.doc.getText("gaps").insert(0, "x");
      await ada.saved();
      ada.close();
    }
    const later = openCard(desk.url, desk.claimId, desk.bo);
    await later.synced();
    expect(later.doc.getText("gaps").toString()).toBe("xxx");
    expect(later.text()).toBe("A claim");
  });

  test.each([
    ["in the same moment as the last one leaves", false],
    ["right after the last one has left", true],
  ])("[RT5] whoever joins %s sees the last edit, which nothing has written yet", async (_when, waits) => {
    const desk = await startDesk({ flushMs: 3_600_000 });
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    ada.doc.getText("gaps").insert(0, "last words");
    ada.close();
    if (waits) await until(() => desk.rooms.traffic().cardSockets === 0, "Ada has left");
    const bo = openCard(desk.url, desk.claimId, desk.bo);
    await bo.synced();
    await until(() => bo.doc.getText("gaps").toString() === "last words", "the last edit");
  });

  test("[RT6] whoever opens socket after socket is sent a large card no more often than their messages allow", async () => {
    const desk = await startDesk({ limits: { messagesPerSecond: 5, documentStructs: 1e9 } });
    const author = openCard(desk.url, desk.claimId, desk.ada);
    await author.synced();
    author.doc.getText("gaps").insert(0, "x".repeat(100_000));
    await author.saved();
    const codes: number[] = [];
    let cards = 0;
    while (codes.length === 0) {
      const raw = await openRaw(cardUrl(desk.url, desk.claimId), desk.bo);
      raw.socket.send(syncFrame(0, new Uint8Array([0])));
      const hasCard = () => raw.frames.some((frame) => frame[0] === 0 && frame[1] === 1);
      void raw.closed.then(({ code }) => codes.push(code));
      await until(() => hasCard() || codes.length > 0, "the card, or the end");
      if (!hasCard()) break;
      cards += 1;
      expect(cards).toBeLessThan(20);
    }
    expect(codes).toEqual([4529]);
    expect(cards).toBeLessThan(6);
  });

  test("[RT6] the whole card is not sent again and again to one socket", async () => {
    const desk = await startDesk();
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    for (let asked = 0; asked < 20; asked++) raw.socket.send(syncFrame(0, new Uint8Array([0])));
    expect((await raw.closed).code).toBe(4529);
    expect(raw.frames.filter((frame) => frame[0] === 0 && frame[1] === 1).length).toBeLessThanOrEqual(3);
  });
});
