import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { histories, live } from "#server/collab/history.fixture.ts";
import { World } from "#server/collab/world.fixture.ts";

test("[RT111] late and doubled frames, broken connections, a killed server and changed roles leave one card for all", async () => {
  const world = await World.start();
  onTestFinished(() => world.end());
  const converge = fc.asyncProperty(histories, async (history) => {
    expect(await live(world, history)).toEqual([]);
  });
  await fc.assert(converge, { numRuns: 40, endOnFailure: true });
});
