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

/** Comes when its time has come, so also between two answers. */
const SIGN_OF_LIFE = "65";

test("[RT155] the bytes in realtime.md are what an empty card and its client say", async () => {
  const desk = await startDesk({ beatMs: 20 });
  const claimId = addClaim(desk, desk.caseId, desk.ada);
  const { socket, frames } = await openRaw(cardUrl(desk.url, claimId), desk.ada);
  const told = () => frames.map(hex);
  const answers = () => told().filter((frame) => frame !== SIGN_OF_LIFE && frame !== "01 01 00");
  const expected: string[] = [];
  for (const { who, bytes } of example) {
    if (who === "client") socket.send(Buffer.from(bytes.replaceAll(" ", ""), "hex"));
    else if (bytes === SIGN_OF_LIFE) await until(() => told().includes(bytes), "a sign of life");
    else {
      expected.push(bytes);
      await until(() => answers().length >= expected.length, bytes);
    }
  }
  expect(answers()).toEqual(expected);
  expect(expected).toHaveLength(3);
  expect(desk.rooms.freeze(claimId).card.gaps).toBe("Hi");
});
