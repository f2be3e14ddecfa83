import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { CLOSE, type CloseCode } from "#domain/protocol.ts";
import { closePeer, cutOff, type Ending, type Peer, send, sendFrames } from "#server/collab/peer.ts";

const LIMIT = 1_000;

/** The server's end of a real websocket, what was told of its end, and the other side. */
async function connect() {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => server.close());
  await once(server, "listening");
  const connected = once(server, "connection");
  const theirs = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(() => theirs.terminate());
  await once(theirs, "open");
  const [socket, { socket: wire }] = (await connected) as [WebSocket, IncomingMessage];
  const told: { endings: Ending[]; codes: (CloseCode | null)[] } = { endings: [], codes: [] };
  const onTurnedAway = (ending: Ending) => void told.endings.push(ending);
  const onClosed = (code: CloseCode | null) => void told.codes.push(code);
  return { peer: { socket, wire, closed: false, onTurnedAway, onClosed } as unknown as Peer, told, theirs };
}

test.each([
  ["the server has closed", (peer: Peer) => closePeer(peer, CLOSE.signedOut, "Sign in again.")],
  ["is being closed from the other side", ({ socket }: Peer) => socket.close(1000)],
])("[RT16] nothing more is sent to a socket that %s", async (_what, close) => {
  const { peer } = await connect();
  close(peer);
  const { bytesWritten } = peer.wire as Peer["wire"] & { bytesWritten: number };
  send(peer, "words", LIMIT);
  send(peer, new Uint8Array(10), LIMIT);
  sendFrames(peer, [Buffer.alloc(10)], LIMIT);
  expect(peer.wire).toMatchObject({ bytesWritten });
});

test("[RT152] a socket that is closed twice and then cut is told of once, with its first code", async () => {
  const { peer, told, theirs } = await connect();
  const closed = once(theirs, "close");
  closePeer(peer, CLOSE.notAllowed, "You may not edit this card any more.");
  closePeer(peer, CLOSE.signedOut, "Sign in again.");
  cutOff(peer, "silent", "Nothing was heard from it.");
  expect(told.endings).toMatchObject([{ code: 4403, kind: "not_allowed" }]);
  expect(told.codes).toEqual([4403]);
  await closed;
});

test("[RT16] a socket that is cut is gone in the same moment", async () => {
  const { peer, told, theirs } = await connect();
  const closed = once(theirs, "close");
  cutOff(peer, "slow_reader", "It reads too slowly.");
  expect([peer.closed, told.codes]).toEqual([true, [null]]);
  expect((await closed)[0]).toBe(1006);
});
