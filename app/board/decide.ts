import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { lookOf, manyForm, viewForms, viewOf } from "#app/board/list-forms.ts";
import { sayTo } from "#app/http/act.ts";
import { numberFrom, once } from "#app/http/form.ts";
import { memberAction } from "#app/http/member-action.ts";
import { LIMITS } from "#domain/limits.ts";
import { DROP_REASONS, STAGES } from "#domain/status.ts";
import { asMessage } from "#domain/words/refusal.ts";
import type { Saying } from "#domain/words/say.ts";
import type { Member } from "#server/context.ts";

const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (value === "" ? null : value),
    schema.nullish().transform((value) => value ?? null),
  );
const claim = { once, claimId: z.string().min(1).max(100), version: z.coerce.number().int().nonnegative() };
const NO_TIME = asMessage("claims", "due_no_time");
const claimNumber = z.coerce.number(asMessage("claims", "write_number")).int().positive();

export const listForms = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("move"),
    ...claim,
    stage: z.enum(STAGES),
    dropReason: orNull(z.enum(DROP_REASONS)),
    duplicateOf: orNull(claimNumber),
  }),
  z.object({ intent: z.literal("take"), ...claim }),
  z.object({
    intent: z.literal("assign"),
    ...claim,
    assigneeId: orNull(z.string().max(100)),
    reviewerIds: z.array(z.string().max(100)).max(100).default([]),
    dueAt: orNull(z.coerce.number(NO_TIME).int(NO_TIME)),
  }),
  z.object({
    intent: z.literal("create"),
    once,
    statement: z
      .string()
      .trim()
      .min(1, asMessage("claims", "write_statement"))
      .max(LIMITS.quote, asMessage("claims", "statement_too_long")),
  }),
]);

type Call = { request: Request; params: { number?: string | undefined }; context: AppLoadContext };

const screenForms = z.discriminatedUnion("intent", [...listForms.options, manyForm, ...viewForms]);

/** What the board and the table decide: on one claim, on many, and on views of the case. */
export function decideFromList(call: Call) {
  return memberAction(call, screenForms, async (member, form) => {
    const { bulk, views } = call.context.services;
    const number = () => numberFrom(call.params.number);
    if (form.intent === "bulk") {
      const { once: key, act, claims } = form;
      const results = await bulk.decide(member, number(), { ...act, claims, once: key });
      const said = (refused: Saying | string | null) => refused && sayTo(call.context, refused);
      return { results: results.map((one) => ({ ...one, refused: said(one.refused) })) };
    }
    if (form.intent === "save-view") return { view: views.save(member, number(), viewOf(form)).viewId };
    if (form.intent === "save-over-view") {
      views.saveOver(member, form.viewId, lookOf(form));
      return { view: form.viewId };
    }
    if (form.intent === "remove-view") {
      views.remove(member, form.viewId, form);
      return { view: null };
    }
    return carryOut(call, member, form);
  });
}

/** One decision on a claim of the list, also from the claim's own card. */
export function carryOut({ params, context }: Call, member: Member, form: z.infer<typeof listForms>) {
  const { claims } = context.services;
  if (form.intent === "create") return { made: claims.create(member, numberFrom(params.number), form) };
  if (form.intent === "take") claims.take(member, form.claimId, form);
  if (form.intent === "assign") claims.assign(member, form.claimId, form);
  if (form.intent === "move") claims.move(member, form.claimId, form);
  return { made: null };
}
