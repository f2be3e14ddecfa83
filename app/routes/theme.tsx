import { type ActionFunctionArgs, redirect, replace } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { safeReturn } from "#app/http/member.ts";
import { readForm } from "#app/http/read-form.ts";
import { keepForm } from "#app/live/keep-form.ts";
import { themeCookie, themeOf } from "#app/shell/theme.ts";

/** Keeps the choice of light or dark, and goes back to where it was made. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await load(context, () => readForm(request));
  return replace(safeReturn(String(form.get("back") ?? "")), {
    headers: { "Set-Cookie": themeCookie(themeOf(form.get("theme"))) },
  });
}

export const clientAction = keepForm();

export const loader = () => redirect("/cases");
