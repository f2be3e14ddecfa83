import * as Y from "yjs";
import { readPart } from "#domain/card.ts";
import { emptyCard } from "#domain/empty-card.ts";
import type { Inline } from "#domain/rationale.ts";
import type { Struct } from "#server/collab/guard-places.ts";
import { badUpdate, entangled, Refusal, resync } from "#server/collab/refusal.ts";

/** Processor time that the parts of one update may take to find their places, in milliseconds. */
const MAX_TRIAL_MS = 300;

/**
 * Puts the parts of an update into a copy of the document, one after the other and against the clock, and then what it
 * deletes. Throws a refusal when Yjs cannot take all of it, or not soon enough. Tells `spent` how many milliseconds of
 * processor time it took, also when it refuses.
 */
export function tryOnCopy(doc: Y.Doc, update: Uint8Array, spent: (ms: number) => void): void {
  const start = busyMs();
  const copy = emptyCard();
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    integrateInTime(copy, Y.decodeUpdate(update).structs);
    Y.applyUpdate(copy, update);
    const { pendingStructs, pendingDs } = copy.store;
    if (pendingStructs || pendingDs) throw resync("Something that this edit builds on is missing here.");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw badUpdate("The update cannot be applied.");
  } finally {
    copy.destroy();
    spent(busyMs() - start);
  }
}

/** Whether a copy's rationale reads differently with the update, formatting included; tells `spent` like `tryOnCopy`. */
export function changesRationale(doc: Y.Doc, update: Uint8Array, spent: (ms: number) => void): boolean {
  const start = busyMs();
  const copy = emptyCard();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = withoutSeams(copy);
  Y.applyUpdate(copy, update);
  const after = withoutSeams(copy);
  copy.destroy();
  spent(busyMs() - start);
  return before !== after;
}

/** The rationale without the seams that formatting leaves between letters that look alike. */
const withoutSeams = (doc: Y.Doc) =>
  JSON.stringify(readPart(doc, "rationale"), (_key, value: unknown) => (Array.isArray(value) ? joined(value) : value));

function joined(list: readonly unknown[]): unknown[] {
  const runs: unknown[] = [];
  for (const one of list) {
    const last = runs.at(-1);
    if (isText(one) && isText(last) && looksLike(one, last))
      runs[runs.length - 1] = { ...last, text: last.text + one.text };
    else runs.push(one);
  }
  return runs;
}

type Text = Extract<Inline, { type: "text" }>;
const isText = (one: unknown): one is Text =>
  typeof one === "object" && one !== null && "type" in one && one.type === "text";
const looksLike = (one: Text, other: Text) =>
  one.bold === other.bold && one.italic === other.italic && one.href === other.href;

/** Time in which this thread worked: a machine that is busy with other things makes no update suspicious. */
function busyMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Parts of several clients wait for each other, so they are gone through until none is left or none gets further. */
function integrateInTime(copy: Y.Doc, structs: readonly Struct[]): void {
  const end = busyMs() + MAX_TRIAL_MS;
  const waits = (struct: Struct, transaction: Y.Transaction): boolean => {
    if (busyMs() > end) throw entangled();
    const { client, clock } = struct.id;
    const known = Y.getState(copy.store, client);
    if (clock + struct.length <= known || struct instanceof Y.Skip) return false;
    // Read apart from a document, a part names its root; Yjs wants the root itself.
    if (struct instanceof Y.Item && typeof struct.parent === "string") struct.parent = copy.get(struct.parent);
    if (clock > known || struct.getMissing(transaction, copy.store) !== null) return true;
    struct.integrate(transaction, known - clock);
    return false;
  };
  copy.transact((transaction) => {
    let left = structs;
    for (let before = -1; left.length > 0 && left.length !== before; ) {
      before = left.length;
      left = left.filter((struct) => waits(struct, transaction));
    }
  });
}
