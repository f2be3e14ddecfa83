import * as Y from "yjs";
import type { Db } from "#db/client.ts";
import type { CardVersion } from "#db/queries/card-versions.ts";
import { logAfter } from "#db/queries/collab.ts";
import { type Card, type RootName, readCard } from "#domain/card.ts";
import { rootsOf } from "#domain/card-roots.ts";
import { emptyCard } from "#domain/empty-card.ts";
import { rationaleText } from "#domain/rationale.ts";

type Deletion = Pick<CardVersion, "claimId" | "memberId" | "seq" | "untilSeq">;
type Row = ReturnType<typeof logAfter>[number];

/** The card as it was after one row of its log. */
export function cardAt(db: Db, claimId: string, seq: number): Card {
  const doc = replay(logAfter(db, claimId, 0).filter((row) => row.seq <= seq));
  const card = readCard(doc);
  doc.destroy();
  return card;
}

/**
 * The edit that takes a deletion back as its author could have with undo: what was taken out stands again where it
 * stood, and what anybody wrote since stays. Null when nothing of it is missing any more. Everything that was typed has
 * to be in the log already; `now` is the card as it is.
 */
export function putBackEdit(db: Db, deletion: Deletion, now: Card): Uint8Array | null {
  const rows = logAfter(db, deletion.claimId, 0);
  const doc = replay(rows.filter((row) => row.seq <= deletion.seq));
  const undo = new Y.UndoManager(missingRoots(doc, readCard(doc), now), {
    trackedOrigins: new Set([deletion]),
    captureTimeout: Number.POSITIVE_INFINITY,
    deleteFilter: () => false,
  });
  for (const row of rows.filter((one) => one.seq > deletion.seq))
    Y.applyUpdate(doc, row.bytes, isOfIt(row, deletion) ? deletion : null);
  const edits: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => edits.push(update));
  undo.undo();
  undo.destroy();
  doc.destroy();
  return edits.length > 0 ? Y.mergeUpdates(edits) : null;
}

function replay(rows: readonly Row[]): Y.Doc {
  const doc = emptyCard();
  for (const row of rows) Y.applyUpdate(doc, row.bytes);
  return doc;
}

/** The server mends in nobody's name what the deletion left broken: that belongs to it. */
const isOfIt = ({ memberId, seq }: Row, deletion: Deletion) =>
  memberId === null || (memberId === deletion.memberId && seq <= deletion.untilSeq);

/** Words that somebody wrote again, or moved, are there: to put them back would double them. */
function missingRoots(doc: Y.Doc, before: Card, now: Card) {
  const isThere = (root: RootName) =>
    root in words &&
    linesOf(words[root as Written](before)).every((line) => words[root as Written](now).includes(line));
  return rootsOf(doc)
    .filter(({ name }) => !isThere(name))
    .map(({ type }) => type);
}

const words = {
  statement: ({ statement }: Card) => statement,
  gaps: ({ gaps }: Card) => gaps,
  verdict: ({ verdict }: Card) => verdict,
  rationale: ({ rationale }: Card) => rationaleText(rationale, (id) => `[${id}]`),
};
type Written = keyof typeof words;

const linesOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "");
