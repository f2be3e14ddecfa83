import * as Y from "yjs";
import { emptyCard } from "#domain/empty-card.ts";
import { type Part, rawUpdate, words } from "#server/collab/raw-update.fixture.ts";

const ROW = { behind: { client: 5, clock: 0 } };
const CHAIN = 2 ** 31;
const slices = (parts: readonly Part[], size: number) =>
  Array.from({ length: Math.ceil(parts.length / size) }, (_, at) => parts.slice(at * size, (at + 1) * size));

/**
 * Updates that cost little one after the other, and much in the order in which a card is opened: a row of letters; so many
 * between its first letter and each of the others, under a low client id; and a chain behind the first letter, under a high
 * one, in updates of `size` parts. At the opening the chain comes first, and each of the others steps over all of it.
 */
export function tangle(count: number, chain: number, size = 400): Uint8Array[] {
  const letter = (at: number) => ({ client: 5, clock: 1 + at });
  const knots = Array.from({ length: count }, (_, at) => words({ ...ROW, before: letter(at) }, "k"));
  const links = Array.from({ length: chain }, (_, at) =>
    words({ behind: at === 0 ? ROW.behind : { client: CHAIN, clock: at - 1 }, before: letter(at % 2) }, "m"),
  );
  const inSlices = (client: number, parts: readonly Part[]) =>
    slices(parts, size).map((slice, at) => rawUpdate({ client, clock: at * size, parts: slice }));
  const row = rawUpdate({ client: 5, parts: [words({ root: "gaps" }, `L${"r".repeat(count)}`)] });
  return [row, ...inSlices(1, knots), ...inSlices(CHAIN, links)];
}

/** How often Yjs looks a client up when the document is opened: for each part that it places or steps over. */
export function stepsToOpen(doc: Y.Doc): number {
  const copy = emptyCard();
  const counting = new Counting<number, (Y.Item | Y.GC)[]>();
  copy.store.clients = counting;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return counting.asked;
}

class Counting<Key, Value> extends Map<Key, Value> {
  asked = 0;

  override get(key: Key): Value | undefined {
    this.asked += 1;
    return super.get(key);
  }
}
