import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { collabPath } from "#domain/protocol.ts";
import { cardUrl, openCard, openRaw, openSynced, until } from "#server/collab/browser.fixture.ts";
import { held } from "#server/collab/busy.fixture.ts";
import { type Desk, startDesk } from "#server/collab/desk.fixture.ts";
import { closeCodeOf, lineFrame, openLine } from "#server/collab/line.fixture.ts";

const FINAL = 0x80;
const BINARY = 0x02;
const COMPRESSED = 0x40;
const heartbeat = new Uint8Array([101]);

/** Half of what a browser says to open a card, or all of it but for the cookie. */
function upgradeOf(desk: Desk, part: "half" | "without a session"): string {
  const asked = `GET ${collabPath(desk.claimId)} HTTP/1.1\r\nHost: desk.test\r\nOrigin: http://desk.test\r\n`;
  const rest = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n";
  return part === "half" ? asked : `${asked}${rest}Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
}

async function knock(desk: Desk, part: Parameters<typeof upgradeOf>[1]) {
  const line = connect((desk.server.address() as AddressInfo).port, "127.0.0.1");
  line.on("error", () => {});
  onTestFinished(() => void line.destroy());
  await once(line, "connect");
  line.write(upgradeOf(desk, part));
  line.resume();
  return line;
}

describe("connections that only stand there", () => {
  test("[RT120] a thousand that are turned away and do not leave are cut after two seconds; nobody waits for them, nor for a thousand that stop half-way", async () => {
    const desk = await startDesk();
    const bo = openCard(desk.url, desk.claimId, desk.bo);
    await bo.synced();
    const before = held();
    const thousand = (part: Parameters<typeof knock>[1]) =>
      Promise.all(Array.from({ length: 1_000 }, () => knock(desk, part)));
    const [refused] = await Promise.all([thousand("without a session"), thousand("half")]);
    bo.doc.getText("gaps").insert(0, "meanwhile");
    await bo.saved();
    await until(() => refused.every((line) => line.closed), "all are cut");
    expect(desk.rooms.traffic()).toMatchObject({ cardSockets: 1, caseSockets: 0, rooms: 1 });
    expect(held() - before).toBeLessThan(64e6);
  });
});

describe("what is not there", () => {
  test("[RT121] misnamed, overlong and unknown cards get the same words, and none is opened", async () => {
    const desk = await startDesk();
    const names = ["nobody-knows", "..%2f..%2fetc", "__proto__", "constructor", "a/b", "%00", "x".repeat(10_000), ""];
    const answers = names.map(async (name) => (await openRaw(cardUrl(desk.url, name), desk.ada)).closed);
    expect(new Set((await Promise.all(answers)).map(({ code }) => code))).toEqual(new Set([4404]));
    expect((await (await openRaw(cardUrl(desk.url, "a/b"), null)).closed).code).toBe(4404);
    expect(desk.rooms.traffic()).toEqual({ cardSockets: 0, caseSockets: 0, rooms: 0, inMemory: 0, queued: 0 });
  });
});

describe("frames that no browser sends", () => {
  const send = async (...frames: readonly Buffer[]) => {
    const desk = await startDesk();
    const line = openLine(desk, collabPath(desk.claimId), desk.ada);
    for (const frame of frames) line.write(frame);
    return closeCodeOf(line);
  };
  const pieces = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      lineFrame((at === 0 ? BINARY : 0) | (at === count - 1 ? FINAL : 0), at === 0 ? heartbeat : new Uint8Array()),
    );
  const bad = lineFrame(FINAL | BINARY, new Uint8Array([42]));

  test("[RT122] a message in 64 pieces is read, one in 65 ends the connection", async () => {
    expect(await send(...pieces(64), bad)).toBe(4400);
    expect(await send(...pieces(65), bad)).toBe(1008);
  });

  test("[RT122] a message that drips in byte by byte ends the connection", async () => {
    const drops = Array.from({ length: 1_100 }, () => Buffer.from([0]));
    expect(await send(Buffer.from([FINAL | BINARY, 0x80 | 126, 8, 0, 0, 0, 0, 0]), ...drops)).toBe(1008);
  });

  test("[RT122] a compressed message ends the connection, whatever a browser offers", async () => {
    expect(await send(lineFrame(FINAL | COMPRESSED | BINARY, heartbeat), bad)).toBe(1002);
    const desk = await startDesk();
    const { socket } = await openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
    expect(socket.extensions).toBe("");
  });

  test.each([
    ["an update", [0, 2]],
    ["a Step2", [0, 1]],
    ["a kind in two bytes", [0, 0x82, 0]],
    ["a type in two bytes", [0x80, 0, 2]],
    ["a kind in eight bytes", [0, 0x82, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0]],
  ])("[RT123] a reader writes nothing, spelled as %s", async (_what, head) => {
    const desk = await startDesk();
    const raw = await openSynced(desk.url, desk.claimId, desk.vic);
    const before = Y.encodeStateVector(raw.doc);
    raw.doc.getText("gaps").insert(0, "graffiti");
    const update = Y.encodeStateAsUpdate(raw.doc, before);
    raw.socket.send(new Uint8Array([...head, update.length, ...update]));
    expect([4400, 4403]).toContain((await raw.closed).code);
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("");
    expect(desk.sqlite.prepare("select count(*) from updates").pluck().get()).toBe(1);
  });
});
