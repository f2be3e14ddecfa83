import * as Y from "yjs";
import { rationaleRoot } from "#domain/card-roots.ts";
import type { Checkpoint } from "#server/collab/checkpoint-seal.ts";
import type { Material } from "#server/collab/material.ts";
import type { Opened } from "#server/collab/replay.ts";

/** What is known of a document that is not in memory: how far each client id got. */
type AtRest = { vector: Uint8Array; clocks: Map<number, number> };

/**
 * The document of an open card. It is in memory while somebody edits; an open card that nobody edits is at rest: it takes
 * no more than its state vector, and comes back when it is needed.
 */
export class RoomDocument {
  readonly #load: () => Opened;
  #loaded: Opened | null = null;
  #atRest: AtRest | null = null;
  #usedAt = performance.now();
  #whole: Uint8Array | null = null;
  /** What the document emitted while one edit was applied: the edit itself, then what Yjs tidied because of it. */
  emitted: Uint8Array[] = [];
  /** Whether the rationale is known to hold no broken node. */
  isMended = false;

  /** Begins with what was loaded, or at rest with the checkpoint that is all there is. `load` throws for a broken card. */
  constructor(first: Opened | Checkpoint | null, load: () => Opened) {
    this.#load = load;
    if (first && "vector" in first) {
      this.#atRest = restAt(first.vector);
      this.#whole = first.state;
    }
    if (first && "doc" in first) this.#keep(first);
  }

  /** Brings the document into memory. Throws what `load` throws. */
  wake(): void {
    this.#wake();
  }

  get doc(): Y.Doc {
    this.#usedAt = performance.now();
    return this.#wake().doc;
  }

  get material(): Material {
    return this.#wake().material;
  }

  get isAtRest(): boolean {
    return this.#atRest !== null;
  }

  /** Milliseconds since somebody needed the document. */
  get idleFor(): number {
    return performance.now() - this.#usedAt;
  }

  get vector(): Uint8Array {
    return this.#atRest?.vector ?? Y.encodeStateVector(this.doc);
  }

  /**
   * Everything, as one update; made once for all who come in between two edits. At rest it is read by `stored`, if that
   * has it, and otherwise the document comes back.
   */
  whole(stored: () => Uint8Array | null): Uint8Array {
    this.#usedAt = performance.now();
    this.#whole ??= (this.#atRest && stored()) ?? Y.encodeStateAsUpdate(this.doc);
    return this.#whole;
  }

  /** How far the edits under a client id go; 0 when there are none. */
  clockOf(clientId: number): number {
    return this.#atRest ? (this.#atRest.clocks.get(clientId) ?? 0) : Y.getState(this.doc.store, clientId);
  }

  /** Whether the server writes under this client id at the moment. */
  isOwn(clientId: number): boolean {
    return this.#loaded?.doc.clientID === clientId;
  }

  /** Lets go of the document. Call only when the checkpoint and the tables are up to the last row of the log. */
  rest(): void {
    this.#atRest ??= restAt(this.vector);
    this.destroy();
  }

  destroy(): void {
    this.#loaded?.doc.destroy();
    this.#whole = null;
    this.#loaded = null;
  }

  #wake(): Opened {
    return this.#loaded ?? this.#keep(this.#load());
  }

  #keep(loaded: Opened): Opened {
    this.#loaded = loaded;
    this.#atRest = null;
    this.isMended = false;
    rationaleRoot(loaded.doc).observeDeep(() => {
      this.isMended = false;
    });
    loaded.doc.on("update", (update: Uint8Array) => {
      this.emitted.push(update);
      this.#whole = null;
    });
    return loaded;
  }
}

const restAt = (vector: Uint8Array): AtRest => ({ vector: vector.slice(), clocks: Y.decodeStateVector(vector) });
