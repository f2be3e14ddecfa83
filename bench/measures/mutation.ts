import { monitorEventLoopDelay } from "node:perf_hooks";
import * as Y from "yjs";
import { readCard } from "#domain/card.ts";
import { CLOSE, collabPath } from "#domain/protocol.ts";
import { heartbeatFrame, readFrame, step1Frame, step2Frame } from "#server/collab/frames.ts";
import { openLine } from "#server/collab/line.fixture.ts";
import { type Meter, noMeter } from "#server/collab/meter.ts";
import {
  addCase,
  addClaim,
  type Person,
  type RoomServer,
  signIn,
  startRoomServer,
} from "#server/collab/room-server.fixture.ts";
import { seeded } from "#server/testing/seeded.ts";
import { corpus, damaged, writeCard } from "../load/damage.ts";
import { timeFrames, timeTurns } from "../load/frame-times.ts";
import { type Wire, wireOn } from "../load/wire.ts";
import type { Verdict } from "../results.ts";

const PER_SOCKET = 4;
const STALL_MS = 50;
const GROWTH = 64 * 2 ** 20;
const NOTHING = new Uint8Array([0, 0]);

/**
 * Real frames of the protocol, damaged at random, from an editor and from a reader, over the real room server, while a
 * colleague has both cards open. `count` are the frames that the server reads; what follows a refused one it does not.
 */
export async function mutatedFrames(count: number): Promise<Verdict[]> {
  const seed = Number(process.env.BENCH_SEED ?? Math.floor(Math.random() * 2 ** 31));
  const { server, rooms, seen } = await openDesk();
  await settled();
  const before = rooms.map(({ claimId }) => cardOf(server, claimId));
  const times = await attack(server, rooms, count, seeded(seed));
  await settled();
  const after = rooms.map((room) => [cardOf(server, room.claimId), replayOf(server, room.claimId), seenBy(room)]);
  const isCalm = seen.failures === 0 && rooms.every(({ colleague }) => colleague.closed === null);
  await server.stop();
  return [
    {
      promise: `${times.read.toLocaleString("en")} damaged frames crash nothing`,
      figure: `${seen.failures} failures, seed ${seed}`,
      held: isCalm,
    },
    {
      promise: "… change nothing when a reader sends them",
      figure: "same card",
      held: isOne([before[1], ...(after[1] ?? [])]),
    },
    {
      promise: "… leave the open card, its log and a colleague's copy alike",
      figure: "same card",
      held: isOne(after[0] ?? []),
    },
    ...costOf(times, seen.longestCommit),
  ];
}

function costOf({ busy, longest, waited, growth }: Awaited<ReturnType<typeof attack>>, commit: number): Verdict[] {
  const ofOne = `${longest.busyMs.toFixed(1)} for the reading of one frame (${longest.wallMs.toFixed(1)} by the clock: ${longest.frame})`;
  const byClock = `by the clock the loop waited ${waited.toFixed(0)} ms at most, a commit took ${commit.toFixed(1)}`;
  return [
    {
      promise: `… keep the server busy for less than ${STALL_MS} ms`,
      figure: `${busy.toFixed(1)} ms at most, ${ofOne}; ${byClock}`,
      held: busy < STALL_MS,
    },
    {
      promise: "… grow the heap by less than 64 MB",
      figure: `${(growth / 2 ** 20).toFixed(1)} MB`,
      held: growth < GROWTH,
    },
  ];
}

/** A room server without limits on speed, two attacked cards, and what went wrong in it. */
async function openDesk() {
  const seen = { failures: 0, longestCommit: 0 };
  const meter: Meter = {
    ...noMeter,
    commit: (seconds) => {
      seen.longestCommit = Math.max(seen.longestCommit, seconds * 1_000);
    },
    refuse: (code) => {
      if (code === CLOSE.storage) seen.failures++;
    },
  };
  const known = knownPeople();
  const limits = { messagesPerSecond: 1e9, bytesPerSecond: 1e12, socketsPerMember: 100 };
  const server = await startRoomServer({ limits, meter, ...known.grants });
  const [ada, vic, bo] = [signIn(server, "Ada"), signIn(server, "Vic", "viewer"), signIn(server, "Bo")];
  for (const person of [ada, vic, bo]) known.people.set(person.cookie, person);
  known.caseId = addCase(server, ada);
  const newClaim = () => addClaim(server, known.caseId, ada, writeCard);
  return { server, seen, rooms: [openRoom(server, ada, newClaim(), bo), openRoom(server, vic, newClaim(), bo)] };
}

