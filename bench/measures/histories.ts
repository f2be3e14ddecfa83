import fc from "fast-check";
import { CardUndo } from "#app/card/undo.ts";
import { type History, histories, live } from "#server/collab/history.fixture.ts";
import { World } from "#server/collab/world.fixture.ts";
import type { Verdict } from "../results.ts";

/** A new file now and then, so that the tables stay as small as a desk's. */
const PER_WORLD = 250;

/** Many histories of a card on the real room server, each with its faults, and what came of them. */
export async function manyHistories(count: number, seed = Math.floor(Math.random() * 2 ** 31)): Promise<Verdict[]> {
  const all = fc.sample(histories, { numRuns: count, seed });
  const wrong: { at: number; what: string }[] = [];
  const start = performance.now();
  for (let from = 0; from < all.length; from += PER_WORLD) {
    const world = await World.start();
    for (const [at, history] of all.slice(from, from + PER_WORLD).entries())
      for (const what of await live(world, history, (doc, origin) => new CardUndo(doc, origin, () => null)))
        wrong.push({ at: from + at, what });
    await world.end();
  }
  const [first] = wrong;
  if (first) console.log(`History ${first.at} of seed ${seed}: ${first.what}\n${JSON.stringify(all[first.at])}`);
  const each = (performance.now() - start) / count;
  const none = (promise: string, found: (what: string) => boolean): Verdict => {
    const times = new Set(wrong.filter(({ what }) => found(what)).map(({ at }) => at)).size;
    return { promise, figure: `${times}`, held: times === 0 };
  };
  return [
    {
      promise: `${count.toLocaleString("en")} histories of 3 to 5 clients, seed ${seed}`,
      figure: `${actsOf(all).toLocaleString("en")} acts, ${killsOf(all).toLocaleString("en")} kills, ${each.toFixed(1)} ms each`,
      held: true,
    },
    none("… after which not everybody, the log and the tables had the same card", (what) => / has\n/.test(what)),
    none("… in which something acknowledged, or seen by a colleague, was lost", (what) => /lost|lacks/.test(what)),
    none("… in which an edit was never acknowledged", (what) => /never/.test(what)),
    none("… in which somebody who may edit was closed for good", (what) => /for good/.test(what)),
  ];
}

const actsOf = (all: readonly History[]) => all.reduce((sum, { steps }) => sum + steps.length, 0);
const killsOf = (all: readonly History[]) =>
  all.reduce((sum, { steps }) => sum + steps.filter(({ act }) => act === "kill").length, 0);
