import { z } from "zod";
import { once } from "#app/http/form.ts";
import { LIMITS } from "#domain/limits.ts";

const QUORUM = "Write how many people have to sign off, from 1 to 9.";

/** What is decided about a case when it is made, and can be changed in its settings. */
export const caseChoices = z.object({
  once,
  title: z
    .string("Give the case a title.")
    .trim()
    .min(1, "Give the case a title.")
    .max(LIMITS.title, "Choose a shorter title."),
  scaleId: z.string().transform((id) => id || null),
  quorum: z.coerce.number(QUORUM).int(QUORUM).min(1, QUORUM).max(9, QUORUM),
  restricted: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  memberIds: z.array(z.string()).default([]),
});
