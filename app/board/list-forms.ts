import { z } from "zod";
import { once } from "#app/http/form.ts";
import { LIMITS } from "#domain/limits.ts";
import { DROP_REASONS, STAGES } from "#domain/status.ts";
import { asMessage } from "#domain/words/refusal.ts";

const AGAIN = asMessage("claims", "load_again");
const id = z.string().min(1).max(100);

const bulkAct = z.discriminatedUnion("act", [
  z.object({ act: z.literal("move"), stage: z.enum(STAGES), dropReason: z.enum(DROP_REASONS).nullable() }),
  z.object({ act: z.literal("assign"), assigneeId: id.nullable() }),
  z.object({ act: z.literal("due"), dueAt: z.number().int().nullable() }),
  z.object({
    act: z.literal("review"),
    reviewerIds: z.array(id).min(1, asMessage("bulk", "choose_reviewer")).max(100),
  }),
  z.object({
    act: z.literal("label"),
    label: z
      .string()
      .trim()
      .min(1, asMessage("labels", "write_label"))
      .max(2 * LIMITS.label, asMessage("labels", "too_long", { most: LIMITS.label })),
    on: z.boolean(),
  }),
]);

/** One field for all claims, because a form has a few hundred fields at most: "id:version,id:version". */
const seenClaims = z
  .string()
  .max(LIMITS.bulk * 120, asMessage("bulk", "choose_fewer", { most: LIMITS.bulk }))
  .transform((text) =>
    text.split(",").flatMap((pair) => {
      const [claimId = "", version = ""] = pair.split(":");
      return claimId ? [{ claimId, version: Number(version) }] : [];
    }),
  )
  .pipe(z.array(z.object({ claimId: id, version: z.number(AGAIN).int() })).min(1, asMessage("bulk", "select_first")));

/** One decision on many claims. */
export const manyForm = z.object({
  intent: z.literal("bulk"),
  once,
  act: z.string().max(20_000).transform(parsed).pipe(bulkAct),
  claims: seenClaims,
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const look = {
  screen: z.enum(["board", "table"]),
  search: z.string().max(2_000, asMessage("views", "asks_too_much")),
};
const seenView = { once, viewId: id, version: z.coerce.number(AGAIN).int() };

export const viewForms = [
  z.object({
    intent: z.literal("save-view"),
    once,
    ...look,
    name: z
      .string()
      .trim()
      .min(1, asMessage("views", "give_name"))
      .max(LIMITS.name, asMessage("views", "give_shorter_name")),
    shared: z.enum(["yes", "no"]),
  }),
  z.object({ intent: z.literal("save-over-view"), ...seenView, ...look }),
  z.object({ intent: z.literal("remove-view"), ...seenView }),
] as const;

export const viewOf = ({ once: key, name, shared, screen, search }: z.infer<(typeof viewForms)[0]>) => ({
  ...{ once: key, name, isShared: shared === "yes", screen, search },
});

export const lookOf = ({ once: key, version, screen, search }: z.infer<(typeof viewForms)[1]>) => ({
  ...{ once: key, version, screen, search },
});
