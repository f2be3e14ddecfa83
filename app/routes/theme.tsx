import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { pathOf } from "#app/shell/back.ts";
import { themeCookie, themeOf } from "#app/shell/theme.ts";

/** Keeps the choice of light or dark, and goes back to where it was made. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  return redirect(pathOf(form.get("back"), "/cases"), {
    headers: { "Set-Cookie": themeCookie(themeOf(form.get("theme"))) },
  });
}

export const loader = () => redirect("/cases");
