import * as Y from "yjs";
import type { Db } from "#db/client.ts";
import { appendUpdate } from "#db/queries/collab.ts";
import type { Projections } from "#db/queries/projection.ts";
import { emptyCard } from "#domain/empty-card.ts";
import { Material } from "#server/collab/material.ts";
import type { Room } from "#server/collab/room.ts";

export type MaterialChange = {
  claimId: string;
  caseId: string;
  beforeHash: string;
  afterHash: string;
  /** Who changed it first and last since the tables showed `beforeHash`; null when the server did. */
  firstId: string | null;
  lastId: string | null;
};

/** Says whether something that was decided on the claim stands otherwise now. */
export type OnMaterialChange = (tx: Db, change: MaterialChange) => boolean;

/** Brings the tables of one card up to its log, and says what `OnMaterialChange` does. Call inside a transaction, with nothing queued. */
export function projectRoom(
  tx: Db,
  projections: Projections,
  room: Room,
  onMaterialChange?: OnMaterialChange,
): boolean {
  const { claimId, caseId } = room;
  const before = projections.of(claimId);
  if (before && before.projectedSeq >= room.seq) return false;
  const { contentHash, lastEditorId, ...shown } = room.document.material.frozen;
  projections.write({ claimId, caseId, projectedSeq: room.seq, contentHash, lastEditorId, ...shown }, before);
  const firstId = room.changedBy ?? lastEditorId;
  room.changedBy = null;
  if (!before || before.contentHash === contentHash || !onMaterialChange) return false;
  return onMaterialChange(tx, {
    claimId,
    caseId,
    beforeHash: before.contentHash,
    afterHash: contentHash,
    firstId,
    lastId: lastEditorId,
  });
}

/** Writes the first content of a claim: row 1 of its log, by nobody, and its projection. */
export function seedCard(
  tx: Db,
  projections: Projections,
  claim: { id: string; caseId: string },
  at: number,
  write: (doc: Y.Doc) => void,
): void {
  const doc = emptyCard();
  doc.transact(() => write(doc));
  const bytes = Buffer.from(Y.encodeStateAsUpdate(doc));
  const seq = appendUpdate(tx, { claimId: claim.id, memberId: null, connectionId: null, at, bytes });
  const material = new Material(doc, { lastEditorId: null, lastEditedAt: at });
  projections.write({ claimId: claim.id, caseId: claim.caseId, projectedSeq: seq, ...material.frozen }, null);
  doc.destroy();
}
