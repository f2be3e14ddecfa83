import type { LoaderFunctionArgs } from "@remix-run/node";
import { packRows } from "#app/board/packed-rows.ts";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";

/** The claims of a list that are asked for by id, as board and table ask when colleagues changed them. */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const ids = (new URL(request.url).searchParams.get("ids") ?? "").split(",").filter(Boolean).slice(0, 200);
  return load(context, () => {
    const number = numberFrom(params.number);
    const { claims, views } = context.services;
    return Response.json({ claims: packRows(claims.some(member, number, ids)), views: views.list(member, number) });
  });
}
