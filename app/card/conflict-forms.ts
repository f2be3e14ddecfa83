import { z } from "zod";
import { once } from "#app/http/form.ts";
import type { Member } from "#server/context.ts";
import type { Services } from "#server/services/index.ts";

const seen = z
  .string()
  .max(100)
  .transform((id) => id || null);

/** What is decided about the conflict set of a claim. `seen`: the set that the page showed it in. */
export const conflictForms = [
  z.object({ intent: z.literal("join-set"), once, seen, name: z.string().max(10_000) }),
  z.object({ intent: z.literal("leave-set"), once, seen }),
] as const;

type ConflictForm = z.infer<(typeof conflictForms)[number]>;

export const isAboutConflict = (form: { intent: string }): form is ConflictForm =>
  form.intent === "join-set" || form.intent === "leave-set";

export function decideOnConflict({ conflictSets }: Services, member: Member, claimId: string, form: ConflictForm) {
  if (form.intent === "join-set") return { intent: form.intent, ...conflictSets.join(member, claimId, form) };
  conflictSets.leave(member, claimId, form);
  return { intent: form.intent };
}
