import { expect, onTestFinished, test } from "vitest";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { MESSAGE } from "#domain/protocol.ts";
import { cardUrl, openRaw, socketOf, until } from "#server/collab/browser.fixture.ts";
import { startDesk, temporaryFile } from "#server/collab/desk.fixture.ts";
import { type Person, startRoomServer } from "#server/collab/room-server.fixture.ts";

/** y-websocket as it is installed: no message of ours, no handler, no layout. */
function openBare(url: string, claimId: string, person: Person) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${url}/collab/claims`, claimId, doc, {
    WebSocketPolyfill: socketOf(person),
    disableBc: true,
    maxBackoffTime: 50,
  });
  onTestFinished(() => {
    provider.destroy();
    provider.awareness.destroy();
  });
  const [text, fields] = [doc.getText("gaps"), doc.getMap("fields")];
  const colleagues = () => [...provider.awareness.getStates().values()].map((state) => state.user?.name);
  return { provider, text, fields, colleagues };
}

test("[RT153] two bare y-websocket clients share text, values and presence, also after a break and a restart of the server", async () => {
  const file = temporaryFile();
  const desk = await startDesk({ file, beatMs: 20 });
  const [ada, bo] = [openBare(desk.url, desk.claimId, desk.ada), openBare(desk.url, desk.claimId, desk.bo)];
  const areInSync = () => until(() => ada.provider.synced && bo.provider.synced, "both are in sync");
  const same = async (gaps: string) => {
    await until(() => [ada, bo].every(({ text }) => text.toString() === gaps), `both read "${gaps}"`);
    expect(bo.fields.toJSON()).toEqual(ada.fields.toJSON());
  };
  await areInSync();
  ada.text.insert(0, "together");
  bo.fields.set("claimant", "The board");
  await until(() => ada.fields.get("claimant") === "The board", "the value has arrived");
  await same("together");
  ada.provider.awareness.setLocalState({ field: "gaps" });
  await until(() => bo.colleagues().includes("Ada"), "Bo sees Ada");

  ada.provider.disconnect();
  await until(() => !bo.colleagues().includes("Ada"), "Ada is gone");
  ada.text.insert(8, " alone");
  bo.text.insert(0, "still ");
  ada.provider.connect();
  await areInSync();
  await same("still together alone");

  const port = Number(new URL(desk.url).port);
  await desk.stop();
  bo.text.insert(0, "and ");
  const again = await startRoomServer({ file, port });
  onTestFinished(again.stop);
  await until(() => again.rooms.freeze(desk.claimId).card.gaps === "and still together alone", "Bo has come back");
  await areInSync();
  await same("and still together alone");
});

test("[RT154] a client that asks for no acknowledgement is told nothing that it does not know, and stays", async () => {
  const desk = await startDesk({ beatMs: 5 });
  const { provider } = openBare(desk.url, desk.claimId, desk.ada);
  const types: (number | undefined)[] = [];
  const listen = () =>
    provider.ws?.addEventListener("message", ({ data }) => void types.push(new Uint8Array(data as ArrayBuffer)[0]));
  provider.on("status", listen);
  await until(() => types.length > 10, "the server says something again and again");
  expect([new Set(types), provider.wsconnected]).toEqual([new Set([MESSAGE.sync, MESSAGE.awareness]), true]);
});

test("[RT154] a client that has asked for one gets the heartbeat", async () => {
  const desk = await startDesk({ beatMs: 5 });
  const { socket, frames } = await openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
  socket.send(new Uint8Array([MESSAGE.acknowledge, 0]));
  await until(() => frames.some((frame) => String([...frame]) === "101"), "the heartbeat");
});
