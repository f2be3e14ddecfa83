import * as encoding from "lib0/encoding";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import * as Y from "yjs";
import { deleteSession, updateRole } from "#db/queries/people.ts";
import { CLOSE, collabPath, MESSAGE } from "#domain/protocol.ts";
import {
  cardUrl,
  heard,
  type OpenCard,
  openCard,
  openLive,
  openRaw,
  openSynced,
  syncFrame,
  until,
} from "#server/collab/browser.fixture.ts";
import { type Desk, startDesk } from "#server/collab/desk.fixture.ts";
import { awarenessFrame } from "#server/collab/frames.ts";
import { openLine } from "#server/collab/line.fixture.ts";
import { rawUpdate, words } from "#server/collab/raw-update.fixture.ts";
import type { Person } from "#server/collab/room-server.fixture.ts";

const nothing = new Uint8Array([0, 0]);
const ids = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ clientId: first + at, clock: 1, state: { field: "gaps" } }));

/** So many letters that a copy of the card takes a while. */
function typeBackwards(doc: Y.Doc): void {
  for (let at = 0; at < 18_000; at++) doc.getText("gaps").insert(0, at % 2 === 0 ? "x" : "y");
}

describe("a flood", () => {
  test("[RT127] of ten thousand messages ends a socket each time, while a colleague's edits are stored and told", async () => {
    const desk = await startDesk({ limits: { messagesPerSecond: 60, bytesPerSecond: 512 * 1024 } });
    const [bo, vic] = [openCard(desk.url, desk.claimId, desk.bo), openCard(desk.url, desk.claimId, desk.vic)];
    await Promise.all([bo.synced(), vic.synced()]);
    for (let round = 1; round <= 3; round++) {
      const flood = await openSynced(desk.url, desk.claimId, desk.ada);
      for (let sent = 0; sent < 10_000; sent++) flood.socket.send(syncFrame(2, nothing));
      bo.doc.getText("gaps").insert(0, "x");
      await bo.saved();
      expect((await flood.closed).code).toBe(4529);
      await until(() => vic.doc.getText("gaps").length === round, "Vic sees it");
      desk.clock.ahead += 10_000;
    }
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("xxx");
  });

  test("[RT49] of updates that are tried on a copy counts as many messages as it takes milliseconds, and ten", async () => {
    const desk = await startDesk({ limits: { messagesPerSecond: 13 } });
    const large = async (person: Person) => {
      const raw = await openSynced(desk.url, desk.claimId, person);
      const send = () => {
        const before = Y.encodeStateVector(raw.doc);
        const text = raw.doc.getText("gaps");
        for (let part = 0; part <= 501; part++) text.insert(Math.min(text.length, 1), "x");
        raw.socket.send(syncFrame(2, Y.encodeStateAsUpdate(raw.doc, before)));
      };
      return { ...raw, send };
    };
    const bo = await large(desk.bo);
    bo.send();
    await until(() => desk.rooms.freeze(desk.claimId).card.gaps !== "", "one is taken");
    for (let more = 0; more < 3; more++) bo.send();
    expect((await bo.closed).code).toBe(4529);
    desk.rooms.edit(desk.claimId, null, typeBackwards);
    const ada = await large(desk.ada);
    // Before all that she has; the whole would be too long for her to send it back when she comes in.
    for (let more = 0; more < 5; more++) desk.rooms.edit(desk.claimId, null, typeBackwards);
    const { length } = desk.rooms.freeze(desk.claimId).card.gaps;
    ada.send();
    await until(() => desk.rooms.freeze(desk.claimId).card.gaps.length > length, "hers is taken");
    ada.socket.send(new Uint8Array([101]));
    expect((await ada.closed).code).toBe(4529);
  });

  test("[RT127] of places on the live channel ends it, and a long message is a bad one", async () => {
    const desk = await startDesk({ limits: { messagesPerSecond: 60 } });
    const here = { type: "here", claimId: null, field: null, screen: "board" };
    const live = await openLive(desk.url, desk.caseId, desk.ada);
    for (let sent = 0; sent < 1_000; sent++) live.say(here);
    expect((await live.closed).code).toBe(4529);
    const other = await openLive(desk.url, desk.caseId, desk.bo);
    other.socket.send(JSON.stringify(here).padEnd(3_000));
    expect((await other.closed).code).toBe(4400);
  });

  test("[RT127] of a thousand questions for the whole card brings it three times at most", async () => {
    const desk = await startDesk();
    desk.rooms.edit(desk.claimId, null, (doc) => doc.getText("gaps").insert(0, "x".repeat(200_000)));
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    for (let asked = 0; asked < 1_000; asked++) raw.socket.send(syncFrame(0, new Uint8Array([0])));
    expect((await raw.closed).code).toBe(4529);
    const sent = raw.frames.reduce((sum, frame) => sum + frame.length, 0);
    expect(sent).toBeLessThan(3 * 210_000);
  });

  test("[RT55] who opens a card again and again is told to slow down, and is let in again later", async () => {
    const desk = await startDesk({ limits: { messagesPerSecond: 1 } });
    const open = (person: Person) => openRaw(cardUrl(desk.url, desk.claimId), person);
    const first = await open(desk.ada);
    first.socket.close();
    await first.closed;
    expect((await (await open(desk.ada)).closed).code).toBe(4529);
    await heard((await open(desk.bo)).socket);
    desk.clock.ahead += 3_000;
    await heard((await open(desk.ada)).socket);
  });

  test("[RT55] each new client id costs five messages: those of 64 tabs may come at once, but not twice", async () => {
    const desk = await startDesk({ limits: { messagesPerSecond: 60 } });
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    const letter = words({ root: "gaps" }, "x");
    const letters = (first: number) =>
      syncFrame(2, rawUpdate(...Array.from({ length: 64 }, (_, at) => ({ client: first + at, parts: [letter] }))));
    const { length } = desk.rooms.freeze(desk.claimId).card.gaps;
    raw.socket.send(letters(100));
    await until(() => desk.rooms.freeze(desk.claimId).card.gaps.length === length + 64, "they are taken");
    raw.socket.send(letters(200));
    expect((await raw.closed).code).toBe(4529);
    expect(desk.rooms.freeze(desk.claimId).card.gaps.length).toBe(length + 64);
  });

  test("[RT55] nor do letters one by one, each under a client id of its own", async () => {
    const desk = await startDesk({ limits: { messagesPerSecond: 60 } });
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    for (let client = 100; client < 200; client++)
      raw.socket.send(syncFrame(2, rawUpdate({ client, parts: [words({ root: "gaps" }, "x")] })));
    expect((await raw.closed).code).toBe(4529);
    expect(desk.rooms.freeze(desk.claimId).card.gaps.length).toBeLessThan(40);
  });
});

