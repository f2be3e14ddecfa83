import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { duplexPair } from "node:stream";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { deleteSession, updateRole } from "#db/queries/people.ts";
import { CLOSE } from "#domain/protocol.ts";
import { cardUrl, liveUrl, openCard, openRaw, openSynced, syncFrame, until } from "#server/collab/browser.fixture.ts";
import { startDesk } from "#server/collab/desk.fixture.ts";
import type { Person } from "#server/collab/room-server.fixture.ts";

/** Presence of nobody: what the server says to a client that has not asked for an acknowledgement. */
const isHeartbeat = (frame: Uint8Array) => String([...frame]) === "1,1,0";

describe("who may open a socket", () => {
  test.each([
    ["another site", "https://evil.test"],
    ["a look-alike", "http://desk.test.evil.test"],
    ["an opaque origin", "null"],
    ["no origin", null],
  ])("[RT10] a page from %s is let in only to be told no", async (_who, origin) => {
    const desk = await startDesk();
    const raw = await openRaw(cardUrl(desk.url, desk.claimId), desk.ada, origin);
    expect((await raw.closed).code).toBe(4403);
    expect(raw.frames).toEqual([]);
  });

  test("[RT11] nobody comes in without a session", async () => {
    const desk = await startDesk();
    const targets = [cardUrl(desk.url, desk.claimId), liveUrl(desk.url, desk.caseId)];
    for (const target of targets) {
      expect((await (await openRaw(target, null)).closed).code).toBe(4401);
      expect((await (await openRaw(target, { cookie: "session=made-up" })).closed).code).toBe(4401);
    }
  });

  test.each(["nobody-knows", "..%2f..%2fetc", "__proto__", "a/b", "x".repeat(10_000), ""])(
    "[RT12] there is nothing at %s",
    async (id) => {
      const desk = await startDesk();
      expect((await (await openRaw(cardUrl(desk.url, id), desk.ada)).closed).code).toBe(4404);
    },
  );

  test("[RT12] what is not open to somebody looks like what is not there, also when that changes meanwhile", async () => {
    const desk = await startDesk({ beatMs: 20 });
    const answerAt = async (url: string) => (await openRaw(url, desk.bo)).closed;
    const open = await openRaw(cardUrl(desk.url, desk.claimId), desk.bo);
    await until(() => open.frames.length > 0, "open");
    const unknown = await answerAt(cardUrl(desk.url, "nobody-knows"));
    desk.outsiders.add(desk.bo.id);
    expect(await answerAt(cardUrl(desk.url, desk.claimId))).toEqual(unknown);
    expect(await answerAt(liveUrl(desk.url, desk.caseId))).toEqual(unknown);
    desk.clock.ahead = 16_000;
    expect(await open.closed).toEqual(unknown);
    expect(desk.rooms.traffic()).toEqual({ cardSockets: 0, caseSockets: 0, rooms: 0, inMemory: 0, queued: 0 });
  });

  test("[RT13] a page that was built for another layout of the card has to reload", async () => {
    const desk = await startDesk();
    const raw = await openRaw(cardUrl(desk.url, desk.claimId, "?layout=0"), desk.ada);
    expect((await raw.closed).code).toBe(4426);
  });

  test("[RT117] a page that was made for one member connects as no other, whoever is signed in by now", async () => {
    const desk = await startDesk();
    const page = cardUrl(desk.url, desk.claimId, `?layout=1&member=${desk.ada.id}`);
    expect((await (await openRaw(page, desk.bo)).closed).code).toBe(4409);
    const own = await openRaw(page, desk.ada);
    await until(() => own.frames.length > 0, "its own member is let in");
  });

  test("[RT14] a member has at most so many sockets", async () => {
    const desk = await startDesk({ limits: { socketsPerMember: 2 } });
    const open = () => openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
    const [first] = [await open(), await open()];
    expect((await (await open()).closed).code).toBe(4529);
    first?.socket.close();
    await first?.closed;
    const next = await open();
    await until(() => next.frames.length > 0, "the next one is let in");
  });

  test("[RT15] other upgrades are refused in production and left alone in development", async () => {
    const ask = (url: string) =>
      new Promise<number | null>((resolve) => {
        const request = get(`${url.replace("ws:", "http:")}/hot-reload`, {
          headers: { connection: "Upgrade", upgrade: "websocket" },
        });
        request.on("response", (response) => resolve(response.statusCode ?? null));
        request.on("upgrade", (response, socket) => {
          socket.destroy();
          resolve(response.statusCode ?? null);
        });
        request.on("error", () => resolve(null));
      });
    const desk = await startDesk();
    expect(await ask(desk.url)).toBe(404);
    const developing = await startDesk({ production: false });
    developing.server.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
    expect(await ask(developing.url)).toBe(101);
  });

  test("[RT15] a refused upgrade that breaks off takes nobody along", async () => {
    const desk = await startDesk();
    const [theirs] = duplexPair();
    desk.server.emit("upgrade", { url: "/hot-reload", headers: {} } as IncomingMessage, theirs, Buffer.alloc(0));
    theirs.destroy(new Error("connection reset"));
    await new Promise((resolve) => theirs.once("close", resolve));
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
  });
});

