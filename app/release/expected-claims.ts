import { z } from "zod";
import { asMessage } from "#domain/words/refusal.ts";

const claims = z.array(z.object({ claimId: z.string().max(100), contentHash: z.string().max(100) })).max(10_000);

/** What the person saw as ready, written into one hidden field as JSON. */
export const expectedClaims = z.string().transform((text, check) => {
  const parsed = claims.safeParse(jsonIn(text));
  if (parsed.success) return parsed.data;
  check.addIssue({ code: "custom", message: asMessage("release", "open_again") });
  return z.NEVER;
});

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
