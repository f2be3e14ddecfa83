import { z } from "zod";
import { LIMITS } from "#domain/limits.ts";
import { WORD_PLACES } from "#domain/word-places.ts";
import { asMessage } from "#domain/words/refusal.ts";

export type { WordPlace } from "#domain/word-places.ts";

const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const item = z.strictObject({ client: count, clock: count });

/** A Yjs relative position as JSON: it names one character of the card's document, or an end of one of its texts. */
export const wordPosition = z.strictObject({
  type: item.optional(),
  tname: z.enum(WORD_PLACES).optional(),
  item: item.optional(),
  assoc: z.number().int().min(-1).max(0).optional(),
});
export type WordPosition = z.infer<typeof wordPosition>;

/** What a thread is about: the claim, words of one of its texts as they were then, or a source. */
export const threadAbout = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("claim") }),
  z.strictObject({
    kind: z.literal("words"),
    place: z.enum(WORD_PLACES),
    start: wordPosition,
    end: wordPosition,
    exact: z
      .string()
      .min(1, asMessage("discussion", "select_words"))
      .max(LIMITS.quote, asMessage("discussion", "select_fewer")),
  }),
  z.strictObject({ kind: z.literal("source"), sourceId: z.string().min(1).max(100) }),
]);
export type ThreadAbout = z.infer<typeof threadAbout>;
