import * as Y from "yjs";
import { readPart } from "#domain/card.ts";
import { emptyCard } from "#domain/empty-card.ts";
import { checkNeighbours } from "#server/collab/guard-neighbours.ts";
import { badUpdate, cardSlow, entangled, Refusal, resync } from "#server/collab/refusal.ts";

/** Processor time that one update which adds parts may take, in milliseconds; most of it goes to finding their places. */
const MAX_TRIAL_MS = 300;

/**
 * Puts an update into a copy of the document, against the clock unless it only deletes: that takes as long as there is to
 * delete, and is never refused. Throws a refusal when Yjs cannot take all of it, or not soon enough. Tells `spent` how many
 * milliseconds of processor time it took, also when it refuses.
 */
export function tryOnCopy(doc: Y.Doc, update: Uint8Array, spent: (ms: number) => void): void {
  onCopy(spent, (copy) => {
    // What was deleted in the same turn is still there in the document, and something may be put beside it.
    copy.gc = false;
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const before = Y.decodeStateVector(Y.encodeStateVector(copy));
    if (Y.decodeUpdate(update).structs.length > 0) hurry(copy, MAX_TRIAL_MS, entangled);
    Y.applyUpdate(copy, update);
    const { pendingStructs, pendingDs } = copy.store;
    if (pendingStructs || pendingDs) throw resync("Something that this edit builds on is missing here.");
    checkNeighbours(copy, before);
  });
}

/**
 * Puts the document and an update together as whoever opens the card afterwards does, against the clock. Throws a refusal
 * when that takes longer than `limitMs` of processor time; tells `spent` like `tryOnCopy`.
 */
export function openInTime(doc: Y.Doc, update: Uint8Array, limitMs: number, spent: (ms: number) => void): void {
  onCopy(spent, (copy) => {
    const whole = Y.mergeUpdates([Y.encodeStateAsUpdate(doc), update]);
    hurry(copy, limitMs, cardSlow);
    Y.applyUpdate(copy, whole);
  });
}

function onCopy(spent: (ms: number) => void, work: (copy: Y.Doc) => void): void {
  const copy = emptyCard();
  try {
    timed(spent, () => work(copy));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw badUpdate("The update cannot be applied.");
  } finally {
    copy.destroy();
  }
}

/** Tells `spent` how many milliseconds of processor time the work took, also when it throws. */
export function timed(spent: (ms: number) => void, work: () => void): void {
  const start = busyMs();
  try {
    work();
  } finally {
    spent(busyMs() - start);
  }
}

/** Whether a copy's rationale reads differently with the update, formatting included; tells `spent` like `tryOnCopy`. */
export function changesRationale(doc: Y.Doc, update: Uint8Array, spent: (ms: number) => void): boolean {
  const start = busyMs();
  const copy = emptyCard();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = rationaleIn(copy);
  Y.applyUpdate(copy, update);
  const after = rationaleIn(copy);
  copy.destroy();
  spent(busyMs() - start);
  return before !== after;
}

const rationaleIn = (doc: Y.Doc) => JSON.stringify(readPart(doc, "rationale"));

/** Time in which this thread worked: a machine that is busy with other things makes no update suspicious. */
function busyMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** From now on Yjs has so many milliseconds for this document; then whatever it does there throws. */
function hurry(doc: Y.Doc, ms: number, late: () => Refusal): void {
  doc.store.clients = new Hurried(doc.store.clients, busyMs() + ms, late);
}

/** How often Yjs may look a client up before the clock is looked at. */
const LOOK_EVERY = 64;

/** Yjs looks up a client for each part that it places, and for nearly each that it steps over, so it is stopped there. */
class Hurried<Key, Value> extends Map<Key, Value> {
  #looked = 0;
  readonly #end: number;
  readonly #late: () => Refusal;

  constructor(entries: Iterable<[Key, Value]>, end: number, late: () => Refusal) {
    super(entries);
    this.#end = end;
    this.#late = late;
  }

  override get(key: Key): Value | undefined {
    if (++this.#looked % LOOK_EVERY === 0 && busyMs() > this.#end) throw this.#late();
    return super.get(key);
  }
}
