import { type ActionFunctionArgs, redirect, replace } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { safeReturn } from "#app/http/member.ts";
import { readForm } from "#app/http/read-form.ts";
import { keepForm } from "#app/live/keep-form.ts";
import { densityCookie, densityOf } from "#app/shell/density.ts";

/** Keeps how close rows stand, and goes back to where it was made. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await load(context, () => readForm(request));
  return replace(safeReturn(String(form.get("back") ?? "")), {
    headers: { "Set-Cookie": densityCookie(densityOf(form.get("density"))) },
  });
}

export const clientAction = keepForm();

export const loader = () => redirect("/cases");
