import type { Db } from "#db/client.ts";
import { eventBySeq, eventsAfter, type StoredEvent } from "#db/queries/audit.ts";
import { canonicalJson, sha256Hex } from "#domain/content.ts";
import { commitmentOf, entryHash, openingOf } from "#server/proof/verifier/event.js";

/** What stands before the first event. */
export const FIRST_HASH = "0".repeat(64);

/** Recomputes the chain. Returns the sequence number of the first event that does not fit, or null when all do. */
export function firstBrokenEvent(db: Db): number | null {
  return createChainCheck(db)();
}

/**
 * The same for a process that asks again and again: what has been found to fit is remembered, and only what was added
 * since is recomputed, as long as the last event that was checked is still there.
 */
export function createChainCheck(db: Db): () => number | null {
  let chain = chainFrom();
  return () => {
    const { seq, hash } = chain.end();
    if (seq > 0 && eventBySeq(db, seq)?.hash !== hash) chain = chainFrom();
    for (const event of eventsAfter(db, chain.end().seq)) if (!chain.follow(event)) return event.seq;
    return chain.unexplained();
  };
}

/** Follows the chain from its first event on, one after the other. */
export function chainFrom() {
  let end = { seq: 0, hash: FIRST_HASH };
  /** Withheld events that no later event has named yet: nobody decided that they are withheld. */
  const withheld = new Set<number>();
  return {
    end: () => end,

    /** The first event that is withheld though none says so; null when there is none. */
    unexplained: (): number | null => [...withheld][0] ?? null,

    /** Whether this event is the next one, as it was written. */
    follow(event: StoredEvent): boolean {
      if (event.seq !== end.seq + 1 || event.previousHash !== end.hash || event.hash !== hashOf(event)) return false;
      if (event.withheld !== null) withheld.add(event.seq);
      if (event.type === "event.withheld") withheld.delete(withheldBy(event));
      end = { seq: event.seq, hash: event.hash };
      return true;
    },
  };
}

/** Which event this one says to be withheld. */
const withheldBy = ({ body }: StoredEvent) => (JSON.parse(body) as { seq: number }).seq;

/** The hash that an event has to have; null where its commitment covers something else than it says. */
function hashOf(event: StoredEvent): string | null {
  const { version, salt, seq, at, commitment, previousHash } = event;
  if (version === 1) return firstRule(event);
  const fits = event.withheld !== null || commitment === commitmentOf(salt ?? "", openingOf(event, event.body));
  return fits && commitment !== null ? entryHash({ seq, at, commitment, previousHash }) : null;
}

/** Version 1 had no commitments: what an event says goes into the chain itself, its texts in NFC. */
function firstRule({ type, actorId, caseId, claimId, body, at, previousHash }: StoredEvent): string {
  const said: unknown = JSON.parse(body);
  return sha256Hex(canonicalJson({ type, actorId, caseId, claimId, body: said, at, previousHash }));
}
