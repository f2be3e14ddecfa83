import type { LoaderFunctionArgs } from "@remix-run/node";
import { packRows } from "#app/board/packed-rows.ts";
import { sentList } from "#app/board/sent-list.ts";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";

/**
 * The claims of a list: all of them, as board and table ask when they are opened in place, or those that are asked for by
 * id, because colleagues changed them.
 */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const ids = new URL(request.url).searchParams.get("ids")?.split(",").filter(Boolean).slice(0, 200);
  return load(context, () => {
    const number = numberFrom(params.number);
    const { claims, views } = context.services;
    if (!ids) return Response.json(sentList(context, member, number));
    return Response.json({ claims: packRows(claims.some(member, number, ids)), views: views.list(member, number) });
  });
}
