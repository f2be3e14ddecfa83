import { type AppLoadContext, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { readUtf8, shownText } from "#app/article/exact-text.ts";
import { act } from "#app/http/act.ts";
import { once, parseForm } from "#app/http/form.ts";
import { memberWhoSends } from "#app/http/member.ts";
import { readForm } from "#app/http/read-form.ts";
import { LIMITS } from "#domain/limits.ts";
import { asMessage, refusal } from "#domain/words/refusal.ts";
import type { Member } from "#server/context.ts";

const pasted = z.object({
  title: z
    .string()
    .trim()
    .max(LIMITS.title, asMessage("article", "paste_title_long", { limit: LIMITS.title })),
  originUrl: z.string().trim().max(LIMITS.url, asMessage("article", "paste_address_long")),
  outlet: z
    .string()
    .trim()
    .max(LIMITS.name, asMessage("article", "paste_outlet_long", { limit: LIMITS.name })),
  publishedOn: z.string().trim().max(40, asMessage("article", "paste_date")),
  language: z.string().trim().max(35, asMessage("article", "paste_language_tag")),
  once,
});
export type PastedForm = z.infer<typeof pasted> & { text: string };

/**
 * Reads the form of a pasted article. Its words come as a file where the page can send one, because a browser rewrites
 * the line ends of every other field; from a plain text area they come with "\r\n", which nobody typed.
 * @throws AppError bad_input, naming the field.
 */
export async function pastedIn(form: FormData): Promise<PastedForm> {
  const text = await wordsIn(form);
  return { ...parseForm(form, pasted), text };
}

async function wordsIn(form: FormData): Promise<string> {
  const sent = form.get("text");
  const file = form.get("file");
  if (sent instanceof Blob) return decoded(sent, "keep");
  if (file instanceof Blob && file.size > 0) return decoded(file, "drop");
  return shownText(sent ?? "");
}

async function decoded(blob: Blob, mark: "drop" | "keep"): Promise<string> {
  const text = readUtf8(await blob.arrayBuffer(), mark);
  if (text !== null) return text;
  const fields = { text: { room: "article", id: "paste_not_utf8" } as const };
  throw refusal("bad_input", "article", "paste_not_utf8", undefined, { fields });
}

type Call = { request: Request; context: AppLoadContext };

/** Saves a pasted article and goes to the address that `save` gives; a refusal brings back what was typed. */
export async function savePasted({ request, context }: Call, save: (actor: Member, pasted: PastedForm) => string) {
  let typed: Record<string, string> | null = null;
  const { data: answer, init } = await act(context, async () => {
    const actor = memberWhoSends(context);
    const form = await readForm(request);
    typed = typedIn(form);
    throw redirect(save(actor, await pastedIn(form)));
  });
  return data({ ...answer, typed }, init ?? undefined);
}

/** The page keeps what was typed by itself, unless it runs without scripts and was loaded anew. */
function typedIn(form: FormData): Record<string, string> | null {
  if (typeof form.get("text") !== "string") return null;
  return Object.fromEntries([...form].filter((one): one is [string, string] => typeof one[1] === "string"));
}
