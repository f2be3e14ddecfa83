import { connect as connectTo, type Socket } from "node:net";
import * as Y from "yjs";
import { CLOSE } from "#domain/protocol.ts";
import { awarenessFrame } from "#server/collab/frames.ts";
import { lineFrame } from "#server/collab/line.fixture.ts";
import { assay, limitedAssay, Running } from "../contestants.ts";
import { type Client, join } from "../load/client.ts";
import { makeEdits } from "../load/edits.ts";
import { median, type Verdict } from "../results.ts";

const MEGABYTE = 2 ** 20;
const KNOCKS = 1_000;
const PER_SECOND = 10_000;
const PRESENT = 200_000;
const [ATTACKER, COLLEAGUE, READER] = [0, 1, 2];
const UPGRADE =
  "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
const size = { rooms: 1, people: 3 };

/** What somebody hostile makes the server hold, and what it costs the colleagues beside them. */
export async function abuse(seconds: number): Promise<Verdict[]> {
  const on = async (contestant: typeof assay, attack: (server: Running) => Promise<Verdict[]>) => {
    const server = await Running.start(contestant, size);
    try {
      return await attack(server);
    } finally {
      await server.end();
    }
  };
  // Where nothing is timed, all go on at once.
  const amounts = await Promise.all([
    on(assay, (server) => knocking(server, "that stop half-way")),
    on(assay, (server) => knocking(server, "without a session")),
    on(assay, crowd),
    on(assay, slowReader),
  ]);
  return [...(await on(limitedAssay, (server) => flood(server, seconds))), ...amounts.flat()];
}

/** A thousand that stop in the middle of their request, or are turned away, and do not leave. */
async function knocking(server: Running, part: Knock): Promise<Verdict[]> {
  // What the first of them makes the server load belongs to the start.
  await leave(await knock(server, part, 20));
  const before = await held(server);
  const lines = await knock(server, part, KNOCKS);
  // Whoever comes after them is let in after them.
  const colleague = await join(server, 0, COLLEAGUE).catch(() => null);
  const grown = (await held(server)) - before;
  colleague?.wire.end();
  await leave(lines);
  return [
    {
      promise: `${KNOCKS.toLocaleString("en")} upgrades ${part} hold less than 20 MB`,
      figure: `${inMegabytes(grown)}, a colleague ${colleague ? "comes in" : "stays outside"}`,
      held: grown < 20 * MEGABYTE && colleague !== null,
    },
  ];
}

type Knock = "that stop half-way" | "without a session";

async function knock(server: Running, part: Knock, count: number): Promise<Socket[]> {
  const { hostname, port, pathname, host } = new URL(server.url(0));
  const half = `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\n`;
  const stood = Array.from({ length: count }, async () => {
    const line = connectTo({ host: hostname, port: Number(port) });
    line.on("error", () => {});
    line.write(part === "that stop half-way" ? half : `${half}${UPGRADE}`);
    await new Promise<void>((resolve) =>
      line.once(part === "that stop half-way" ? "connect" : "data", () => resolve()),
    );
    return line;
  });
  return Promise.all(stood);
}

async function leave(lines: readonly Socket[]): Promise<void> {
  const gone = lines.map((line) => line.closed || new Promise((resolve) => line.once("close", resolve)));
  for (const line of lines) line.destroy();
  await Promise.all(gone);
}

/** One member sends ten thousand messages a second and comes back whenever they are turned out; a colleague types. */
async function flood(server: Running, seconds: number): Promise<Verdict[]> {
  const colleague = await join(server, 0, COLLEAGUE);
  const edits = makeEdits(777, seconds * 10 + 20, { plain: true }).updates;
  const codes = new Set<number>();
  let isOver = false;
  const flooded = (async () => {
    while (!isOver) {
      const code = await floodUntilClosed(server, () => isOver);
      if (code !== null) codes.add(code);
    }
  })();
  const times: number[] = [];
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) {
    const start = performance.now();
    await write(colleague, edits.slice(times.length, times.length + 1), times.length);
    times.push(performance.now() - start);
    await wait(100);
  }
  isOver = true;
  await flooded;
  const p95 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
  const isTurnedOut = codes.size === 1 && codes.has(CLOSE.slowDown);
  return [
    {
      promise: `${PER_SECOND.toLocaleString("en")} messages a second for ${seconds} s end their socket each time`,
      figure: `closed with ${[...codes].join(", ") || "nothing"}`,
      held: isTurnedOut,
    },
    {
      promise: "… and a colleague's edit is on disk within 200 ms meanwhile (95 of 100)",
      figure: `p95 ${p95.toFixed(1)} ms, median ${median(times).toFixed(1)} ms`,
      held: p95 < 200,
    },
  ];
}

async function floodUntilClosed(server: Running, isOver: () => boolean): Promise<number | null> {
  const attacker = await join(server, 0, ATTACKER).catch(() => null);
  if (!attacker) return null;
  let code: number | null = null;
  attacker.wire.onClose = (with_) => {
    code = with_;
  };
  while (code === null && !isOver()) {
    for (let sent = 0; sent < PER_SECOND / 100; sent++) attacker.send(nothing);
    await wait(10);
  }
  attacker.wire.end();
  return code;
}

