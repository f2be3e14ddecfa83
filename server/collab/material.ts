import type * as Y from "yjs";
import { type Card, readCard } from "#domain/card.ts";
import { contentHash } from "#domain/content.ts";

/** Who last changed what a sign-off covers. Judged after every row of the log, so that a replay gives the same answer. */
export type Material = { hash: string; lastEditorId: string | null; lastEditedAt: number };

/** Judges one row: whoever wrote it is the last editor if the hash is another one. The server itself never is. */
export function afterRow(doc: Y.Doc, before: Material | null, row: { memberId: string | null; at: number }): Material {
  const hash = contentHash(readCard(doc));
  if (before && before.hash === hash) return before;
  return { hash, lastEditorId: row.memberId ?? before?.lastEditorId ?? null, lastEditedAt: row.at };
}

/** What the server froze of a card: its content, the content's hash, and who last changed it. */
export type Frozen = { card: Card; contentHash: string; lastEditorId: string | null; lastEditedAt: number };

export const frozen = (doc: Y.Doc, material: Material): Frozen => ({
  card: readCard(doc),
  contentHash: material.hash,
  lastEditorId: material.lastEditorId,
  lastEditedAt: material.lastEditedAt,
});
