import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { decideFromList } from "#app/board/decide.ts";
import { act, load } from "#app/http/act.ts";
import { numberFrom, once, parseForm, readForm } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { LIMITS } from "#domain/limits.ts";

const seenHash = z.string().regex(/^[0-9a-f]{64}$/, "Open the card again and repeat this.");
const reviewId = z.string().min(1).max(100);
const reason = z.string().trim().max(LIMITS.reason, "Write a shorter reason.");

const forms = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("sign-off"), once, seenHash, note: reason.optional() }),
  z.object({ intent: z.literal("request-changes"), once, seenHash, reason }),
  z.object({ intent: z.literal("withdraw"), once, reviewId }),
  z.object({ intent: z.literal("clear"), once, reviewId, reason: reason.default("") }),
]);

const OF_REVIEWS: readonly unknown[] = forms.options.map((one) => one.shape.intent.value);

/** Every decision that the card's screen offers. */
export async function decideOnCard(call: ActionFunctionArgs) {
  const { request, params, context } = call;
  const member = memberOf(context, request);
  const form = await load(() => readForm(request.clone()));
  if (!OF_REVIEWS.includes(form.get("intent"))) return decideFromList(call);
  const { claims, reviews } = context.services;
  return act(() => {
    const decision = parseForm(form, forms);
    const claimId = () => claims.read(member, numberFrom(params.number), numberFrom(params.claimNumber)).id;
    if (decision.intent === "sign-off") reviews.signOff(member, claimId(), decision);
    if (decision.intent === "request-changes") reviews.requestChanges(member, claimId(), decision);
    if (decision.intent === "withdraw") reviews.withdraw(member, decision.reviewId, decision);
    if (decision.intent === "clear") reviews.clear(member, decision.reviewId, decision);
    return { intent: decision.intent };
  });
}
