import * as Y from "yjs";

/** Items of a card by client and clock: the shape in which Yjs keeps what a step has made and what it has removed. */
export type Ranges = Y.UndoManager["undoStack"][number]["insertions"];

type Range = { client: number; clock: number; len: number };
type Part = Range & { item: Y.Item | Y.GC };

/**
 * Where what a step has made lives now: what is undone and done again comes back as a copy. Yjs joins copies of two
 * people's words into one item when they stand side by side, so the range, not the item, says whose they are.
 */
export function livingRanges(doc: Y.Doc, made: Ranges): Ranges {
  return rangesOf(partsOf(doc, made).flatMap((part) => livingParts(doc, part)));
}

/**
 * What a step has removed, as far as undoing it may bring it back: no value or source in whose place something stands
 * that undoing the step may not remove, and nothing that stood in what Yjs has thrown away since, where it would fail.
 */
export function whatMayReturn(doc: Y.Doc, removed: Ranges, made: Ranges): Ranges {
  return rangesOf(partsOf(doc, removed).filter(({ item }) => item instanceof Y.Item && mayReturn(doc, item, made)));
}

/**
 * Divides what stood before the items that a step has removed as its copy is divided by now, where their container has come
 * back as a copy. Yjs puts an item back behind the copy of what stood before it, and takes the first piece for the whole.
 */
export function divideLikeCopies(transaction: Y.Transaction, removed: Ranges): void {
  for (const { item } of partsOf(transaction.doc, removed)) {
    if (!(item instanceof Y.Item) || !(item.parent as Y.AbstractType<unknown>)._item?.redone) continue;
    let left = item.left;
    while (left && !left.redone) left = left.left;
    if (!left) continue;
    const { id, length } = left;
    const last = livingParts(transaction.doc, { item: left, ...id, len: length }).at(-1);
    if (last) Y.getItemCleanStart(transaction, Y.createID(id.client, id.clock + length - last.len));
  }
}

/**
 * Whether undoing a step may remove this item. A paragraph or source that the step has made stays as long as it holds
 * something that the step has not made, and its own values stay with it.
 */
export function mayGo(item: Y.Item, made: Ranges): boolean {
  const container = item.parentSub === null ? null : (item.parent as Y.AbstractType<unknown>)._item;
  if (container && isMade(container, made)) return !holdsMore(container, made);
  return !holdsMore(item, made);
}

function livingParts(doc: Y.Doc, part: Part): Part[] {
  const { item, client, clock, len } = part;
  if (!(item instanceof Y.Item)) return [];
  if (!item.redone) return [{ item, client, clock, len }];
  const copy = { client: item.redone.client, clock: item.redone.clock + clock - item.id.clock, len };
  return partsIn(doc, copy).flatMap((one) => livingParts(doc, one));
}

function mayReturn(doc: Y.Doc, { parent, parentSub }: Y.Item, made: Ranges): boolean {
  const home = livingType(doc, parent as Y.AbstractType<unknown>);
  if (!home) return false;
  if (parentSub === null) return true;
  const now = home._map.get(parentSub);
  return !now || now.deleted || (isMade(now, made) && mayGo(now, made));
}

function livingType(doc: Y.Doc, type: Y.AbstractType<unknown>): Y.AbstractType<unknown> | null {
  if (!type._item?.redone) return type;
  const copy: Y.Item | Y.GC = Y.getItem(doc.store, type._item.redone);
  return copy instanceof Y.Item && copy.content instanceof Y.ContentType ? livingType(doc, copy.content.type) : null;
}

function holdsMore({ content }: Y.Item, made: Ranges): boolean {
  if (!(content instanceof Y.ContentType)) return false;
  return itemsIn(content.type).some(
    (one) => !one.deleted && one.countable && (!isMade(one, made) || holdsMore(one, made)),
  );
}

function itemsIn(type: Y.AbstractType<unknown>): Y.Item[] {
  const found = [...type._map.values()];
  for (let item = type._start; item; item = item.right) found.push(item);
  return found;
}

function isMade({ id, length }: Y.Item, made: Ranges): boolean {
  const list = made.clients.get(id.client) ?? [];
  return list.some(({ clock, len }) => clock <= id.clock && id.clock + length <= clock + len);
}

function partsOf(doc: Y.Doc, { clients }: Ranges): Part[] {
  return [...clients].flatMap(([client, list]) =>
    list.flatMap(({ clock, len }) => partsIn(doc, { client, clock, len })),
  );
}

/** A range in the pieces in which Yjs holds it, each with the item that it is, or is part of. */
function partsIn(doc: Y.Doc, { client, clock: from, len }: Range): Part[] {
  const parts: Part[] = [];
  let clock = from;
  while (clock < from + len) {
    const item: Part["item"] = Y.getItem(doc.store, Y.createID(client, clock));
    const end = Math.min(from + len, item.id.clock + item.length);
    parts.push({ item, client, clock, len: end - clock });
    clock = end;
  }
  return parts;
}

function rangesOf(parts: readonly Range[]): Ranges {
  const ranges = Y.createDeleteSet();
  for (const { client, clock, len } of parts) {
    const list = ranges.clients.get(client) ?? [];
    list.push({ clock, len });
    ranges.clients.set(client, list);
  }
  return Y.mergeDeleteSets([ranges]);
}
