import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";

export function loader({ params }: LoaderFunctionArgs) {
  return load(() => redirect(`/cases/${numberFrom(params.number)}/board`));
}
