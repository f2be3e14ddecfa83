import { type SavingFacts, savingOf } from "#app/card/saving.ts";
import type { Saying } from "#domain/words/say.ts";

/**
 * Why nothing can be decided on what is on this screen right now; null when it can. What was typed a moment ago is no
 * reason: a decision is sent once that is stored.
 */
export function whyNotDecide(facts: SavingFacts): Saying | null {
  const { kind } = savingOf(facts);
  const isNow = kind === "saved" || kind === "saving";
  return isNow ? null : { room: "card", id: `undecided_${kind}` };
}
