import { z } from "zod";
import { once } from "#app/http/form.ts";
import { LIMITS } from "#domain/limits.ts";
import { asMessage } from "#domain/words/refusal.ts";

/** Empty where somebody wants to go by their own name again. */
export const bylineField = z.string().trim().max(LIMITS.name, asMessage("byline", "shorter")).default("");

export const bylineRequest = z.object({ byline: bylineField, once });
