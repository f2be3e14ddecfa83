import { hasUnsent, type SavingFacts, savingOf } from "#app/card/saving.ts";
import type { Saying } from "#domain/words/say.ts";

/** Why nothing can be decided on what is on this screen right now; null when it can. */
export function whyNotDecide(facts: SavingFacts): Saying | null {
  const { kind } = savingOf(facts);
  if (kind === "refused" || kind === "connecting" || kind === "offline" || kind === "unfit")
    return { room: "card", id: `undecided_${kind}` };
  return hasUnsent(facts) ? { room: "card", id: "undecided_saving" } : null;
}
