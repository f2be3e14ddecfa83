import { createHash } from "node:crypto";
import type { ReleasedSet } from "#domain/claim-set.ts";
import { canonicalClaimSet } from "#domain/claim-set-text.ts";

/** The SHA-256 of the canonical claim set, which its release carries; lower-case hex. */
export function claimSetHash(set: ReleasedSet): string {
  const steps = hashing(set);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same in steps, for a writer: each gives an empty piece, so that others have their turn meanwhile. */
export function* hashing(set: ReleasedSet): Generator<string, string> {
  const hash = createHash("sha256");
  for (const text of canonicalClaimSet(set)) {
    hash.update(text);
    yield "";
  }
  return hash.digest("hex");
}
