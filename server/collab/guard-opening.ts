import type * as Y from "yjs";
import { partsOf } from "#server/collab/fullness.ts";
import { openInTime, timed } from "#server/collab/guard-cost.ts";
import { tangledParts } from "#server/collab/guard-tangle.ts";

/** Steps over other parts that a card may take more when it is opened, before that is tried: up to a second of a slow machine. */
const STEPS = 2_000_000;

/**
 * What is known of a document: how many of its parts are tangled at most, and how many came in since it was last tried. Parts
 * that went meanwhile count for nothing: others may have come for them.
 */
type Known = { tangled: number; grown: number };

/**
 * Sees to it that no card takes long to open. What edits cost one after the other says nothing about that, because at the
 * opening Yjs goes by client ids. The parts of a card times those that are tangled bound it, and are cheap to keep; a card
 * with many of both is put together on a copy, against the clock, each time that it may have become slower by `STEPS`.
 */
export function createOpening(limitMs: number) {
  const known = new WeakMap<Y.Doc, Known>();

  /**
   * Throws a refusal when the card would take longer than it may with this update, which adds so many parts and tangles so
   * many. Tells `spent` like `openInTime`.
   */
  function check(
    doc: Y.Doc,
    update: Uint8Array,
    adds: { parts: number; tangled: number },
    spent: (ms: number) => void,
  ) {
    const before = partsOf(doc);
    const after = before + adds.parts;
    const state = known.get(doc) ?? { tangled: after, grown: before };
    known.set(doc, state);
    state.tangled = Math.min(after, state.tangled + adds.tangled);
    state.grown += adds.parts;
    const isQuick = () => state.tangled * state.grown < STEPS;
    if (isQuick()) return;
    timed(spent, () => {
      state.tangled = Math.min(after, tangledParts(doc) + adds.tangled);
    });
    if (isQuick()) return;
    openInTime(doc, update, limitMs, spent);
    state.grown = 0;
  }

  return { check };
}
