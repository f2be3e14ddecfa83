import * as Y from "yjs";

type Ranges = Y.UndoManager["undoStack"][number]["insertions"];

/** What a step has made and as what it lives on: what is undone and done again comes back as a copy. */
export function itemsMadeBy(doc: Y.Doc, { clients }: Ranges): Set<Y.Item> {
  const ranges = [...clients].flatMap(([client, list]) => list.map(({ clock, len }) => ({ client, clock, len })));
  return new Set(ranges.flatMap(({ client, clock, len }) => livingItems(doc, client, clock, len)));
}

function livingItems(doc: Y.Doc, client: number, from: number, length: number): Y.Item[] {
  const found: Y.Item[] = [];
  const end = from + length;
  let next = from;
  for (let at = from; at < end; at = next) {
    const item = Y.getItem(doc.store, Y.createID(client, at));
    const { id, length: whole } = item;
    next = id.clock + whole;
    if (!(item instanceof Y.Item)) continue;
    if (!item.redone) found.push(item);
    else
      found.push(...livingItems(doc, item.redone.client, item.redone.clock + at - id.clock, Math.min(next, end) - at));
  }
  return found;
}

/**
 * Whether undoing a step may remove this item. A paragraph or source that the step has made stays as long as it holds
 * something that the step has not made, and its own values stay with it.
 */
export function mayGo(item: Y.Item, made: ReadonlySet<Y.Item>): boolean {
  const container = item.parentSub === null ? null : (item.parent as Y.AbstractType<unknown>)._item;
  if (container && made.has(container)) return !holdsMore(container, made);
  return !holdsMore(item, made);
}

function holdsMore({ content }: Y.Item, made: ReadonlySet<Y.Item>): boolean {
  if (!(content instanceof Y.ContentType)) return false;
  return itemsIn(content.type).some((one) => !one.deleted && one.countable && (!made.has(one) || holdsMore(one, made)));
}

function itemsIn(type: Y.AbstractType<unknown>): Y.Item[] {
  const found = [...type._map.values()];
  for (let item = type._start; item; item = item.right) found.push(item);
  return found;
}
