import { type AppLoadContext, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { readUtf8, shownText } from "#app/article/exact-text.ts";
import { act } from "#app/http/act.ts";
import { once, parseForm } from "#app/http/form.ts";
import { memberWhoSends } from "#app/http/member.ts";
import { readForm } from "#app/http/read-form.ts";
import { AppError } from "#domain/errors.ts";
import { LIMITS } from "#domain/limits.ts";
import type { Member } from "#server/context.ts";

const pasted = z.object({
  title: z.string().trim().max(LIMITS.title, `A title may have ${LIMITS.title} characters at most.`),
  originUrl: z.string().trim().max(LIMITS.url, "This address is too long. Leave out what follows the question mark."),
  outlet: z.string().trim().max(LIMITS.name, `The name of an outlet may have ${LIMITS.name} characters at most.`),
  publishedOn: z.string().trim().max(40, "Write the date as YYYY-MM-DD."),
  language: z.string().trim().max(35, "Write a language tag such as en, ar or pt-BR, or leave it empty."),
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
  const read = readUtf8(await blob.arrayBuffer(), mark);
  if ("text" in read) return read.text;
  throw new AppError("bad_input", read.sentence, { fields: { text: read.sentence } });
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
