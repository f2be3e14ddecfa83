import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BylineForm } from "#app/byline/byline-form.tsx";
import { bylineRequest } from "#app/byline/byline-request.ts";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { Page } from "#app/ui/page.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "byline", "page");

export function loader({ context, request }: LoaderFunctionArgs) {
  const actor = memberOf(context, request);
  return load(context, () => ({ chosen: context.services.bylines.mine(actor) }));
}

export function action(call: ActionFunctionArgs) {
  return memberAction(call, bylineRequest, (actor, asked) => {
    call.context.services.bylines.setMine(actor, asked);
    return {};
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function Byline() {
  const say = useWords("byline");
  const { chosen } = useLoaderData<typeof loader>();
  return (
    <Page title={say("title")} lede={say("lede")}>
      <div className="panel byline-panel">
        <BylineForm chosen={chosen} />
      </div>
    </Page>
  );
}
