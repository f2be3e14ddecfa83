import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { PagesForm } from "#app/publishing/pages-form.tsx";
import { pagesRequest } from "#app/publishing/publishing-request.ts";
import { Page } from "#app/ui/page.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "publishing", "page");

export function loader({ context, request }: LoaderFunctionArgs) {
  const actor = memberOf(context, request);
  return load(context, () => ({ pages: context.services.publications.pages(actor) }));
}

export function action(call: ActionFunctionArgs) {
  const { publications } = call.context.services;
  return memberAction(call, pagesRequest, (actor, { act, language, once }) => {
    publications.setPages(actor, { isOn: act !== "off", language, once });
    return {};
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function PublicPages() {
  const say = useWords("publishing");
  const { pages } = useLoaderData<typeof loader>();
  return (
    <Page title={say("page")} lede={say("lede")}>
      <PagesForm pages={pages} />
    </Page>
  );
}
