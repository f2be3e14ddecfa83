import { z } from "zod";
import { once } from "#app/http/form.ts";
import { LIMITS } from "#domain/limits.ts";
import { asMessage } from "#domain/words/refusal.ts";

const NAME_IT = asMessage("cases", "name_it");
const QUORUM = asMessage("cases", "quorum_from_to");

/** What is decided about a case when it is made, and can be changed in its settings. */
export const caseChoices = z.object({
  once,
  title: z.string(NAME_IT).trim().min(1, NAME_IT).max(LIMITS.title, asMessage("cases", "shorter_title")),
  scaleId: z.string().transform((id) => id || null),
  quorum: z.coerce.number(QUORUM).int(QUORUM).min(1, QUORUM).max(9, QUORUM),
  restricted: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  memberIds: z.array(z.string()).default([]),
});
