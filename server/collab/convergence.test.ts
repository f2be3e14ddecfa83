import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { type History, histories, live, type Step } from "#server/collab/history.fixture.ts";
import { World } from "#server/collab/world.fixture.ts";

const step = (who: number, act: Step["act"], turns = 0): Step => ({
  ...{ who, act, turns },
  ...{ at: 0, length: 1, words: "a", id: "a" },
});

/** What waits on a line is answered while it is let go: the answer must not overtake it, as it cannot on TCP. */
const ANSWERED_WHILE_LET_GO: History = {
  seats: 4,
  steps: [
    step(0, "holdUp"),
    step(3, "kill"),
    step(1, "pause", 2),
    step(0, "mode"),
    step(0, "letGo", 1),
    step(1, "kill"),
  ],
};

test("[RT111] late and doubled frames, broken connections, a killed server and changed roles leave one card for all", async () => {
  const world = await World.start();
  onTestFinished(() => world.end());
  const converge = fc.asyncProperty(histories, async (history) => {
    expect(await live(world, history)).toEqual([]);
  });
  await fc.assert(converge, { examples: [[ANSWERED_WHILE_LET_GO]], numRuns: 40, endOnFailure: true });
});
