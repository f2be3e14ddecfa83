import { z } from "zod";
import { once } from "#app/http/form.ts";
import { LIMITS } from "#domain/limits.ts";
import { WEBHOOK_EVENTS } from "#domain/webhook-events.ts";
import { asMessage } from "#domain/words/refusal.ts";

const url = z.string().trim().max(LIMITS.url, asMessage("webhooks", "give_address"));
const events = z.array(z.enum(WEBHOOK_EVENTS)).default([]);
const id = z.string().min(1);

/** What can be asked for on the page of webhooks. */
export const webhookRequest = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("make"), url, events, once }),
  z.object({ intent: z.literal("remove"), webhookId: id, once }),
  z.object({ intent: z.literal("resend"), deliveryId: id, once }),
]);
