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

/** Over the claims that the last release held and the next one would not. */
export const leavingTitle = ({ nextNumber }: Pick<Preflight, "nextNumber">) =>
  `In v${nextNumber - 1}, not in v${nextNumber}`;

export const leavingWhy = ({ nextNumber }: Pick<Preflight, "nextNumber">) =>
  `It was in v${nextNumber - 1} and leaves it because:`;

/** What a release leaves out, as sentences; empty when it leaves nothing out. */
export function leftOutWords({ leaving, blocked, nextNumber }: Preflight): string[] {
  const gone = leaving.map((one) => one.reference).join(", ");
  const out = claimWords(blocked.length);
  return [
    ...(leaving.length > 0
      ? [`${gone} ${leaving.length === 1 ? "was" : "were"} in v${nextNumber - 1} and will not be in v${nextNumber}.`]
      : []),
    ...(blocked.length > 0
      ? [
          `${out} ${blocked.length === 1 ? "stays" : "stay"} out until nothing blocks ${blocked.length === 1 ? "it" : "them"}.`,
        ]
      : []),
  ];
}
