import { type ActionFunctionArgs, redirect, replace } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { memberOf, safeReturn } from "#app/http/member.ts";
import { readForm } from "#app/http/read-form.ts";
import { keepForm } from "#app/live/keep-form.ts";
import { keepCookie } from "#app/shell/keep-typed.ts";

/** Keeps whether this browser is to keep what this member types, and goes back to where that was chosen. */
export async function action({ context, request }: ActionFunctionArgs) {
  const member = memberOf(context, request);
  const form = await load(context, () => readForm(request));
  const isOn = form.get("keep-typed") === "yes";
  return replace(safeReturn(String(form.get("back") ?? "")), {
    headers: { "Set-Cookie": keepCookie(isOn ? member.id : null) },
  });
}

export const clientAction = keepForm();

export const loader = () => redirect("/cases");
