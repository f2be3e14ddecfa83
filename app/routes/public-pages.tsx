import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { MethodForm } from "#app/publishing/method-form.tsx";
import { PagesForm } from "#app/publishing/pages-form.tsx";
import { publishingRequest } from "#app/publishing/publishing-request.ts";
import { Page } from "#app/ui/page.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "publishing", "page");

export function loader({ context, request }: LoaderFunctionArgs) {
  const actor = memberOf(context, request);
  return load(context, () => ({
    pages: context.services.publications.pages(actor),
    method: context.services.methodPages.read(actor),
  }));
}

export function action(call: ActionFunctionArgs) {
  const { methodPages, publications } = call.context.services;
  return memberAction(call, publishingRequest, (actor, { once, ...asked }) => {
    if (asked.act === "method") methodPages.set(actor, { ...asked, once });
    else publications.setPages(actor, { isOn: asked.act !== "off", language: asked.language, once });
    return {};
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function PublicPages() {
  const say = useWords("publishing");
  const { pages, method } = useLoaderData<typeof loader>();
  return (
    <Page title={say("page")} lede={say("lede")}>
      <div className="publishing-page">
        <PagesForm pages={pages} />
        <MethodForm pages={method} />
      </div>
    </Page>
  );
}
