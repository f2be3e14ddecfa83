import type { Db } from "#db/client.ts";
import { failuresFrom, failuresOf, insertFailure } from "#db/queries/people.ts";
import { sha256Hex } from "#domain/content.ts";
import { refusal } from "#domain/words/refusal.ts";
import { record } from "#server/services/audit.ts";
import { inTransaction } from "#server/services/decide.ts";

const QUARTER_HOUR = 15 * 60_000;
const HOUR = 60 * 60_000;
const FROM_ONE_PLACE = 5;
const FOR_ONE_ADDRESS = 30;
const FROM_ONE_NETWORK = 100;

type Attempt = { address: string; network: string; now: number };

/**
 * Slows guessing down. The tight limit is per address and network, so that a colleague's right password still works
 * from elsewhere; only a guess from many networks at once closes an address, for an hour at most. Counted in the
 * database, so a restart does not reset it.
 * @throws AppError too_many that says how long to wait.
 */
export function demandFewFailures(db: Db, attempt: Attempt): void {
  const wait = opensAt(db, attempt) - attempt.now;
  if (wait <= 0) return;
  const minutes = Math.ceil(wait / 60_000);
  throw refusal("too_many", "people", "too_many_attempts", { minutes });
}

/** When the last of the limits that are reached lets somebody in again; 0 when none is. */
function opensAt(db: Db, { address, network, now }: Attempt): number {
  const lately = failuresOf(db, sha256Hex(address), now - HOUR);
  const here = lately.filter((one) => one.network === network && one.at > now - QUARTER_HOUR);
  return Math.max(
    end(here, FROM_ONE_PLACE, QUARTER_HOUR),
    end(lately, FOR_ONE_ADDRESS, HOUR),
    end(failuresFrom(db, network, now - HOUR, FROM_ONE_NETWORK), FROM_ONE_NETWORK, HOUR),
  );
}

/** When the attempt that filled a limit is forgotten. `failures`: newest first. */
function end(failures: readonly { at: number }[], limit: number, time: number): number {
  const filling = failures[limit - 1];
  return filling ? filling.at + time : 0;
}

export function noteFailure(db: Db, { address, network, now }: Attempt): void {
  inTransaction(db, (tx) => {
    insertFailure(tx, { emailHash: sha256Hex(address), network, at: now });
    record(tx, { type: "member.sign_in_failed", actorId: null, body: { network }, at: now });
  });
}
