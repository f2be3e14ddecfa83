import { z } from "zod";
import { once } from "#app/http/form.ts";
import { asMessage } from "#domain/words/refusal.ts";

const number = z.coerce.number().int().positive().max(1_000_000_000);

/** The decision, as its form says it. */
export const mergeForm = z.object({
  into: number,
  plan: z.string().regex(/^[0-9a-f]{64}$/, asMessage("merge", "look_again")),
  version: number,
  once,
});

/** "3" or "C-14-3", as people write the other claim; null for anything else. */
export function wantedNumber(given: string): number | null {
  const [, found] = /^(?:c-?\d{1,9}-)?(\d{1,9})$/i.exec(given.trim()) ?? [];
  return found ? Number(found) : null;
}
