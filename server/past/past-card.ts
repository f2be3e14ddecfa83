import * as Y from "yjs";
import type { logPage } from "#db/queries/versions.ts";
import { emptyCard } from "#domain/empty-card.ts";

type Row = ReturnType<typeof logPage>[number];

/** Up to which clock a client's words came with the rows up to one place of the log. */
type Run = { until: number; place: number };

/** A card that is replayed from its log, forwards; it also knows which row brought which word. */
export class PastCard {
  readonly doc = emptyCard();
  /** How many rows were replayed, and the number of the last one. */
  place = 0;
  seq = 0;
  readonly #runs = new Map<number, Run[]>();

  /** Replays the next rows in their order, at least one, and as many as there is time for; all of them without a limit. */
  apply(rows: readonly Row[], milliseconds = Number.POSITIVE_INFINITY): void {
    const end = performance.now() + milliseconds;
    this.doc.transact(() => {
      for (const { seq, bytes } of rows) {
        Y.applyUpdate(this.doc, bytes);
        this.place += 1;
        this.seq = seq;
        this.#note(bytes);
        if (performance.now() >= end) break;
      }
    });
  }

  /** The place of the row that brought what a client wrote at a clock, and the clock up to which that row goes. */
  broughtBy(client: number, clock: number): Run {
    const runs = this.#runs.get(client) ?? [];
    let [low, high] = [0, runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle]?.until ?? 0) > clock) high = middle;
      else low = middle + 1;
    }
    const run = runs[low];
    if (!run) throw new Error("A word of the card is in no row of its log.");
    return run;
  }

  #note(bytes: Uint8Array): void {
    for (const [client, until] of Y.parseUpdateMeta(bytes).to) {
      const runs = this.#runs.get(client);
      if (!runs) this.#runs.set(client, [{ until, place: this.place }]);
      else if (until > (runs.at(-1)?.until ?? 0)) runs.push({ until, place: this.place });
    }
  }
}
