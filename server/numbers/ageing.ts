import { AGES, DAY_MS, stepOf, WAITING, type Waiting } from "#domain/numbers.ts";
import type { Counted } from "#server/numbers/counted.ts";

/** How many claims have stood in a status for each of the ages. */
export type AgeingRow = { status: Waiting; counts: number[] };

export function ageing(claims: readonly Pick<Counted, "status" | "since">[], now: number): AgeingRow[] {
  return WAITING.map((status) => {
    const counts = AGES.map(() => 0);
    for (const claim of claims) {
      if (claim.status !== status) continue;
      const age = stepOf(AGES, Math.max(0, now - claim.since) / DAY_MS);
      counts[age] = (counts[age] ?? 0) + 1;
    }
    return { status, counts };
  });
}