describe("presence", () => {
  test("[RT128] of two hundred thousand people over one socket is one, and only that one is kept", async () => {
    const desk = await startDesk();
    const bo = openCard(desk.url, desk.claimId, desk.bo);
    await bo.synced();
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    for (let first = 1; first <= 200_000; first += 1_000) raw.socket.send(awarenessFrame(ids(first, 1_000)));
    raw.socket.send(awarenessFrame([{ clientId: 1, clock: 2, state: { field: "statement" } }]));
    const seen = () => bo.provider.awareness.getStates();
    await until(() => seen().get(1)?.field === "statement", "the last word has arrived");
    expect([...seen().keys()].sort()).toEqual([1, bo.doc.clientID].sort());
    raw.socket.close();
    bo.close();
    await until(() => desk.rooms.traffic().rooms === 0, "nobody is there");
    expect(
      desk.sqlite.prepare("select client_id from client_bindings where member_id = ?").pluck().all(desk.ada.id),
    ).toEqual([1]);
  });

  test("[RT128] of a thousand places of oneself in one message the last one counts, and only it is told", async () => {
    const desk = await startDesk();
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    const told = vi.spyOn(desk.live, "place");
    const places = Array.from({ length: 1_000 }, (_, at) => ({
      clientId: 1,
      clock: at,
      state: { field: `fields/${at}` },
    }));
    raw.socket.send(awarenessFrame(places));
    const place = () => desk.live.roster(desk.caseId).find((one) => one.memberId === desk.ada.id)?.field;
    await until(() => place() === "fields/999", "the last place is known");
    expect(told).toHaveBeenCalledTimes(1);
  });

  test("[RT128] under the ids of others nobody is shown, and of those in a message ten are looked up", async () => {
    const desk = await startDesk();
    const bind = desk.sqlite.prepare("insert into client_bindings (claim_id, client_id, member_id) values (?, ?, ?)");
    for (let client = 1; client <= 20; client++) bind.run(desk.claimId, client, desk.bo.id);
    const vic = openCard(desk.url, desk.claimId, desk.vic);
    await vic.synced();
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    raw.socket.send(awarenessFrame([...ids(1, 10), ...ids(90, 1)]));
    raw.socket.send(awarenessFrame([...ids(11, 9), ...ids(91, 1)]));
    const seen = () => [...vic.provider.awareness.getStates().keys()];
    await until(() => seen().includes(91), "Ada is shown under her own id");
    expect(seen().sort()).toEqual([91, vic.doc.clientID].sort());
  });

  test("[RT128] the id of somebody who may only read is nobody's once they are gone", async () => {
    const desk = await startDesk();
    for (const person of [desk.vic, desk.ada]) {
      const raw = await openSynced(desk.url, desk.claimId, person);
      raw.socket.send(awarenessFrame(ids(person === desk.vic ? 70 : 80, 1)));
      await heard(raw.socket);
      raw.socket.close();
      await until(() => desk.rooms.traffic().rooms === 0, "nobody is there");
    }
    expect(
      desk.sqlite.prepare("select client_id from client_bindings where client_id in (70, 80)").pluck().all(),
    ).toEqual([80]);
  });

  test("[RT128] a message about more than a thousand people is a bad one", async () => {
    const desk = await startDesk();
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    raw.socket.send(awarenessFrame(ids(1, 1_001)));
    expect((await raw.closed).code).toBe(4400);
  });

  test("[RT128] that is not JSON is a bad message", async () => {
    const desk = await startDesk();
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    raw.socket.send(presenceOf("{"));
    expect((await raw.closed).code).toBe(4400);
  });

  test("[RT128] is sent on to nobody who does not read it: they are cut off, and others go on", async () => {
    const desk = await startDesk({ limits: { socketBuffer: 2 * 1024 } });
    openLine(desk, collabPath(desk.claimId), desk.bo);
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    const present = () => desk.live.roster(desk.caseId).some((one) => one.memberId === desk.bo.id);
    expect(present()).toBe(true);
    let moves = 0;
    const moving = setInterval(() => {
      moves += 1;
      raw.socket.send(awarenessFrame([{ clientId: 7, clock: moves, state: { field: `${moves}` } }]));
    }, 20);
    onTestFinished(() => clearInterval(moving));
    await until(() => !present(), "Bo, who reads nothing, is cut off");
    expect(raw.socket.readyState).toBe(raw.socket.OPEN);
  });
});

