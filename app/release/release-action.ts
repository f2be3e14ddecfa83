import { z } from "zod";
import { once } from "#app/http/form.ts";
import { asMessage } from "#domain/words/refusal.ts";

const id = z.string().min(1).max(64);

/** The hash of what the person saw as ready. */
const expected = z.string().regex(/^[0-9a-f]{64}$/, asMessage("release", "open_again"));

/** What can be done before a release, as its form says it. */
export const releaseForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("release"), once, expected }),
  z.object({
    intent: z.literal("keep"),
    ...{ once, documentId: id, claimId: id, quoteId: id },
    versionNumber: z.coerce.number().int().positive().max(1_000_000),
  }),
]);
