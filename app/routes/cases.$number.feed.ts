import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { numberFrom, once } from "#app/http/form.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm } from "#app/live/keep-form.ts";

const form = z.object({ intent: z.enum(["make", "end"]), once });

/** Makes or ends the member's address for a feed reader. */
export function action(call: ActionFunctionArgs) {
  const { feeds } = call.context.services;
  return memberAction(call, form, (member, { intent, once }) => {
    const number = numberFrom(call.params.number);
    if (intent === "make") return { feed: feeds.make(member, number, { once }) };
    feeds.end(member, number, { once });
    return {};
  });
}

export const clientAction = keepForm();
