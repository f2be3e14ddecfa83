import * as Y from "yjs";
import { emptyCard } from "#domain/empty-card.ts";
import { type Id, type Part, rawUpdate, words } from "#server/collab/raw-update.fixture.ts";

const [LOW, HIGH, HIGHEST] = [1, 5, 2 ** 31];
const [START, END, FIRST] = [0, 1, 2].map((clock) => ({ client: LOW, clock })) as [Id, Id, Id];
const slices = (parts: readonly Part[], size: number) =>
  Array.from({ length: Math.ceil(parts.length / size) }, (_, at) => parts.slice(at * size, (at + 1) * size));

/**
 * Updates that cost little one after the other, and much in the order in which a card is opened, although each names
 * neighbours that somebody can have seen: between the first letter of a row and its last one, so many letters in place of
 * the one that stands there, and then a chain behind that one, under a higher client id, in updates of `size` parts. At the
 * opening the chain comes first, and each of the others steps over all of it. Between the links the same hand writes
 * elsewhere, else they were one part.
 */
export function tangle(count: number, chain: number, size = 400): Uint8Array[] {
  const knots = Array<Part>(count).fill(words({ behind: START, before: END }, "k"));
  const link = (at: number) => ({ client: HIGHEST, clock: at * 2 });
  const links = Array.from({ length: chain }, (_, at) => [
    words({ behind: at === 0 ? FIRST : link(at - 1), before: END }, "m"),
    words(at === 0 ? { root: "verdict" } : { behind: { client: HIGHEST, clock: at * 2 - 1 } }, "v"),
  ]).flat();
  const inSlices = (client: number, parts: readonly Part[]) =>
    slices(parts, size).map((slice, at) => rawUpdate({ client, clock: at * size, parts: slice }));
  const row = [words({ root: "gaps" }, "se"), words({ behind: START, before: END }, "f")];
  return [rawUpdate({ client: LOW, parts: row }), ...inSlices(HIGH, knots), ...inSlices(HIGHEST, links)];
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
