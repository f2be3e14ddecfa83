import { once } from "node:events";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { collabPath, livePath, MESSAGE } from "#domain/protocol.ts";
import { ORIGIN, type Person } from "#server/collab/room-server.fixture.ts";
import { openStock } from "#server/collab/stock-client.fixture.ts";

/** The WebSocket of a browser in which somebody is signed in. */
export const socketOf = (person: Pick<Person, "cookie">, origin = ORIGIN) =>
  class extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: person.cookie, origin } });
    }
  } as unknown as typeof globalThis.WebSocket;

/** Resolves as soon as the condition holds; looks after every turn of the event loop. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** The stock client in somebody's browser; it is closed with the test. */
export function openCard(url: string, claimId: string, person: Person, doc = new Y.Doc()) {
  const card = openStock(url, claimId, socketOf(person), { doc });
  onTestFinished(card.close);
  return Object.assign(card, {
    synced: () => until(() => card.provider.synced, `${person.name} is in sync`),
    saved: () => until(card.isSaved, `${person.name}'s edits are saved`),
  });
}

export type OpenCard = ReturnType<typeof openCard>;

/** A socket that speaks raw frames; what arrives is collected. */
export async function openRaw(url: string, person: Pick<Person, "cookie"> | null, origin: string | null = ORIGIN) {
  const headers = { ...(person && { cookie: person.cookie }), ...(origin !== null && { origin }) };
  const socket = new WebSocket(url, { headers });
  const frames: Uint8Array[] = [];
  const closed = once(socket, "close").then(([code, reason]) => ({ code: Number(code), reason: String(reason) }));
  socket.on("message", (frame: Buffer) => frames.push(new Uint8Array(frame)));
  socket.on("error", () => {});
  onTestFinished(() => socket.terminate());
  await Promise.race([once(socket, "open"), closed]);
  return { socket, frames, closed };
}

/** Resolves when the server has read everything that was sent on this socket before: it answers a ping in its turn. */
export async function heard(socket: WebSocket): Promise<void> {
  socket.ping();
  await once(socket, "pong");
}

export const cardUrl = (url: string, claimId: string, query = "") => `${url}${collabPath(claimId)}${query}`;
export const liveUrl = (url: string, caseId: string) => `${url}${livePath(caseId)}`;

/** A raw socket on a card that has shaken hands, so that edits are judged. */
export async function openSynced(url: string, claimId: string, person: Person) {
  const raw = await openRaw(cardUrl(url, claimId), person);
  const doc = new Y.Doc();
  raw.socket.send(syncFrame(0, Y.encodeStateVector(doc)));
  await until(() => raw.frames.some((frame) => frame[0] === 0 && frame[1] === 1), "the whole card has arrived");
  for (const frame of raw.frames) if (frame[0] === 0 && frame[1] === 1) Y.applyUpdate(doc, payloadOf(frame));
  raw.socket.send(syncFrame(1, Y.encodeStateAsUpdate(doc)));
  return { ...raw, doc };
}

export const syncFrame = (kind: 0 | 1 | 2, payload: Uint8Array) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, payload);
  });

/** The bytes inside a sync frame. */
export function payloadOf(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder);
}

export type LiveMessage = { seq: number; type: string; [key: string]: unknown };

export async function openLive(url: string, caseId: string, person: Person) {
  const { socket, frames, closed } = await openRaw(liveUrl(url, caseId), person);
  const messages = () => frames.map((frame) => JSON.parse(Buffer.from(frame).toString()) as LiveMessage);
  await until(() => frames.length > 0, "hello has arrived");
  return { socket, messages, closed, say: (message: unknown) => socket.send(JSON.stringify(message)) };
}
