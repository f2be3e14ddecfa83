import * as Y from "yjs";
import { type Card, partReader, type RootName } from "#domain/card.ts";
import { type Amounts, amountIn } from "#domain/card-amounts.ts";
import { rootsOf } from "#domain/card-roots.ts";
import { contentHash, isSameContent, materialPart } from "#domain/content.ts";

/** Who last changed what a sign-off covers; `lastEditorId` is null while only the server has written. */
export type LastEdit = { lastEditorId: string | null; lastEditedAt: number };

/** What the server froze of a card: its content, the content's hash, and who last changed it. */
export type Frozen = LastEdit & { card: Card; contentHash: string };

type Root = ReturnType<typeof rootsOf>[number];

/**
 * Follows an open card. It reads only what an edit touched, and judges after every row of the log who was the last to
 * change the material content, so that a replay gives the same answer.
 */
export class Material {
  readonly #roots: Root[];
  readonly #readPart: ReturnType<typeof partReader>;
  readonly #parts = new Map<RootName, ReturnType<typeof materialPart>>();
  readonly #amounts: Partial<Amounts> = {};
  readonly #stale = new Set<RootName>();
  #card: Card;
  #hash: string | null = null;
  #isChanged = false;
  #last: LastEdit | null;

  /** `last` is what is known about the document as it is now; null when its first row is still to be judged. */
  constructor(doc: Y.Doc, last: LastEdit | null) {
    this.#last = last && { lastEditorId: last.lastEditorId, lastEditedAt: last.lastEditedAt };
    this.#roots = rootsOf(doc);
    this.#readPart = partReader(doc);
    this.#card = Object.assign({}, ...this.#roots.map(({ name }) => this.#readPart(name)));
    for (const root of this.#roots) this.#keep(root);
    doc.on("afterTransaction", (transaction: Y.Transaction) => this.#note(transaction));
  }

  /**
   * Whoever wrote the row is the last editor if it changed the material content, which is answered. The server itself
   * never is.
   */
  judge({ memberId, at }: { memberId: string | null; at: number }): boolean {
    for (const root of this.#roots) if (!(root.type instanceof Y.Text)) this.#read(root);
    if (!this.#isChanged && this.#last) return false;
    this.#isChanged = false;
    this.#last = { lastEditorId: memberId ?? this.#last?.lastEditorId ?? null, lastEditedAt: at };
    return true;
  }

  /** How much stands in each root after the last row that was judged; changes with the next one. */
  get amounts(): Amounts {
    return this.#amounts as Amounts;
  }

  get last(): LastEdit {
    if (!this.#last) throw new Error("No row of this card was judged yet.");
    return this.#last;
  }

  get frozen(): Frozen {
    for (const root of this.#roots) this.#read(root);
    this.#hash ??= contentHash(this.#card);
    return { card: this.#card, contentHash: this.#hash, ...this.last };
  }

  #note(transaction: Y.Transaction): void {
    for (const root of this.#roots) {
      if (!transaction.changedParentTypes.has(root.type as never)) continue;
      this.#stale.add(root.name);
      if (root.type instanceof Y.Text && this.#touchesText(root, root.type, transaction)) this.#isChanged = true;
    }
  }

  /** A text may be long, and several people type in it: it is judged by what came and went, not by comparing it. */
  #touchesText({ name }: Root, text: Y.Text, transaction: Y.Transaction): boolean {
    const before = this.#amounts[name];
    this.#amounts[name] = text.length;
    return before !== text.length || movesWords(text, transaction);
  }

  #read(root: Root): void {
    if (!this.#stale.delete(root.name)) return;
    this.#hash = null;
    this.#card = { ...this.#card, ...this.#readPart(root.name) };
    if (!(root.type instanceof Y.Text) && this.#keep(root)) this.#isChanged = true;
  }

  /** Keeps what a root says, to be compared later. Returns whether it said something else before. */
  #keep({ name, type }: Root): boolean {
    this.#amounts[name] = type instanceof Y.Text ? type.length : amountIn(this.#card, name);
    if (type instanceof Y.Text) return false;
    const part = materialPart(this.#card, name);
    const isOther = !isSameContent(part, this.#parts.get(name));
    this.#parts.set(name, part);
    return isOther;
  }
}

/** Whether the transaction put letters into this text or took some out. The guard lets nobody format a plain text. */
function movesWords(text: Y.Text, { doc, beforeState, afterState, deleteSet }: Y.Transaction): boolean {
  const holds = (client: number, from: number, to: number) => {
    const structs = doc.store.clients.get(client) ?? [];
    for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
      const struct = structs[at];
      if (!struct || struct.id.clock >= to) return false;
      if (struct instanceof Y.Item && struct.parent === text && struct.countable) return true;
    }
    return false;
  };
  for (const [client, to] of afterState) {
    const from = beforeState.get(client) ?? 0;
    if (from < to && holds(client, from, to)) return true;
  }
  return [...deleteSet.clients].some(([client, ranges]) =>
    ranges.some(({ clock, len }) => holds(client, clock, clock + len)),
  );
}
