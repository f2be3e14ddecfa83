import { z } from "zod";
import { once } from "#app/http/form.ts";
import { LIMITS } from "#domain/limits.ts";
import { SCOPES } from "#domain/scopes.ts";
import { asMessage } from "#domain/words/refusal.ts";

const nameIt = asMessage("tokens", "name_it", { limit: LIMITS.name });
const scopes = z.array(z.enum(SCOPES)).default([]);
const days = z.coerce.number(asMessage("tokens", "choose_days"));

/** What can be asked for on the page of tokens. */
export const tokenRequest = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("make"), label: z.string().trim().min(1, nameIt), scopes, days, once }),
  z.object({ intent: z.literal("revoke"), tokenId: z.string().min(1), once }),
]);
