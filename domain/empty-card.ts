import * as Y from "yjs";
import { rootsOf } from "#domain/card-roots.ts";
import { nameTrueNeighbours } from "#domain/true-neighbours.ts";

/** Parts of a text that Yjs may step over to tidy formatting after one edit: some 20 ms. */
const MAX_STEPS = 1_000_000;
/** What so few deleted parts make it step over is not worth looking for. */
const FEW = 10;

/**
 * An empty card, in which every root already has its type. Every copy of a card that takes in edits of others begins as
 * this: after somebody else's edit Yjs looks around each deleted part of a formatted text for marks that now stand on no
 * words, and in a text of many short parts each look goes over all of them. Ten thousand parts and one deletion of
 * eighteen bytes took six seconds in every copy. Here such marks are left where they are; they show on nothing. And what is
 * put into a copy names its true neighbours.
 */
export function emptyCard(): Y.Doc {
  const doc = new Y.Doc();
  rootsOf(doc);
  doc.on("beforeObserverCalls", nameTrueNeighbours);
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    if (transaction._needFormattingCleanup && stepsToTidy(transaction) > MAX_STEPS)
      transaction._needFormattingCleanup = false;
  });
  return doc;
}

/** At most how many parts Yjs steps over to tidy what a transaction has left. */
function stepsToTidy(transaction: Y.Transaction): number {
  let steps = 0;
  for (const [text, parts] of deletedParts(transaction)) if (parts > FEW) steps += parts * longestGap(text);
  return steps;
}

/** How many parts the transaction deleted in each text that has, or had, formatting. */
function deletedParts({ doc, deleteSet }: Y.Transaction): Map<Y.Text, number> {
  const parts = new Map<Y.Text, number>();
  for (const [client, ranges] of deleteSet.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges)
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at];
        if (!struct || struct.id.clock >= clock + len) break;
        const text = struct instanceof Y.Item ? struct.parent : null;
        if (text instanceof Y.Text && text._hasFormatting) parts.set(text, (parts.get(text) ?? 0) + 1);
      }
  }
  return parts;
}

/** The largest number of parts in a row that show nothing. */
function longestGap(text: Y.Text): number {
  let longest = 0;
  let length = 0;
  for (let item = text._start; item; item = item.right) {
    length = item.deleted || !item.countable ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return longest;
}
