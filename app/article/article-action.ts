import { z } from "zod";
import { once } from "#app/http/form.ts";

const number = z.coerce.number().int().nonnegative().max(1_000_000_000);
const id = z.string().min(1).max(64);
const version = { versionNumber: number, once };

/** What can be done on an article, as its form says it. */
export const articleForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("claim"), start: number, end: number, ...version }),
  z.object({
    intent: z.literal("dismiss"),
    ordinals: z
      .string()
      .regex(/^\d+(,\d+)*$/, "Select a sentence first.")
      .transform((list) => list.split(",").map(Number)),
    reason: z.enum(["not_checkable", "no_claim", ""]).transform((reason) => reason || null),
    ...version,
  }),
  z.object({ intent: z.literal("carry"), claimId: id, quoteId: id, ...version }),
  z.object({
    intent: z.literal("attach"),
    ...{ claimId: id, start: number, end: number },
    replaces: z.union([z.literal("").transform(() => null), id]),
    ...version,
  }),
]);
