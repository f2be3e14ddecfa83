import type { LoaderFunctionArgs } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { downloadOf } from "#app/release/download.ts";
import { daysFrom } from "#domain/numbers.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const days = daysFrom(new URL(request.url).searchParams);
  return load(context, () => downloadOf(context, context.services.numbers.deskFile(member, params.chart ?? "", days)));
}
