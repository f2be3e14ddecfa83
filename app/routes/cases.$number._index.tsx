import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";

export function loader({ context, params }: LoaderFunctionArgs) {
  return load(context, () => redirect(`/cases/${numberFrom(params.number)}/board`));
}
