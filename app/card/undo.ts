import * as Y from "yjs";
import { type Place, placesOf, writersOf } from "#app/card/places.ts";
import { divideLikeCopies, livingRanges, mayGo, type Ranges, whatMayReturn } from "#app/card/step-items.ts";
import { rootsOf } from "#domain/card-roots.ts";

/** What came of one step back or forward: nothing when `done` is false, because of what `by` changed afterwards. */
export type UndoOutcome = { done: boolean; place: Place; by: string | null };

const ONE_STEP_MS = 500;
const PLACES = "places";

/** One history of my own changes over the whole card, fields and rationale alike. */
export class CardUndo {
  readonly manager: Y.UndoManager;
  #doc: Y.Doc;
  #nameOf: (clientId: number) => string | null;
  #last: Place[] = [];
  /** What the step that is being taken back has made. */
  #made: Ranges = Y.createDeleteSet();
  #changedBy = new Map<Place, string | null>();

  constructor(doc: Y.Doc, origin: unknown, nameOf: (clientId: number) => string | null) {
    this.#doc = doc;
    this.#nameOf = nameOf;
    this.manager = new Y.UndoManager(
      rootsOf(doc).map((root) => root.type),
      {
        trackedOrigins: new Set([origin]),
        captureTimeout: ONE_STEP_MS,
        captureTransaction: this.#watch,
        deleteFilter: (item) => mayGo(item, this.#made),
      },
    );
    this.manager.on("stack-item-added", this.#note);
    this.manager.on("stack-item-updated", this.#note);
    doc.on("afterTransaction", this.#seeOthers);
  }

  /** What comes next is a step of its own. */
  split(): void {
    this.manager.stopCapturing();
  }

  undo(): UndoOutcome | null {
    return this.#step(this.manager.undoStack, () => this.manager.undo());
  }

  redo(): UndoOutcome | null {
    return this.#step(this.manager.redoStack, () => this.manager.redo());
  }

  destroy(): void {
    this.#doc.off("afterTransaction", this.#seeOthers);
    this.manager.destroy();
  }

  /**
   * Takes exactly one step. Yjs would go on to older steps when the newest one has no effect any more; a person who
   * presses Ctrl+Z means the newest, so the older ones are put aside meanwhile.
   */
  #step(stack: Y.UndoManager["undoStack"], take: () => unknown): UndoOutcome | null {
    const newest = stack.at(-1);
    if (!newest) return null;
    const older = stack.splice(0, stack.length - 1);
    this.#made = livingRanges(this.#doc, newest.insertions);
    newest.insertions = this.#made;
    newest.deletions = whatMayReturn(this.#doc, newest.deletions, this.#made);
    this.#doc.transact((transaction) => divideLikeCopies(transaction, newest.deletions));
    const done = take() !== null;
    stack.unshift(...older);
    this.split();
    const places = (newest.meta.get(PLACES) as Place[] | undefined) ?? [];
    const by = places.map((place) => this.#changedBy.get(place)).find((name) => name !== undefined) ?? null;
    return { done, place: places[0] ?? "", by };
  }

  /** Sees every transaction before it is recorded: a change at another place starts a new step. */
  #watch = (transaction: Y.Transaction): boolean => {
    if (!transaction.local) return true;
    const places = placesOf(this.#doc, transaction);
    if (places.length === 0) return true;
    if (places.join() !== this.#last.join()) this.manager?.stopCapturing();
    this.#last = places;
    return transaction.meta.get("addToHistory") !== false;
  };

  #note = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }): void => {
    const known = (stackItem.meta.get(PLACES) as Place[] | undefined) ?? [];
    stackItem.meta.set(PLACES, [...new Set([...known, ...this.#last])]);
    for (const place of this.#last) this.#changedBy.delete(place);
  };

  #seeOthers = (transaction: Y.Transaction): void => {
    if (transaction.local) return;
    const writers = writersOf(this.#doc, transaction);
    for (const place of placesOf(this.#doc, transaction)) {
      const names = [...(writers.get(place) ?? [])].map((id) => this.#nameOf(id));
      this.#changedBy.set(place, names.find((one) => one !== null) ?? null);
    }
  };
}