const presenceOf = (json: string) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    const entries = encoding.encode((inner) => {
      for (const number of [1, 7, 1]) encoding.writeVarUint(inner, number);
      encoding.writeVarString(inner, json);
    });
    encoding.writeVarUint8Array(encoder, entries);
  });

describe("whoever types twenty times a second", () => {
  const typing = (card: OpenCard) => {
    const timer = setInterval(() => card.doc.getText("gaps").insert(0, "x"), 50);
    onTestFinished(() => clearInterval(timer));
  };
  const rowsAfter = ({ sqlite }: Desk, { id }: Person, at: number) =>
    sqlite.prepare("select count(*) from updates where member_id = ? and at > ?").pluck().get(id, at);

  test.each<[string, number, (desk: Desk) => void]>([
    [
      "loses the right to edit",
      4403,
      ({ db, rooms, ada }) => {
        updateRole(db, ada.id, "viewer");
        rooms.closeWhere(({ memberId }) => memberId === ada.id, CLOSE.resync, "Your role was changed");
      },
    ],
    [
      "is signed out",
      4401,
      ({ db, rooms, ada }) => {
        deleteSession(db, ada.idHash);
        rooms.closeWhere(({ sessionHash }) => sessionHash === ada.idHash, CLOSE.signedOut, "Signed out");
      },
    ],
  ])("[RT129] and %s writes nothing more from that moment, and is told", async (_what, code, takeAway) => {
    const desk = await startDesk();
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    typing(ada);
    await until(() => ada.acknowledged >= 3, "Ada types");
    const [at, made] = [desk.now(), ada.made];
    takeAway(desk);
    expect(desk.rooms.traffic().cardSockets).toBe(0);
    await until(() => ada.closed !== null && ada.made > made, "Ada is told, and still types");
    expect(ada.closed?.code).toBe(code);
    expect(rowsAfter(desk, desk.ada, at)).toBe(0);
    expect(desk.rooms.freeze(desk.claimId).card.gaps.length).toBeLessThanOrEqual(made);
  });
});
