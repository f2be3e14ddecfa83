import type { Db } from "#db/client.ts";
import { failuresFrom, failuresOf, insertFailure } from "#db/queries/people.ts";
import { sha256Hex } from "#domain/content.ts";
import { AppError } from "#domain/errors.ts";
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
export function demandFewFailures(db: Db, { address, network, now }: Attempt): void {
  const lately = failuresOf(db, sha256Hex(address), now - HOUR);
  const here = lately.filter((one) => one.network === network && one.at > now - QUARTER_HOUR);
  const blocked =
    here.length >= FROM_ONE_PLACE ||
    lately.length >= FOR_ONE_ADDRESS ||
    failuresFrom(db, network, now - HOUR) >= FROM_ONE_NETWORK;
  if (!blocked) return;
  const first = here.at(-FROM_ONE_PLACE)?.at ?? now - QUARTER_HOUR + 60_000;
  const minutes = Math.max(1, Math.ceil((first + QUARTER_HOUR - now) / 60_000));
  throw new AppError(
    "too_many",
    `Too many wrong attempts. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"} and try again.`,
  );
}

export function noteFailure(db: Db, { address, network, now }: Attempt): void {
  inTransaction(db, (tx) => {
    insertFailure(tx, { emailHash: sha256Hex(address), network, at: now });
    record(tx, { type: "member.sign_in_failed", actorId: null, body: { network }, at: now });
  });
}
