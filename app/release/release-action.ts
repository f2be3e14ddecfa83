import { z } from "zod";
import { once } from "#app/http/form.ts";
import { expectedClaims } from "#app/release/expected-claims.ts";

const id = z.string().min(1).max(64);

/** What can be done before a release, as its form says it. */
export const releaseForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("release"), once, expected: expectedClaims }),
  z.object({
    intent: z.literal("keep"),
    ...{ once, documentId: id, claimId: id, quoteId: id },
    versionNumber: z.coerce.number().int().positive().max(1_000_000),
  }),
]);
