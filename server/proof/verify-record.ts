import type { Db } from "#db/client.ts";
import { eventsAfter, type StoredEvent } from "#db/queries/audit.ts";
import { allCheckpoints, allKeys } from "#db/queries/proofs.ts";
import { chainFrom } from "#server/proof/chain.ts";
import { growingTree } from "#server/proof/merkle-tree.ts";
import { leafHash } from "#server/proof/verifier/merkle.js";
import { type Key, openNote, readCheckpoint, readKey } from "#server/proof/verifier/note.js";

export type RecordReport = {
  events: number;
  withheld: number;
  checkpoints: number;
  /** What is wrong, each in a sentence. Empty when all fits. */
  findings: string[];
};

/** A checkpoint that is compared with the record, with the words for it. */
export type KeptCheckpoint = { what: string; note: string };

/**
 * Goes through the whole record once: every event fits the one before and what it says, and every checkpoint that was
 * signed tells the root that the events give. `kept` are checkpoints that somebody else kept.
 */
export function verifyRecord(
  db: Db,
  { kept = [], onEvent = () => {} }: { kept?: readonly KeptCheckpoint[]; onEvent?: (seq: number) => void } = {},
): RecordReport {
  const { at: due, findings, count } = readCheckpoints(db, kept);
  const [chain, tree] = [chainFrom(), growingTree()];
  const report: RecordReport = { events: 0, withheld: 0, checkpoints: count, findings };
  for (const event of eventsAfter(db, 0, 2_000)) {
    if (!chain.follow(event))
      return stop(report, `Event ${event.seq} does not fit the one before it, or not what it says.`);
    report.events = event.seq;
    report.withheld += Number(event.withheld !== null);
    tree.add(leafOf(event));
    findings.push(...compare(due.get(event.seq), tree.root));
    due.delete(event.seq);
    onEvent(event.seq);
  }
  const unexplained = chain.unexplained();
  if (unexplained !== null) findings.push(`Event ${unexplained} is withheld, and no event says so.`);
  findings.push(
    ...[...due.values()]
      .flat()
      .map(({ what, size }) => `${what} tells of ${size} events; the record has ${report.events}.`),
  );
  return report;
}

type Due = { what: string; size: number; root: Buffer };

function stop(report: RecordReport, finding: string): RecordReport {
  return { ...report, findings: [...report.findings, finding] };
}

const leafOf = ({ hash }: StoredEvent) => leafHash(Buffer.from(hash, "hex"));

function compare(due: readonly Due[] | undefined, root: () => Uint8Array): string[] {
  if (!due) return [];
  const now = Buffer.from(root());
  const wrong = due.filter((one) => !one.root.equals(now));
  return wrong.map(({ what, size }) => `${what} tells another root of the first ${size} events than the record gives.`);
}

/** The checkpoints by the length of the record they tell; those that none of the desk's keys signed are findings. */
function readCheckpoints(db: Db, kept: readonly KeptCheckpoint[]) {
  const keys = allKeys(db).flatMap(({ line }): Key[] => [readKey(line)].filter((one) => one !== null));
  const stored = allCheckpoints(db).map(({ id, note }) => ({ what: `Checkpoint ${id}`, note }));
  const read = [...stored, ...kept].map(({ what, note }) => ({
    what,
    ...readCheckpoint(openNote(note, keys)?.text ?? ""),
  }));
  const due = read.filter((one): one is Due & { origin: string } => one.size !== undefined);
  const unsigned = read.filter((one) => one.size === undefined);
  return {
    at: Map.groupBy(due, (one) => one.size),
    findings: unsigned.map(({ what }) => `${what} is not signed by a key of this desk.`),
    count: read.length,
  };
}
