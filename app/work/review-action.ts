import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { once } from "#app/http/form.ts";
import { memberAction } from "#app/http/member-action.ts";
import { CARD_PARTS, type CardPart, changeRequestText } from "#domain/change-request.ts";
import { LIMITS } from "#domain/limits.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import type { Language } from "#domain/words/languages.ts";
import { asMessage, refusal } from "#domain/words/refusal.ts";
import { say } from "#domain/words/say.ts";

const claimId = z.string().min(1).max(100);
const seenHash = z.string().regex(/^[0-9a-f]{64}$/, asMessage("reviews", "open_again"));
const seenReviews = z
  .string()
  .max(100_000)
  .transform((ids) => ids.split(",").filter(Boolean));
const seen = { once, claimId, seenHash, seenReviews };
const words = z.string().max(LIMITS.reason, asMessage("reviews", "shorter_sentence"));

const forms = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("sign-off"), ...seen }),
  z.object({
    intent: z.literal("request-changes"),
    ...seen,
    part: z.array(z.enum(CARD_PARTS)).max(CARD_PARTS.length),
    words: z.array(words).max(CARD_PARTS.length),
  }),
  z.object({
    intent: z.literal("take-back"),
    once,
    claimId,
    reviewId: z.string().min(1).max(100),
    of: z.enum(["sign-off", "request-changes"]),
  }),
]);

/** What can be decided in the review queue. The answer names the claim, so that the screen knows what it belongs to. */
export function decideInQueue(call: ActionFunctionArgs) {
  const { language } = call.context;
  const { reviews } = call.context.services;
  return memberAction(call, forms, (member, form) => {
    const { claimId, intent } = form;
    if (intent === "sign-off") return { intent, claimId, ...reviews.signOff(member, claimId, form) };
    if (intent === "request-changes")
      return {
        intent,
        claimId,
        ...reviews.requestChanges(member, claimId, { ...form, reason: reasonOf(language, form) }),
      };
    if (form.of === "sign-off") reviews.withdraw(member, form.reviewId, form);
    else reviews.clear(member, form.reviewId, { ...form, reason: "", isTakenBack: true });
    return { intent, claimId, reviewId: form.reviewId };
  });
}

type Asked = { part: readonly CardPart[]; words: readonly string[] };

/** What is asked for, as one text in the language of the reviewer, who wrote most of it. */
function reasonOf(language: Language, { part, words }: Asked): string {
  const speech = { language, catalogue: CATALOGUES[language] };
  const requests = part.map((one, at) => ({ part: one, words: words[at] ?? "" }));
  const reason = changeRequestText(requests, (one) => say(speech, "work", `part_${one}`));
  if (reason.length > LIMITS.reason) throw refusal("bad_input", "reviews", "request_too_long");
  return reason;
}
