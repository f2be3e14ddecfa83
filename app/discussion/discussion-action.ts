import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { once } from "#app/http/form.ts";
import { threadAbout } from "#domain/discussion.ts";
import { LIMITS } from "#domain/limits.ts";
import { asMessage } from "#domain/words/refusal.ts";
import type { Member } from "#server/context.ts";

const id = z.string().min(1).max(100);
/** A form sends line ends as "\r\n". Its bound is the service's, which says how much is too much. */
const text = z
  .string(asMessage("discussion", "write_something"))
  .max(LIMITS.request)
  .transform((words) => words.replace(/\r\n?/g, "\n"));

const NO_PLACE = asMessage("discussion", "words_unreadable");
const about = z
  .string(NO_PLACE)
  .max(LIMITS.quote * 6)
  .transform((json, context) => {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: NO_PLACE });
      return z.NEVER;
    }
  })
  .pipe(threadAbout);

export const discussionForms = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("comment"), once, about, text }),
  z.object({ intent: z.literal("reply"), once, threadId: id, text }),
  z.object({ intent: z.literal("edit-comment"), once, commentId: id, text }),
  z.object({ intent: z.literal("delete-comment"), once, commentId: id }),
  z.object({ intent: z.literal("resolve"), once, threadId: id }),
  z.object({ intent: z.literal("reopen"), once, threadId: id }),
]);
export type DiscussionForm = z.infer<typeof discussionForms>;

/** Whether a form of the card is one of the discussion's. */
export const isDiscussion = <Form extends { intent: string }>(form: Form | DiscussionForm): form is DiscussionForm =>
  discussionForms.options.some(({ shape }) => shape.intent.value === form.intent);

/** What somebody says about a claim. */
export function discuss(
  { discussion }: Pick<AppLoadContext["services"], "discussion">,
  member: Member,
  claimId: () => string,
  form: DiscussionForm,
): { intent: DiscussionForm["intent"] } {
  if (form.intent === "comment") discussion.start(member, claimId(), form);
  else if (form.intent === "reply") discussion.reply(member, form.threadId, form);
  else if (form.intent === "edit-comment") discussion.edit(member, form.commentId, form);
  else if (form.intent === "delete-comment") discussion.remove(member, form.commentId, form);
  else if (form.intent === "resolve") discussion.resolve(member, form.threadId, form);
  else discussion.reopen(member, form.threadId, form);
  return { intent: form.intent };
}
