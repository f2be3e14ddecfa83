import type { LoaderFunctionArgs } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { downloadOf } from "#app/release/download.ts";

/** Every precedent as a schema.org DataFeed. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  return load(context, () => downloadOf(context, context.services.precedents.feed(member)));
}
