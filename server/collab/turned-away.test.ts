import { get } from "node:http";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { updateRole } from "#db/queries/people.ts";
import { CLOSE, collabPath } from "#domain/protocol.ts";
import { cardUrl, liveUrl, openRaw, openSynced, syncFrame, until } from "#server/collab/browser.fixture.ts";
import { type Desk, startDesk } from "#server/collab/desk.fixture.ts";
import { closeCodeOf, lineFrame, openLine } from "#server/collab/line.fixture.ts";
import { noMeter } from "#server/collab/meter.ts";
import { rawUpdate, words } from "#server/collab/raw-update.fixture.ts";
import { REFUSALS, type RefusalKind } from "#server/collab/refusal.ts";
import type { RoomServerOptions } from "#server/collab/room-server.fixture.ts";
import { tangle } from "#server/collab/tangle.fixture.ts";
import { createLog } from "#server/log.ts";

type Line = Record<string, unknown>;
type Provocation = {
  options?: RoomServerOptions;
  provoke: (desk: Desk) => unknown;
  /** What the line says beside the kind, and who it was on which card unless it says so itself. */
  told: (desk: Desk) => Line;
};

const ada = ({ ada, caseId, claimId }: Desk) => ({ memberId: ada.id, caseId, claimId });
const vic = ({ vic, caseId, claimId }: Desk) => ({ memberId: vic.id, caseId, claimId });
const nobody = ({ claimId }: Desk) => ({ path: collabPath(claimId) });
const SECRET = "?token=secret";

async function open(desk: Desk, person = desk.ada) {
  const raw = await openRaw(cardUrl(desk.url, desk.claimId), person);
  await until(() => raw.frames.length > 0, "open");
  return raw;
}

/** Shakes hands and sends the update that comes of writing secret words. */
async function write(desk: Desk, edit: (doc: Y.Doc) => unknown, person = desk.ada) {
  const { socket, doc } = await openSynced(desk.url, desk.claimId, person);
  const before = Y.encodeStateVector(doc);
  edit(doc);
  socket.send(syncFrame(2, Y.encodeStateAsUpdate(doc, before)));
}

const type = (doc: Y.Doc) => doc.getText("gaps").insert(0, "secret words");

function upgrade(desk: Desk, path: string) {
  const headers = { connection: "Upgrade", upgrade: "websocket", cookie: desk.ada.cookie };
  const asked = get(`${desk.url.replace("ws:", "http:")}${path}${SECRET}`, { headers });
  asked.on("error", () => {});
  asked.on("response", (answer) => answer.resume());
}

async function sendAs(desk: Desk, message: string | Uint8Array) {
  const { socket } = await open(desk);
  socket.send(message);
}

