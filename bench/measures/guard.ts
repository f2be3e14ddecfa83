import * as Y from "yjs";
import { emptyCard } from "#domain/empty-card.ts";
import { checkUpdate } from "#server/collab/guard.ts";
import { makeEdits } from "../load/edits.ts";
import { median, type Verdict } from "../results.ts";

const anybody = { memberId: "ada", ownerOf: () => "ada" };

const ROUNDS = 3;

/** What the guard adds to a keystroke, beside what Yjs needs to apply it: medians, as the first round compiles either. */
export function guardCost(): Verdict[] {
  const { updates } = makeEdits(9, 20_000, { plain: true });
  const perEdit = (work: (doc: Y.Doc, update: Uint8Array) => void) => {
    const doc = emptyCard();
    const start = performance.now();
    for (const update of updates) {
      work(doc, update);
      Y.applyUpdate(doc, update);
    }
    return ((performance.now() - start) * 1_000) / updates.length;
  };
  const rounds = Array.from({ length: ROUNDS }, () => {
    const without = perEdit(() => {});
    return { without, guard: perEdit((doc, update) => void checkUpdate(doc, update, anybody)) - without };
  });
  const [without, guard] = [median(rounds.map((one) => one.without)), median(rounds.map((one) => one.guard))];
  const figure = `${guard.toFixed(1)} µs beside ${without.toFixed(1)} µs`;
  return [{ promise: "The guard costs less than applying the keystroke does", figure, held: guard < without }];
}
