import type { AppLoadContext } from "@remix-run/node";
import type { z } from "zod";
import { act } from "#app/http/act.ts";
import { formOf } from "#app/http/form.ts";
import { memberWhoSends } from "#app/http/member.ts";
import type { Member } from "#server/context.ts";

type Call = { request: Request; context: AppLoadContext };

/** An action of a signed-in member: reads the form, decides, and answers every refusal beside what was typed. */
export function memberAction<Schema extends z.ZodType, T extends object>(
  { request, context }: Call,
  schema: Schema,
  decide: (actor: Member, form: z.infer<Schema>) => T | Promise<T>,
) {
  return act(context, async () => {
    const actor = memberWhoSends(context);
    return decide(actor, await formOf(request, schema));
  });
}
