import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { numberInPath } from "#app/http/form.ts";
import { memberAction } from "#app/http/member-action.ts";

const id = z.coerce.number().int().positive();
const ids = z.array(id).min(1).max(200);

const forms = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["done", "undone"]), ids }),
  z.object({ intent: z.enum(["read", "unread", "wake"]), id }),
  z.object({ intent: z.literal("snooze"), id, until: z.coerce.number().int() }),
  z.object({ intent: z.enum(["mute", "unmute"]), caseNumber: numberInPath }),
]);

/** Everything that can be done about one's own notifications. Each of it is the same when it is done twice. */
export function changeNotifications(call: ActionFunctionArgs) {
  const { notifications } = call.context.services;
  return memberAction(call, forms, (member, form) => {
    if ("ids" in form) notifications.setDone(member, form.ids, form.intent === "done");
    else if ("caseNumber" in form) notifications.setMuted(member, form.caseNumber, form.intent === "mute");
    else if ("until" in form) notifications.snooze(member, form.id, form.until);
    else if (form.intent === "wake") notifications.snooze(member, form.id, null);
    else notifications.setUnread(member, form.id, form.intent === "unread");
    return { intent: form.intent };
  });
}
