import type { IncomingMessage } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { duplexPair } from "node:stream";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { collabPath } from "#domain/protocol.ts";
import { appendParagraph } from "#domain/rationale-write.ts";
import {
  addCase,
  addClaim,
  ORIGIN,
  type Person,
  type RoomServer,
  signIn,
  startRoomServer,
} from "#server/collab/room-server.fixture.ts";
import { seeded } from "../load/edits.ts";
import { type Wire, wireOn } from "../load/wire.ts";
import type { Verdict } from "../results.ts";

const PER_SOCKET = 8;
const STALL_MS = 50;
const GROWTH = 64 * 2 ** 20;

/** Real frames of the protocol, damaged at random, from a reader and from an editor, over the real room server. */
export async function mutatedFrames(count: number): Promise<Verdict[]> {
  const server = await startRoomServer({
    limits: { messagesPerSecond: 1e9, bytesPerSecond: 1e12, socketsPerMember: 100 },
  });
  const [ada, vic] = [signIn(server, "Ada"), signIn(server, "Vic", "viewer")];
  const caseId = addCase(server, ada);
  const claims = [ada, vic].map(() => addClaim(server, caseId, ada, write));
  const before = claims.map((claimId) => server.rooms.freeze(claimId).contentHash);
  const random = seeded(count);
  const frames = corpus();
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (let sent = 0; sent < count; sent += PER_SOCKET) {
    const [person, claimId] = sent % (2 * PER_SOCKET) === 0 ? [vic, claims[1]] : [ada, claims[0]];
    await throwAt(server, person, claimId ?? "", () => damaged(frames, random));
    // Without a turn of the event loop nothing would be written, and no stall seen.
    await new Promise(setImmediate);
  }
  delay.disable();
  globalThis.gc?.();
  const growth = process.memoryUsage().heapUsed - heap;
  const after = claims.map((claimId) => server.rooms.freeze(claimId));
  const isTold = claims.every((claimId, at) => readBack(server, claimId) === JSON.stringify(after[at]?.card.statement));
  await server.stop();
  const million = count.toLocaleString("en");
  const stall = delay.max / 1e6;
  return [
    { promise: `${million} damaged frames crash nothing`, figure: "0 crashes", held: true },
    {
      promise: "… change nothing when a reader sends them",
      figure: "same content hash",
      held: before[1] === after[1]?.contentHash,
    },
    { promise: "… leave the log and the open card alike", figure: "same statement", held: isTold },
    {
      promise: `… stall the server for less than ${STALL_MS} ms`,
      figure: `${stall.toFixed(0)} ms at most`,
      held: stall < STALL_MS,
    },
    {
      promise: "… grow the heap by less than 64 MB",
      figure: `${(growth / 2 ** 20).toFixed(1)} MB`,
      held: growth < GROWTH,
    },
  ];
}

function write(doc: Y.Doc): void {
  doc.getText("statement").insert(0, "Up to 2,400 containers were left on the quay.");
  doc.getMap("fields").set("claimant", "The union");
  appendParagraph(doc.getXmlFragment("rationale"), ["Counted twice, see ", { cite: "s1" }, "."]);
}

const readBack = ({ sqlite }: RoomServer, claimId: string): string => {
  const doc = new Y.Doc();
  for (const bytes of sqlite.prepare("select bytes from updates where claim_id = ? order by seq").pluck().all(claimId))
    Y.applyUpdate(doc, bytes as Buffer);
  return JSON.stringify(doc.getText("statement").toString());
};

/** One socket, opened and in sync, and damaged frames until it is closed or has had its share. */
async function throwAt(server: RoomServer, person: Person, claimId: string, next: () => Uint8Array): Promise<void> {
  const [theirs, ours] = duplexPair();
  const headers = {
    ...{ origin: ORIGIN, cookie: person.cookie, upgrade: "websocket", connection: "Upgrade" },
    ...{ "sec-websocket-version": "13", "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==" },
  };
  server.server.emit(
    "upgrade",
    { method: "GET", url: collabPath(claimId), headers } as unknown as IncomingMessage,
    theirs,
    Buffer.alloc(0),
  );
  const wire = await handshake(ours);
  const closed = new Promise<void>((resolve) => {
    wire.onClose = () => resolve();
    ours.once("end", resolve);
  });
  wire.send(sync(1, new Uint8Array([0, 0])));
  for (let at = 0; at < PER_SOCKET; at++) wire.send(next());
  wire.send(new Uint8Array([255]));
  await closed;
  ours.destroy();
  theirs.destroy();
}

/** Waits for the end of the server's answer to the upgrade; what follows are frames. */
function handshake(socket: ReturnType<typeof duplexPair>[0]): Promise<Wire> {
  return new Promise((resolve) => {
    socket.once("data", (answer: Buffer) => {
      const end = answer.indexOf("\r\n\r\n") + 4;
      resolve(wireOn(socket, answer.subarray(end)));
    });
  });
}

const sync = (kind: number, payload: Uint8Array) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, payload);
  });

/** One of each kind of frame that a browser sends. */
function corpus(): Uint8Array[] {
  const doc = new Y.Doc();
  const frames: Uint8Array[] = [sync(0, Y.encodeStateVector(doc)), new Uint8Array([100, 7]), new Uint8Array([101])];
  doc.on("update", (update) => frames.push(sync(2, update)));
  write(doc);
  doc.getText("gaps").insert(0, "The cold stores");
  doc.getText("gaps").delete(4, 5);
  doc
    .getMap("figures")
    .set("f", { qualifier: "up_to", value: "2400", upper: "", unit: "containers", asOf: "", order: "a0" });
  const source = new Y.Map<unknown>();
  source.set("title", "Port log");
  doc.getMap("sources").set("s1", source);
  source.set("stance", "supports");
  frames.push(sync(1, Y.encodeStateAsUpdate(doc)));
  frames.push(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      const state = JSON.stringify({ field: "gaps", cursor: null });
      encoding.writeVarUint8Array(
        encoder,
        encoding.encode((inner) => {
          for (const number of [1, doc.clientID, 1]) encoding.writeVarUint(inner, number);
          encoding.writeVarString(inner, state);
        }),
      );
    }),
  );
  return frames;
}

/** Bits turned, bytes put in or taken out, the end cut off, or a piece of another frame in the middle. */
function damaged(frames: readonly Uint8Array[], random: () => number): Uint8Array {
  const pick = (length: number) => Math.floor(random() * length);
  const bytes = [...(frames[pick(frames.length)] ?? [])];
  for (let times = 1 + pick(3); times > 0; times--) {
    const at = pick(bytes.length);
    const kind = pick(5);
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(8));
    else if (kind === 1) bytes.splice(at, 1);
    else if (kind === 2) bytes.splice(at, 0, pick(256));
    else if (kind === 3) bytes.length = at;
    else bytes.splice(at, pick(4), ...[...(frames[pick(frames.length)] ?? [])].slice(0, pick(12)));
  }
  return new Uint8Array(bytes);
}
