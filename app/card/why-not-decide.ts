import { hasUnsent, type SavingFacts, savingOf } from "#app/card/saving.ts";

/** Why nothing can be decided on what is on this screen right now, as a sentence; null when it can. */
export function whyNotDecide(facts: SavingFacts): string | null {
  const saving = savingOf(facts);
  if (saving.kind === "refused") return "This card is not live, so what you see may not be what the server has.";
  if (saving.kind === "connecting") return "One moment: the live card is still on its way.";
  if (saving.kind === "offline")
    return "You are offline. Deciding needs the connection, so that everybody decides on one text.";
  if (saving.kind === "unfit") return "An entry on this card is not stored. Correct it or clear it first.";
  return hasUnsent(facts) ? "One moment: what was typed is still being saved." : null;
}
