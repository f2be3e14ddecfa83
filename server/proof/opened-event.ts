import type { auditEvents } from "#db/schema/audit.ts";
import { inclusionPath, type Subtree } from "#server/proof/merkle-tree.ts";

type Event = typeof auditEvents.$inferSelect;

/** An event of the record as a bundle shows it: its line of the chain, what it says, and its way up to the checkpoint. */
export type OpenedEvent = Pick<
  Event,
  "seq" | "at" | "previousHash" | "commitment" | "salt" | "type" | "actorId" | "caseId" | "claimId" | "body"
> & { path: string[] };

export type Under = { tree: Subtree; size: number };

/** Opens one event; a sentence where it cannot be opened. Under the first rule it would tell of the events beside it. */
export function openEvent(event: Event | null, { tree, size }: Under): { event: OpenedEvent | null; why?: string } {
  if (!event || event.seq > size) return { event: null, why: "It is not on the record under this checkpoint." };
  if (event.withheld !== null) return { event: null, why: `What it says is withheld: ${event.withheld}` };
  if (event.version === 1) return { event: null, why: "It was recorded before single events could be shown." };
  const { seq, at, previousHash, commitment, salt, type, actorId, caseId, claimId, body } = event;
  const path = inclusionPath(tree, seq - 1, size).map((hash) => Buffer.from(hash).toString("hex"));
  return { event: { seq, at, previousHash, commitment, salt, type, actorId, caseId, claimId, body, path } };
}
