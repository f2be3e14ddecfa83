import { type ActionFunctionArgs, redirect, replace } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { safeReturn } from "#app/http/member.ts";
import { readForm } from "#app/http/read-form.ts";
import { languageOf } from "#domain/words/languages.ts";

/** Keeps the choice of a language, and goes back to where it was made. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await load(context, () => readForm(request));
  const language = languageOf(form.get("language")) ?? context.language;
  return replace(safeReturn(String(form.get("back") ?? "")), {
    headers: { "Set-Cookie": context.keepLanguage(language) },
  });
}

export const loader = () => redirect("/cases");
