import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { carryOut, listForms } from "#app/board/decide.ts";
import { conflictForms, decideOnConflict, isAboutConflict } from "#app/card/conflict-forms.ts";
import { discuss, discussionForms, isDiscussion } from "#app/discussion/discussion-action.ts";
import { numberFrom, once } from "#app/http/form.ts";
import { memberAction } from "#app/http/member-action.ts";
import { LIMITS } from "#domain/limits.ts";
import { asMessage } from "#domain/words/refusal.ts";

const seenHash = z.string().regex(/^[0-9a-f]{64}$/, asMessage("card", "open_again"));
const reviewId = z.string().min(1).max(100);
const seenReviews = z
  .string()
  .max(100_000)
  .transform((ids) => ids.split(",").filter(Boolean));
const versionId = z.coerce.number().int().positive();
const reason = z.string().trim().max(LIMITS.reason, asMessage("card", "shorter_reason"));

const forms = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("sign-off"), once, seenHash, seenReviews, note: reason.optional() }),
  z.object({ intent: z.literal("request-changes"), once, seenHash, seenReviews, reason }),
  z.object({ intent: z.literal("withdraw"), once, reviewId }),
  z.object({ intent: z.literal("clear"), once, reviewId, reason: reason.default("") }),
  z.object({ intent: z.literal("put-back"), once, versionId }),
  z.object({ intent: z.literal("leave-out"), once, versionId }),
  ...conflictForms,
  ...discussionForms.options,
  ...listForms.options,
]);

/** Every decision that the card's screen offers. */
export function decideOnCard(call: ActionFunctionArgs) {
  const { params, context } = call;
  const { claims, reviews, cardVersions } = context.services;
  return memberAction(call, forms, (member, decision) => {
    const claimId = () => claims.read(member, numberFrom(params.number), numberFrom(params.claimNumber)).id;
    if (isDiscussion(decision)) return discuss(context.services, member, claimId, decision);
    if (isAboutConflict(decision)) return decideOnConflict(context.services, member, claimId(), decision);
    if (decision.intent === "sign-off") reviews.signOff(member, claimId(), decision);
    else if (decision.intent === "request-changes") reviews.requestChanges(member, claimId(), decision);
    else if (decision.intent === "withdraw") reviews.withdraw(member, decision.reviewId, decision);
    else if (decision.intent === "clear") reviews.clear(member, decision.reviewId, decision);
    else if (decision.intent === "put-back") cardVersions.putBack(member, claimId(), decision);
    else if (decision.intent === "leave-out") cardVersions.leaveOut(member, claimId(), decision);
    else return carryOut(call, member, decision);
    return { intent: decision.intent };
  });
}
