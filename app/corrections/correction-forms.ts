import { z } from "zod";
import { once } from "#app/http/form.ts";
import { CORRECTION_KINDS } from "#domain/corrections.ts";
import { LIMITS } from "#domain/limits.ts";
import { asMessage } from "#domain/words/refusal.ts";

const words = z.string().max(LIMITS.reason, asMessage("corrections", "shorter")).default("");
const number = z.coerce.number().int().positive().max(1_000_000_000);

/** What is put on the record, as its form says it. */
export const newCorrectionForm = z.object({
  kind: z.enum(CORRECTION_KINDS, asMessage("corrections", "choose_kind")),
  ...{ what: words, why: words, releasedBefore: number, version: number, once },
});

/** What can be decided on what is on the record. */
export const correctionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("confirm"), id: number, once }),
  z.object({ intent: z.literal("take-back"), id: number, once }),
  z.object({ intent: z.literal("looked-at"), correctionId: number, claimId: z.string().min(1).max(64), once }),
]);
