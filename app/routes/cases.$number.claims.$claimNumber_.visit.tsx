import type { ActionFunctionArgs } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberWhoSends } from "#app/http/member.ts";

/** Notes that the member has the discussion of this claim before their eyes. */
export function action({ context, params }: ActionFunctionArgs) {
  return load(context, () => {
    const member = memberWhoSends(context);
    context.services.discussion.look(member, numberFrom(params.number), numberFrom(params.claimNumber));
    return new Response(null, { status: 204 });
  });
}
