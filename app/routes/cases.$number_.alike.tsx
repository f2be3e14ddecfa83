import type { LoaderFunctionArgs } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";

/** Claims that say nearly what somebody is about to write, for the hint beside it. */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const { member, services } = context;
  if (!member) return new Response(null, { status: 401 });
  const words = new URL(request.url).searchParams.get("words") ?? "";
  return load(context, () =>
    Response.json({ claims: services.alike.claims(member, numberFrom(params.number), words) }),
  );
}
