import type * as Y from "yjs";
import { OutsideStore } from "#app/card/outside-store.ts";
import { type Card, partReader, type RootName, readCard } from "#domain/card.ts";
import { rootsOf } from "#domain/card-roots.ts";

/**
 * The card as it stands in its document, or null before it has been read. Only what changed is read anew; the other parts
 * stay the same objects, so that nobody has to compare them.
 */
export class LiveCard extends OutsideStore<Card | null> {
  #doc: Y.Doc;
  #read: ReturnType<typeof partReader>;
  #changed = new Set<RootName>();

  constructor(doc: Y.Doc) {
    super(null);
    this.#doc = doc;
    this.#read = partReader(doc);
  }

  /** Remembers which parts a transaction changed. */
  note({ changedParentTypes }: Y.Transaction): void {
    for (const { name, type } of rootsOf(this.#doc)) if (changedParentTypes.has(type as never)) this.#changed.add(name);
  }

  /** Reads what changed, and tells it. */
  refresh(): void {
    const changed = [...this.#changed];
    this.#changed.clear();
    const before = this.read();
    if (before === null) this.write(readCard(this.#doc));
    else if (changed.length > 0) this.write(Object.assign({ ...before }, ...changed.map(this.#read)));
  }
}
