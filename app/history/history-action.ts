import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { numberFrom, once } from "#app/http/form.ts";
import { memberAction } from "#app/http/member-action.ts";
import { asMessage } from "#domain/words/refusal.ts";

const place = z.coerce.number().int().positive();

const forms = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("name"),
    once,
    place,
    name: z.string().max(1_000, asMessage("history", "shorter_name")),
  }),
  z.object({ intent: z.literal("unname"), once, place }),
  z.object({
    intent: z.literal("restore"),
    once,
    version: z.string().max(200),
    part: z.string().max(300).nullable().default(null),
    label: z.string().max(300).default(""),
    seenHash: z.string().regex(/^[0-9a-f]{64}$/, asMessage("history", "open_again")),
  }),
]);

/** Every decision that the screen of a card's history offers. */
export function decideOnHistory(call: ActionFunctionArgs) {
  const { params, context } = call;
  const { claims, versions } = context.services;
  return memberAction(call, forms, async (member, decision) => {
    const { id } = claims.read(member, numberFrom(params.number), numberFrom(params.claimNumber));
    if (decision.intent === "restore") return versions.restore(member, id, decision);
    if (decision.intent === "name") versions.name(member, id, decision);
    else versions.unname(member, id, decision);
    return { intent: decision.intent };
  });
}