const PROVOCATIONS: Record<Exclude<RefusalKind, "too_costly">, Provocation> = {
  not_found: { provoke: (desk) => upgrade(desk, "/hot"), told: () => ({ code: 404, path: "/hot" }) },
  bad_upgrade: {
    provoke: (desk) => upgrade(desk, collabPath(desk.claimId)),
    told: (desk) => ({ code: 400, ...nobody(desk) }),
  },
  origin: {
    provoke: (desk) => openRaw(cardUrl(desk.url, desk.claimId, SECRET), desk.ada, "https://evil.test"),
    told: (desk) => ({ code: 4403, ...nobody(desk) }),
  },
  signed_out: {
    provoke: (desk) => openRaw(cardUrl(desk.url, desk.claimId, SECRET), { cookie: "session=secret" }),
    told: (desk) => ({ code: 4401, ...nobody(desk) }),
  },
  old_page: {
    provoke: (desk) => openRaw(cardUrl(desk.url, desk.claimId, "?layout=0"), desk.ada),
    told: (desk) => ({ code: 4426, ...nobody(desk) }),
  },
  other_member: {
    provoke: (desk) => openRaw(cardUrl(desk.url, desk.claimId, `?member=${desk.bo.id}`), desk.ada),
    told: (desk) => ({ code: 4409, ...nobody(desk) }),
  },
  too_many_sockets: {
    options: { limits: { socketsPerMember: 0 } },
    provoke: (desk) => openRaw(cardUrl(desk.url, desk.claimId), desk.ada),
    told: ({ ada, claimId }) => ({ code: 4529, memberId: ada.id, claimId }),
  },
  bad_message: {
    provoke: async (desk) => {
      const live = await openRaw(liveUrl(desk.url, desk.caseId), desk.ada);
      live.socket.send("secret words");
    },
    told: (desk) => ({ code: 4400, ...ada(desk), claimId: null }),
  },
  bad_frame: {
    provoke: async (desk) => {
      const line = openLine(desk, collabPath(desk.claimId), desk.ada);
      line.write(lineFrame(0xc2, new Uint8Array([101])));
      await closeCodeOf(line);
    },
    told: (desk) => ({ code: 1002, ...ada(desk) }),
  },
  too_large: {
    options: { limits: { message: 100 } },
    provoke: (desk) => sendAs(desk, new Uint8Array(101)),
    told: (desk) => ({ code: 1009, ...ada(desk) }),
  },
  bad_update: {
    provoke: async (desk) => {
      const { socket } = await openSynced(desk.url, desk.claimId, desk.ada);
      socket.send(syncFrame(2, new Uint8Array([9, 9, 9])));
    },
    told: (desk) => ({ code: 4400, ...ada(desk) }),
  },
  layout: {
    provoke: (desk) => write(desk, (doc) => doc.getMap("secret").set("words", 1)),
    told: (desk) => ({ code: 4400, ...ada(desk) }),
  },
  foreign_client: {
    provoke: async (desk) => {
      const { socket, doc } = await openSynced(desk.url, desk.claimId, desk.bo);
      type(doc);
      socket.send(syncFrame(2, Y.encodeStateAsUpdate(doc)));
      await until(() => desk.rooms.freeze(desk.claimId).card.gaps !== "", "Bo has written");
      await write(desk, (copy) => {
        copy.clientID = doc.clientID;
        type(copy);
      });
    },
    told: (desk) => ({ code: 4409, ...ada(desk) }),
  },
  gap: {
    provoke: async (desk) => {
      const { socket } = await openSynced(desk.url, desk.claimId, desk.ada);
      socket.send(syncFrame(2, rawUpdate({ client: 9, clock: 5, parts: [words({ root: "gaps" }, "secret words")] })));
    },
    told: (desk) => ({ code: 4509, ...ada(desk) }),
  },
  reader: { provoke: (desk) => write(desk, type, desk.vic), told: (desk) => ({ code: 4403, ...vic(desk) }) },
  card_full: {
    options: { limits: { document: 10 } },
    provoke: (desk) => write(desk, type),
    told: (desk) => ({ code: 4403, ...ada(desk) }),
  },
  card_slow: {
    options: { limits: { opening: 0, messagesPerSecond: 1_000_000 } },
    provoke: async (desk) => {
      const { socket } = await openSynced(desk.url, desk.claimId, desk.ada);
      for (const update of tangle(1_000, 1_000)) socket.send(syncFrame(2, update));
    },
    told: (desk) => ({ code: 4403, ...ada(desk) }),
  },
  flood: {
    options: { limits: { messagesPerSecond: 1.3 } },
    provoke: (desk) => write(desk, type),
    told: (desk) => ({ code: 4529, ...ada(desk) }),
  },
  slow_reader: {
    options: { limits: { socketBuffer: 1 } },
    provoke: (desk) => expect(openRaw(cardUrl(desk.url, desk.claimId), desk.ada)).rejects.toThrow("hang up"),
    told: (desk) => ({ code: null, ...ada(desk) }),
  },
  silent: {
    options: { beatMs: 5 },
    provoke: async (desk) => {
      const { socket } = await open(desk);
      socket.pause();
      await until(() => {
        desk.clock.ahead += 46_000;
        return desk.rooms.traffic().cardSockets === 0;
      }, "cut off");
    },
    told: (desk) => ({ code: null, ...ada(desk) }),
  },
  not_allowed: {
    provoke: async (desk) => {
      await open(desk);
      desk.rooms.closeWhere(() => true, CLOSE.notAllowed, "You may not edit this card any more.");
    },
    told: (desk) => ({ code: 4403, ...ada(desk) }),
  },
  promoted: {
    options: { beatMs: 5 },
    provoke: async (desk) => {
      await open(desk, desk.vic);
      updateRole(desk.db, desk.vic.id, "analyst");
      desk.clock.ahead = 16_000;
    },
    told: (desk) => ({ code: 4509, ...vic(desk) }),
  },
  set_aside: {
    provoke: (desk) => {
      desk.sqlite.prepare("insert into quarantines (claim_id, reason, at) values (?, '', 0)").run(desk.claimId);
      return openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
    },
    told: ({ ada, claimId }) => ({ code: 4423, memberId: ada.id, claimId }),
  },
  storage: {
    provoke: async (desk) => {
      await open(desk);
      desk.sqlite.pragma("query_only = ON");
      await write(desk, type, desk.bo);
      await until(() => desk.rooms.traffic().cardSockets === 0, "both are sent away");
      desk.sqlite.pragma("query_only = OFF");
    },
    told: (desk) => ({ code: 4503, ...ada(desk) }),
  },
  fault: {
    options: { access: () => expect.unreachable() },
    provoke: (desk) => openRaw(cardUrl(desk.url, desk.claimId), desk.ada),
    told: ({ ada, claimId }) => ({ code: 4503, memberId: ada.id, claimId }),
  },
  restarting: {
    provoke: async (desk) => {
      await open(desk);
      desk.rooms.closeWhere(() => true, CLOSE.restarting, "The server is restarting.");
    },
    told: (desk) => ({ code: 1012, ...ada(desk) }),
  },
};

test.each(Object.keys(PROVOCATIONS) as (keyof typeof PROVOCATIONS)[])(
  "[RT152] a socket that is refused leaves one line that says who, where and why, and nothing secret: %s",
  async (kind) => {
    const { options, provoke, told } = PROVOCATIONS[kind];
    const lines: Line[] = [];
    const log = createLog("info", { write: (line) => void lines.push(JSON.parse(line)) });
    const counted: [number | null, RefusalKind][] = [];
    const meter = {
      ...noMeter,
      refuse: (code: number | null, kind: RefusalKind) => void counted.push([code, kind]),
    };
    const desk = await startDesk({ ...options, log, meter });
    await provoke(desk);
    const mine = told(desk);
    const isMine = (line: Line) => line.msg === "socket refused" && line.kind === kind;
    await until(() => lines.some(isMine), "a line is written");
    await desk.rooms.shutdown();
    const level = REFUSALS[kind] === "warn" ? 40 : 30;
    const line = { level, time: expect.any(Number), msg: "socket refused", kind, reason: expect.stringMatching(/\w/) };
    const written = lines.filter((one) => isMine(one) && one.memberId !== desk.bo.id);
    expect(written).toEqual([{ ...line, ...mine }]);
    expect(counted).toContainEqual([mine.code, kind]);
    expect(JSON.stringify(lines)).not.toMatch(/secret|session=|A claim/);
  },
);
