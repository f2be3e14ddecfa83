import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cardUrl, openRaw, until } from "#server/collab/browser.fixture.ts";
import { startDesk } from "#server/collab/desk.fixture.ts";
import { addClaim } from "#server/collab/room-server.fixture.ts";

const text = readFileSync(new URL("../../docs/realtime.md", import.meta.url), "utf8");
const example = [...text.matchAll(/^(server|client) {2}((?:[0-9a-f]{2} )+)/gm)].map(([, who, bytes = ""]) => ({
  who,
  bytes: bytes.trim(),
}));
const hex = (frame: Uint8Array) =>
  Buffer.from(frame)
    .toString("hex")
    .replace(/..(?=.)/g, "$& ");

test("[RT155] the bytes in realtime.md are what an empty card and its client say", async () => {
  const desk = await startDesk({ beatMs: 20 });
  const claimId = addClaim(desk, desk.caseId, desk.ada);
  const { socket, frames } = await openRaw(cardUrl(desk.url, claimId), desk.ada);
  const told = () => frames.map(hex).filter((frame) => frame !== "01 01 00");
  const said: string[] = [];
  for (const { who, bytes } of example) {
    if (who === "client") {
      socket.send(Buffer.from(bytes.replaceAll(" ", ""), "hex"));
      continue;
    }
    said.push(bytes);
    await until(() => told().length >= said.length, bytes);
  }
  expect(told().slice(0, said.length)).toEqual(said);
  expect(said).toHaveLength(4);
  expect(desk.rooms.freeze(claimId).card.gaps).toBe("Hi");
});
