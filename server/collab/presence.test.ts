import { describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { Awareness, applyAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { type OpenCard, openCard, openSynced, until } from "#server/collab/browser.fixture.ts";
import { type Desk, startDesk } from "#server/collab/desk.fixture.ts";
import { awarenessFrame, readFrame } from "#server/collab/frames.ts";

const statesOf = (card: OpenCard) => card.provider.awareness.getStates();
const seenBy = (card: OpenCard, other: OpenCard) => statesOf(card).get(other.doc.clientID);

async function openBoth(desk: Desk) {
  const [ada, bo] = [openCard(desk.url, desk.claimId, desk.ada), openCard(desk.url, desk.claimId, desk.bo)];
  await until(() => seenBy(ada, bo) !== undefined && seenBy(bo, ada) !== undefined, "both see each other");
  return { ada, bo };
}

describe("presence on a card", () => {
  test("[RT60] who somebody is comes from their session, where they are from their browser", async () => {
    const desk = await startDesk();
    const { ada, bo } = await openBoth(desk);
    const cursor = { anchor: { tname: "gaps", assoc: 0 }, head: { item: { client: 1, clock: 2 }, assoc: -1 } };
    const lie = { user: { id: desk.bo.id, name: "Bo", role: "admin" }, evil: "x", field: "gaps", cursor };
    ada.provider.awareness.setLocalState(lie);
    await until(() => seenBy(bo, ada)?.field === "gaps", "Bo sees where Ada is");
    const user = { id: desk.ada.id, name: "Ada", colour: 3, role: "analyst" };
    expect(seenBy(bo, ada)).toEqual({ user, field: "gaps", cursor });
  });

  test.each([
    ["names nothing", {}],
    ["names a part that no card has", { tname: "evil" }],
    ["counts no letters", { item: { client: -1, clock: "x" } }],
  ])(
    "[RT60] a place that %s is left out, because it would break the page of whoever draws it",
    async (_what, place) => {
      const desk = await startDesk();
      const { ada, bo } = await openBoth(desk);
      ada.provider.awareness.setLocalState({ field: "gaps", cursor: { anchor: place, head: place } });
      await until(() => seenBy(bo, ada)?.field === "gaps", "Bo sees where Ada is");
      expect(seenBy(bo, ada)?.cursor).toBeNull();
    },
  );

  test("[RT60] a place with an endless name is none", async () => {
    const desk = await startDesk();
    const { ada, bo } = await openBoth(desk);
    const cursor = { anchor: { tname: "gaps" }, head: { tname: "gaps" } };
    ada.provider.awareness.setLocalState({ field: "x".repeat(61), cursor });
    await until(() => seenBy(bo, ada)?.cursor !== null, "Bo sees where Ada is");
    expect(seenBy(bo, ada)?.field).toBeNull();
  });

  test("[RT60] a reader is shown as well", async () => {
    const desk = await startDesk();
    const [ada, vic] = [openCard(desk.url, desk.claimId, desk.ada), openCard(desk.url, desk.claimId, desk.vic)];
    await until(() => seenBy(ada, vic) !== undefined, "Ada sees Vic");
    expect(seenBy(ada, vic)?.user).toMatchObject({ name: "Vic", role: "viewer" });
  });

  test("[RT61] what a browser says about others changes nothing, and it is not closed for it", async () => {
    const desk = await startDesk();
    const { ada, bo } = await openBoth(desk);
    const evil = await openSynced(desk.url, desk.claimId, desk.vic);
    const say = (clientId: number, state: unknown) =>
      evil.socket.send(awarenessFrame([{ clientId, clock: 2 ** 40, state }]));
    say(7, { field: "own" });
    for (const state of [null, { field: "forged", user: { name: "Ada" } }]) say(ada.doc.clientID, state);
    say(4_000_000, { field: "a second one" });
    say(7, { field: "done" });
    await until(() => statesOf(bo).get(7)?.field === "done", "the own entry arrives");
    expect(seenBy(bo, ada)).toMatchObject({ user: { name: "Ada" }, field: null });
    expect(statesOf(bo).get(7)?.user).toMatchObject({ name: "Vic" });
    expect([...statesOf(bo).keys()].sort()).toEqual([7, ada.doc.clientID, bo.doc.clientID].sort());
    expect(evil.socket.readyState).toBe(evil.socket.OPEN);
  });

  test("[RT61] nobody can show themselves under the id of somebody who just left", async () => {
    const desk = await startDesk();
    const { ada, bo } = await openBoth(desk);
    const id = ada.doc.clientID;
    ada.close();
    await until(() => !statesOf(bo).has(id), "Ada is gone");
    const evil = await openSynced(desk.url, desk.claimId, desk.vic);
    evil.socket.send(awarenessFrame([{ clientId: id, clock: 2 ** 40, state: { field: "forged" } }]));
    evil.socket.send(awarenessFrame([{ clientId: 7, clock: 1, state: { field: "own" } }]));
    await until(() => statesOf(bo).get(7)?.field === "own", "the own entry arrives");
    expect(statesOf(bo).has(id)).toBe(false);
  });

  test("[RT61] what a browser says about those who left is no claim to their ids, nor to the ids of the server", async () => {
    const desk = await startDesk();
    const bo = openCard(desk.url, desk.claimId, desk.bo);
    await bo.synced();
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    const servers = [...raw.doc.store.clients.keys()];
    desk.rooms.edit(desk.claimId, null, (doc) => void servers.push(doc.clientID));
    const say = (clientId: number, state: unknown) => raw.socket.send(awarenessFrame([{ clientId, clock: 1, state }]));
    say(5, null);
    for (const id of servers) say(id, { field: "as the server" });
    say(7, { field: "own" });
    await until(() => statesOf(bo).get(7)?.field === "own", "the own entry arrives");
    expect([...statesOf(bo).keys()].sort()).toEqual([7, bo.doc.clientID].sort());
  });

  test("[RT62] whoever comes back before the old connection is gone stays to be seen when it goes", async () => {
    const desk = await startDesk();
    const bo = openCard(desk.url, desk.claimId, desk.bo);
    await bo.synced();
    const show = async (field: string) => {
      const raw = await openSynced(desk.url, desk.claimId, desk.ada);
      raw.socket.send(awarenessFrame([{ clientId: 7, clock: 1, state: { field } }]));
      await until(() => statesOf(bo).get(7)?.field === field, "Ada is seen");
      return raw;
    };
    const old = await show("statement");
    await show("gaps");
    old.socket.close();
    await until(() => desk.rooms.traffic().cardSockets === 2, "the old connection is gone");
    bo.doc.getText("gaps").insert(0, "x");
    await bo.saved();
    expect(statesOf(bo).get(7)?.field).toBe("gaps");
  });

  test("[RT62] whoever leaves is gone at once, and whoever comes back in the same window is seen at once", async () => {
    const desk = await startDesk();
    const { ada, bo } = await openBoth(desk);
    for (let round = 0; round < 3; round++) {
      ada.provider.ws?.close();
      await until(() => seenBy(bo, ada) === undefined, "Ada is gone");
      await until(() => seenBy(bo, ada) !== undefined, "Ada is back");
    }
  });

  test("[RT62] whoever comes back after the server forgot the card is seen at once by others who come back", async () => {
    const desk = await startDesk();
    const { ada, bo } = await openBoth(desk);
    for (let move = 0; move < 5; move++) ada.provider.awareness.setLocalState({ field: `${move}` });
    await until(() => seenBy(bo, ada)?.field === "4", "Bo sees the last move");
    for (const card of [ada, bo]) card.provider.disconnect();
    await until(() => desk.live.roster(desk.caseId).length === 0, "nobody is there");
    for (const card of [ada, bo]) card.provider.connect();
    await until(() => seenBy(ada, bo) !== undefined && seenBy(bo, ada) !== undefined, "both see each other again");
  });

  test("[RT63] what many do at once is told in a few messages, and nobody is told of themselves", async () => {
    const desk = await startDesk();
    const bo = await openSynced(desk.url, desk.claimId, desk.bo);
    const others = await Promise.all(Array.from({ length: 15 }, () => openSynced(desk.url, desk.claimId, desk.ada)));
    const heard = new Awareness(new Y.Doc());
    let told = 0;
    bo.socket.on("message", (data: Buffer) => {
      const frame = readFrame(data);
      if (frame.type !== "awareness") return;
      told += 1;
      applyAwarenessUpdate(heard, frame.payload, "server");
    });
    const move = (socket: WebSocket, clientId: number) =>
      socket.send(awarenessFrame([{ clientId, clock: 1, state: { field: "gaps" } }]));
    move(bo.socket, 100);
    for (const [at, { socket }] of others.entries()) move(socket, 101 + at);
    const seen = () => [...heard.getStates().keys()].filter((id) => id > 99 && id < 200).sort();
    await until(() => seen().length === 15, "Bo sees all of them");
    expect(seen()).toEqual(others.map((_one, at) => 101 + at));
    expect(told).toBeLessThan(8);
    heard.destroy();
  });

  test("[RT63] moves are told at most ten times a second, the last one always; a state that is too large is not", async () => {
    const desk = await startDesk();
    const { ada, bo } = await openBoth(desk);
    let told = 0;
    bo.provider.awareness.on("change", () => {
      told += 1;
    });
    for (let move = 0; move < 200; move++) ada.provider.awareness.setLocalState({ field: `${move}` });
    await until(() => seenBy(bo, ada)?.field === "199", "Bo sees the last move");
    expect(told).toBeLessThanOrEqual(3);
    ada.provider.awareness.setLocalState({ field: "big", more: "x".repeat(5_000) });
    ada.provider.ws?.send(new Uint8Array([100, 9]));
    await until(() => ada.acknowledged === 9, "the server has read it");
    expect(desk.live.roster(desk.caseId).map(({ field }) => field)).toContain("199");
    ada.provider.awareness.setLocalState({ field: "small" });
    await until(() => seenBy(bo, ada)?.field === "small", "Bo sees the next move");
    expect(ada.provider.synced).toBe(true);
  });
});