describe("who may stay", () => {
  test("[RT16] signing out closes that session's sockets at once, and no others", async () => {
    const desk = await startDesk();
    const [ada, bo] = [openCard(desk.url, desk.claimId, desk.ada), openCard(desk.url, desk.claimId, desk.bo)];
    await Promise.all([ada.synced(), bo.synced()]);
    deleteSession(desk.db, desk.ada.idHash);
    desk.rooms.closeWhere((socket) => socket.sessionHash === desk.ada.idHash, CLOSE.signedOut, "Signed out");
    ada.doc.getText("gaps").insert(0, "too late");
    await until(() => ada.closed !== null, "Ada is out");
    expect(ada.closed?.code).toBe(4401);
    bo.doc.getText("gaps").insert(0, "still here");
    await bo.saved();
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("still here");
  });

  test("[RT16] what stands behind an offence is not taken, also when a colleague wrote between", async () => {
    const desk = await startDesk({ flushMs: 3_600_000 });
    const open = (person: Person) => openSynced(desk.url, desk.claimId, person);
    const [ada, bo] = [await open(desk.ada), await open(desk.bo)];
    const say = async ({ socket }: typeof ada, update: Uint8Array) => {
      socket.send(syncFrame(2, update));
      // What answers the ping has read everything before it.
      socket.ping();
      await once(socket, "pong");
    };
    const typed = (doc: Y.Doc, words: string) => {
      const before = Y.encodeStateVector(doc);
      doc.getText("gaps").insert(0, words);
      return Y.encodeStateAsUpdate(doc, before);
    };
    const elsewhere = new Y.Doc();
    typed(elsewhere, "a part that nobody has");
    await say(ada, typed(elsewhere, "an offence"));
    await say(bo, typed(bo.doc, "Bo"));
    await say(ada, typed(ada.doc, "Ada"));
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("Bo");
    expect((await ada.closed).code).toBe(4509);
  });

  test("[RT17] who lost the right to edit cannot, even when nobody closed the socket", async () => {
    const desk = await startDesk();
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    updateRole(desk.db, desk.ada.id, "viewer");
    desk.clock.ahead = 1_000;
    ada.doc.getText("gaps").insert(0, "too late");
    await until(() => ada.closed !== null, "Ada is told");
    expect(ada.closed?.code).toBe(4403);
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("");
  });

  test("[RT17] who may edit from now on is asked to come again", async () => {
    const desk = await startDesk({ beatMs: 20 });
    const { closed, frames } = await openRaw(cardUrl(desk.url, desk.claimId), desk.vic);
    await until(() => frames.length > 0, "open");
    updateRole(desk.db, desk.vic.id, "analyst");
    desk.clock.ahead = 16_000;
    expect((await closed).code).toBe(4509);
  });

  test("[RT18] a look-up that fails ends neither the socket nor the looking", async () => {
    const desk = await startDesk({ beatMs: 20 });
    const { socket, frames, closed } = await openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
    await until(() => frames.some(isHeartbeat), "the server says something");
    desk.sqlite.exec("alter table sessions rename to gone");
    desk.clock.ahead = 16_000;
    frames.length = 0;
    await until(() => frames.filter(isHeartbeat).length > 2, "the server goes on");
    desk.sqlite.exec("alter table gone rename to sessions");
    expect(socket.readyState).toBe(socket.OPEN);
    deleteSession(desk.db, desk.ada.idHash);
    desk.clock.ahead = 32_000;
    expect((await closed).code).toBe(4401);
  });

  test("[RT18] a session that ends by itself closes its quiet sockets, of cards and of cases", async () => {
    const desk = await startDesk({ beatMs: 20 });
    const card = await openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
    const live = await openRaw(liveUrl(desk.url, desk.caseId), desk.ada);
    for (const raw of [card, live]) await until(() => raw.frames.length > 0, "open");
    deleteSession(desk.db, desk.ada.idHash);
    desk.clock.ahead = 16_000;
    expect((await Promise.all([card.closed, live.closed])).map(({ code }) => code)).toEqual([4401, 4401]);
  });

  test("[RT19] a socket that says nothing for 45 seconds is cut off", async () => {
    const desk = await startDesk({ beatMs: 20 });
    desk.sqlite.prepare("update sessions set last_seen_at = ?").run(desk.now() + 1e12);
    const { frames, socket } = await openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
    await until(() => frames.length > 0, "open");
    socket.pause();
    await until(() => desk.live.roster(desk.caseId).length === 1, "present");
    // An answer to the last ping may still be on its way, so the silence lasts until it is noticed.
    await until(() => {
      desk.clock.ahead += 46_000;
      return desk.live.roster(desk.caseId).length === 0;
    }, "cut off");
  });
});