/** The head of a whole binary frame. */
const BINARY = 0x82;
const nothing = new Uint8Array([0, 0]);

/** Presence of two hundred thousand people over one socket. */
async function crowd(server: Running): Promise<Verdict[]> {
  const colleague = await join(server, 0, COLLEAGUE);
  const attacker = await join(server, 0, ATTACKER);
  const edits = makeEdits(778, 2, { plain: true }).updates;
  const heldAfter = async (count: number) => {
    // The server reads a socket in order: once it has the edit, it has what was sent before.
    await write(attacker, edits.slice(count - 1, count), count - 1);
    return held(server);
  };
  for (let first = 1; first <= 5_000; first += 500) attacker.wire.send(presence(1, 500));
  const before = await heldAfter(1);
  for (let first = 1; first <= PRESENT; first += 500) attacker.wire.send(presence(first, 500));
  const grown = (await heldAfter(2)) - before;
  for (const { wire } of [colleague, attacker]) wire.end();
  return [
    {
      promise: `Presence of ${PRESENT.toLocaleString("en")} people over one socket leaves nothing behind`,
      figure: `${inMegabytes(grown)} of heap`,
      held: grown < MEGABYTE,
    },
  ];
}

const presence = (first: number, count: number) =>
  awarenessFrame(
    Array.from({ length: count }, (_, at) => ({ clientId: first + at, clock: 1, state: { field: "gaps" } })),
  );

/** A colleague writes one long text after the other while somebody reads them, then while somebody has the card open and reads nothing. */
async function slowReader(server: Running): Promise<Verdict[]> {
  const writer = await join(server, 0, COLLEAGUE);
  const texts = makeLongTexts(2 * WRITTEN);
  const reader = await join(server, 0, READER);
  const withReader = await mostWhile(server, writer, texts, 0);
  reader.wire.end();
  const line = await openWithoutReading(server);
  const without = await mostWhile(server, writer, texts, WRITTEN);
  const read = await readOn(line);
  writer.wire.end();
  const [told, grown] = [WRITTEN * LONG, without - withReader];
  return [
    {
      promise: "Somebody who never reads is cut off, and holds less than 10 MB more than somebody who reads",
      figure: `cut off after ${inMegabytes(read)} of ${inMegabytes(told)}, ${inMegabytes(grown)} more at most`,
      held: read > 0 && read < told && grown < 10 * MEGABYTE,
    },
  ];
}

/** The most heap and buffers that are held while a part of the texts is written. */
async function mostWhile(server: Running, writer: Client, texts: readonly Uint8Array[], from: number): Promise<number> {
  let most = 0;
  for (let at = from; at < from + WRITTEN; at++) {
    await write(writer, texts.slice(at, at + 1), at);
    if (at % 5 === 4) most = Math.max(most, await held(server));
  }
  return most;
}

const LONG = 200_000;
const WRITTEN = 40;

/** Updates that put a long text in the place of the last one. */
function makeLongTexts(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = 779;
  const updates: Uint8Array[] = [];
  doc.on("update", (update) => updates.push(update));
  const text = doc.getText("gaps");
  while (updates.length < count)
    doc.transact(() => {
      text.delete(0, text.length);
      text.insert(0, "x".repeat(LONG));
    });
  doc.destroy();
  return updates;
}

/** Sends updates; resolves once they are on disk. `taken` is how many were sent before. */
async function write(client: Client, updates: readonly Uint8Array[], taken: number): Promise<void> {
  const all = taken + updates.length;
  await new Promise<void>((resolve) => {
    client.onStored = (stored) => stored >= all && resolve();
    for (const update of updates) client.send(update);
    client.ask(all);
  });
}

/** Opens a card and asks for it like anybody, but takes nothing more from the connection than the answer to the upgrade. */
async function openWithoutReading(server: Running): Promise<Socket> {
  const { hostname, port, pathname, host } = new URL(server.url(0));
  const line = connectTo({ host: hostname, port: Number(port) });
  const headers = Object.entries(server.headers(READER)).map(([name, value]) => `${name}: ${value}\r\n`);
  line.write(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\n${headers.join("")}${UPGRADE}`);
  await new Promise((resolve) => line.once("readable", resolve));
  const { greet, nothing } = server.contestant.dialect;
  for (const frame of [...greet(""), nothing("")]) line.write(lineFrame(BINARY, frame));
  return line;
}

/** How many bytes are still to be had from a connection until it ends. */
async function readOn(line: Socket): Promise<number> {
  let bytes = 0;
  line.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  line.on("error", () => {});
  await Promise.race([new Promise((resolve) => line.once("close", resolve)), wait(5_000)]);
  line.destroy();
  return bytes;
}

/** Bytes of heap and buffers after a collection. */
async function held(server: Running): Promise<number> {
  const { heap, external } = await server.usage(true);
  return heap + external;
}

const inMegabytes = (bytes: number) => `${(bytes / MEGABYTE).toFixed(1)} MB`;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
