import type { Db } from "#db/client.ts";
import { eventsOfCaseByType } from "#db/queries/decisions.ts";
import { allKeys, checkpointOfRelease } from "#db/queries/proofs.ts";
import { releaseByNumber } from "#db/queries/releases.ts";
import type { releases } from "#db/schema/releases.ts";
import type { BundleParts } from "#server/proof/bundle.ts";
import { evidenceJson } from "#server/proof/evidence.ts";
import { consistencyPath } from "#server/proof/merkle-tree.ts";
import { openEvent, type Under } from "#server/proof/opened-event.ts";
import { recordTree } from "#server/proof/record-tree.ts";
import { signedClaims } from "#server/proof/signed-claims.ts";
import { toldCorrections } from "#server/proof/told-corrections.ts";
import { openNote, readCheckpoint } from "#server/proof/verifier/note.js";
import { readKeys } from "#server/proof/verifier/parts.js";
import { releasedSet } from "#server/services/released-set.ts";

export type Release = typeof releases.$inferSelect;
type Signing = Pick<BundleParts, "checkpoint" | "sign"> & { key: string };

/** Reads out of the database what a bundle of this release holds. */
export function partsOf(db: Db, release: Release, { checkpoint, key, sign }: Signing): BundleParts {
  const set = releasedSet(db, release);
  const now = checkpointIn(db, checkpoint);
  if (!now) throw new Error(`The checkpoint of release ${release.id} is not signed by a key of this desk.`);
  const under = { tree: recordTree(db), size: now.size };
  const earlier = earlierOf(db, release, { ...under, origin: now.origin });
  return {
    ...{ set, sha256: release.sha256, checkpoint, sign },
    keys: [...new Set([key, now.key, ...(earlier ? [earlier.key] : [])])],
    release: () => releaseJson(db, release, under, earlier),
    corrections: () => toldCorrections(db, set, under),
    signOffs: () => signedClaims(db, set, under),
    evidence: () => evidenceJson(db, release.caseId, set),
  };
}

function checkpointIn(db: Db, note: string) {
  const keys = readKeys(
    allKeys(db)
      .map(({ line }) => line)
      .join("\n"),
  );
  const opened = openNote(note, keys);
  const head = opened && readCheckpoint(opened.text);
  return head && { ...head, key: opened.key.line };
}

type Earlier = { checkpoint: string; key: string; path: string[] };

/** That the record of the case's release before is the beginning of this one; null for the first, and where a record was lost. */
function earlierOf(
  db: Db,
  { caseId, number }: Release,
  { tree, size, origin }: Under & { origin: string },
): Earlier | null {
  const before = releaseByNumber(db, caseId, number - 1);
  const note = before && checkpointOfRelease(db, before.id)?.note;
  const head = note ? checkpointIn(db, note) : null;
  if (!note || head?.origin !== origin || head.size > size) return null;
  const path = consistencyPath(tree, head.size, size).map((hash) => Buffer.from(hash).toString("hex"));
  return { checkpoint: note, key: head.key, path };
}

function releaseJson(db: Db, { caseId, number }: Release, under: Under, earlier: Earlier | null): string {
  const made = eventsOfCaseByType(db, caseId, "release.made").find(({ body }) => body.number === number) ?? null;
  const before = earlier && { checkpoint: earlier.checkpoint, path: earlier.path };
  return `${JSON.stringify({ ...openEvent(made, under), earlier: before }, null, 2)}\n`;
}