async function attack(server: RoomServer, rooms: readonly Attacked[], count: number, random: () => number) {
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const [frames, turns] = [timeFrames(), timeTurns()];
  for (let at = 0; frames.read < count; at++) {
    const room = rooms[at % rooms.length];
    if (room) throwAt(server, room, () => damaged(room.frames, random));
    // Without a turn of the event loop nothing would be written, and no stall seen.
    await turn();
    if (at % 5_000 === 0) for (const { colleague } of rooms) colleague.wire.send(heartbeatFrame());
  }
  delay.disable();
  frames.stop();
  turns.stop();
  globalThis.gc?.();
  const growth = process.memoryUsage().heapUsed - heap;
  return { ...frames, busy: turns.longest, waited: delay.max / 1e6, growth };
}

const turn = () => new Promise(setImmediate);
/** What was sent last has been read, written and told. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 5; turns++) await turn();
}
const isOne = (cards: readonly unknown[]) => new Set(cards).size === 1;

/** Sessions and permissions from memory: a socket is opened for almost every frame, and these are not what is measured. */
function knownPeople() {
  const known = { people: new Map<string, Person>(), caseId: "", grants: { authenticate, access } };
  function authenticate(cookie: string | undefined) {
    const member = known.people.get(cookie ?? "");
    return member ? { member, sessionHash: member.idHash } : null;
  }
  function access({ role }: { role: string }) {
    return { caseId: known.caseId, canEdit: role !== "viewer" };
  }
  return known;
}

type Attacked = ReturnType<typeof openRoom>;

/** A card that a colleague has open, and what the person who attacks it has to send. */
function openRoom(server: RoomServer, person: Person, claimId: string, bo: Person) {
  const doc = new Y.Doc();
  server.rooms.edit(claimId, null, (card) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(card)));
  const frames = corpus(Y.encodeStateAsUpdate(doc));
  const wire = join(server, claimId, bo, doc);
  const colleague = { doc, wire, closed: null as number | null };
  wire.onClose = (code) => {
    colleague.closed = code;
  };
  return { person, claimId, frames, colleague };
}

function join(server: RoomServer, claimId: string, person: Person, doc: Y.Doc): Wire {
  const wire = enter(server, claimId, person);
  wire.onFrame = (bytes) => {
    const frame = bytes[0] === 0 ? readFrame(bytes) : null;
    if (frame && "update" in frame) Y.applyUpdate(doc, frame.update);
  };
  wire.send(step1Frame(Y.encodeStateVector(doc)));
  wire.send(step2Frame(NOTHING));
  return wire;
}

/** Opens a socket. What came behind the server's answer to the upgrade is put back, to be read as frames. */
function enter(server: RoomServer, claimId: string, person: Person): Wire {
  const line = openLine(server, collabPath(claimId), person);
  const answer = line.read() as Buffer;
  line.unshift(answer.subarray(answer.indexOf("\r\n\r\n") + 4));
  return wireOn(line, Buffer.alloc(0));
}

/** One socket, opened and in sync, and damaged frames until it is closed or has had its share. */
function throwAt(server: RoomServer, { person, claimId }: Attacked, next: () => Uint8Array): void {
  const wire = enter(server, claimId, person);
  wire.send(step2Frame(NOTHING));
  for (let at = 0; at < PER_SOCKET; at++) wire.send(next());
  wire.send(new Uint8Array([255]));
}

const cardOf = ({ rooms }: RoomServer, claimId: string) => JSON.stringify(rooms.freeze(claimId).card);
const seenBy = ({ colleague }: Attacked) => JSON.stringify(readCard(colleague.doc));

function replayOf({ sqlite }: RoomServer, claimId: string): string {
  const doc = new Y.Doc();
  for (const bytes of sqlite.prepare("select bytes from updates where claim_id = ? order by seq").pluck().all(claimId))
    Y.applyUpdate(doc, bytes as Buffer);
  return JSON.stringify(readCard(doc));
}
