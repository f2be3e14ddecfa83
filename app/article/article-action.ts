import { z } from "zod";
import { once } from "#app/http/form.ts";
import { LIMITS } from "#domain/limits.ts";
import { asMessage } from "#domain/words/refusal.ts";

const number = z.coerce.number().int().nonnegative().max(1_000_000_000);
const id = z.string().min(1).max(64);
const version = { versionNumber: number, once };

/** "3,4,5": each sentence once, and as many as an article can have. No pattern goes over the whole list. */
const ordinals = z
  .string()
  .max(LIMITS.sentences * 6, asMessage("article", "sentences_fewer"))
  .transform((list) => [...new Set(list.split(","))])
  .refine((list) => list.every((one) => /^\d{1,9}$/.test(one)), asMessage("article", "sentence_first"))
  .transform((list) => [...new Set(list.map(Number))]);

/** What can be done on an article, as its form says it. */
export const articleForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("claim"), start: number, end: number, ...version }),
  z.object({
    intent: z.literal("dismiss"),
    ordinals,
    reason: z.enum(["not_checkable", "no_claim", ""]).transform((reason) => reason || null),
    ...version,
  }),
  z.object({ intent: z.literal("undo"), claimId: id, version: number, once }),
  z.object({ intent: z.literal("carry"), claimId: id, quoteId: id, ...version }),
  z.object({ intent: z.literal("keep"), claimId: id, quoteId: id, ...version }),
  z.object({
    intent: z.literal("attach"),
    ...{ claimId: id, start: number, end: number },
    replaces: z.union([z.literal("").transform(() => null), id]),
    ...version,
  }),
]);
