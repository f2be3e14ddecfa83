import { expect, test } from "vitest";
import { canMakeFaults } from "#server/collab/faulty-server.fixture.ts";
import { cutPower, recordTyping } from "#server/collab/power-cut.fixture.ts";

const STATES = 250;

test("[RT100] a power cut at any moment loses nothing that somebody was told, and leaves a whole file", async () => {
  if (!canMakeFaults()) return;
  const recording = await recordTyping(200);
  const seed = Math.floor(Math.random() * 2 ** 31);
  const kept = cutPower(recording, STATES, seed, "kept");
  expect({ seed, ...kept }).toEqual({ seed, states: STATES, corrupt: 0, acknowledged: 0, seen: 0 });
  const lying = cutPower(recording, 20, seed, "lied about");
  expect(lying.acknowledged + lying.corrupt, `a disk that lies is found out, seed ${seed}`).toBeGreaterThan(0);
});
