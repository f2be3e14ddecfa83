import type * as Y from "yjs";
import type { CardConnection } from "#app/card/connection.ts";
import { placesOf, writersOf } from "#app/card/places.ts";
import type { Card } from "#domain/card.ts";

/** Colleagues' edits are told together, no more often than this. */
const TOLD_EVERY_MS = 5_000;

/** An edit of colleagues: where, by whom, and the card before and after. */
export type ColleagueEdit = { place: string; names: (string | null)[]; before: Card; after: Card };

/** Watches what colleagues write on an open card, and tells it every few seconds. Call the answer to stop. */
export function watchEdits(connection: CardConnection, tell: (news: readonly ColleagueEdit[]) => void): () => void {
  let before: Card | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const touched = new Map<string, Set<string | null>>();

  const flush = () => {
    const [was, after] = [before, connection.card.read()];
    const news = [...touched].map(([place, names]) => ({ place, names: [...names] }));
    touched.clear();
    before = null;
    timer = null;
    if (was && after) tell(news.map((one) => ({ ...one, before: was, after })));
  };

  const note = (transaction: Y.Transaction) => {
    if (transaction.local || !connection.facts.read().everSynced) return;
    const writers = writersOf(connection.doc, transaction);
    for (const place of placesOf(connection.doc, transaction)) {
      const names = touched.get(place) ?? new Set();
      for (const name of namesOf(connection, writers.get(place), place)) names.add(name);
      touched.set(place, names);
    }
    if (touched.size === 0) return;
    before ??= connection.card.read();
    timer ??= setTimeout(flush, TOLD_EVERY_MS);
  };

  connection.doc.on("afterTransaction", note);
  return () => {
    connection.doc.off("afterTransaction", note);
    if (timer) clearTimeout(timer);
  };
}

/** Of a deletion, which nobody is known to have made, whoever is in that place; null for a colleague whose name is not known. */
function namesOf({ presence }: CardConnection, writers: ReadonlySet<number> | undefined, place: string) {
  const names = [...(writers ?? [])].map((client) => presence.nameOf(client));
  if (names.some((name) => name !== null)) return names.filter((name) => name !== null);
  return [presence.colleagues.read().find((one) => one.field === place)?.name ?? null];
}
