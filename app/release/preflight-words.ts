import { claimWords } from "#app/board/words.ts";
import type { Preflight } from "#server/services/preflight.ts";

/** What the button does: "Release v2: 12 claims". */
export function releaseWords({ nextNumber, ready }: Pick<Preflight, "nextNumber" | "ready">): string {
  return `Release v${nextNumber}: ${claimWords(ready.length)}`;
}

/** Why there is nothing to release now, as a sentence, or null when there is. */
export function whyNotRelease({ ready, unchanged, nextNumber }: Preflight, mayRelease: boolean): string | null {
  if (!mayRelease) return "Only editors and admins release. Ask one of them.";
  if (ready.length === 0) return "No claim is ready yet, so there is nothing to release.";
  if (unchanged)
    return `Nothing changed since v${nextNumber - 1}. A new release needs a claim that is new or signed off anew.`;
  return null;
}
