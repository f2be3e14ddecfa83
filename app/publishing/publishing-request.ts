import { z } from "zod";
import { once } from "#app/http/form.ts";
import { LIMITS } from "#domain/limits.ts";
import { LANGUAGES } from "#domain/words/languages.ts";
import { asMessage } from "#domain/words/refusal.ts";

/** What an admin can choose about the public pages. */
const pagesRequest = z.object({ once, act: z.enum(["on", "off", "language"]), language: z.enum(LANGUAGES) });

const address = z.string().trim().max(LIMITS.url, asMessage("publishing", "method_address")).default("");

/** What an admin says about how the desk works. */
const methodRequest = z.object({ once, act: z.literal("method"), methodUrl: address, correctionsUrl: address });

/** What can be chosen on the page of public pages. */
export const publishingRequest = z.discriminatedUnion("act", [methodRequest, pagesRequest]);

const confirmed = z
  .literal("true")
  .optional()
  .transform((ticked) => ticked !== undefined);

const reason = z.string().max(LIMITS.reason, asMessage("publishing", "shorter_reason")).default("");
/** The number of a claim in its case. */
const claim = z.coerce.number().int().positive();

/** What can be decided about the public page of a release, and about one claim of it. */
export const publicationRequest = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("publish"), once, confirmed }),
  z.object({ intent: z.literal("withdraw"), once, reason }),
  z.object({ intent: z.literal("withhold"), once, reason, claim }),
  z.object({ intent: z.literal("show"), once, claim }),
]);
