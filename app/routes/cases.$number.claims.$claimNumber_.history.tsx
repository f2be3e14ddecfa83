import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { comparedIn, pageIn } from "#app/history/addresses.ts";
import { decideOnHistory } from "#app/history/history-action.ts";
import { HistoryScreen } from "#app/history/history-screen.tsx";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { pageTitle } from "#app/words/page-title.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const { searchParams } = new URL(request.url);
  const { versions } = context.services;
  return load(context, async () => {
    const [number, claimNumber] = [numberFrom(params.number), numberFrom(params.claimNumber)];
    const list = await versions.list(member, number, claimNumber, pageIn(searchParams));
    const comparison = await versions.compare(member, number, claimNumber, {
      ...comparedIn(searchParams),
      language: context.language,
    });
    return { claim: list.claim, list, comparison };
  });
}

export const clientLoader = keepPage();

export const action = (call: ActionFunctionArgs) => decideOnHistory(call);
export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageTitle(matches, "history", "page_title", { reference: data.claim.reference }) : [{ title: "Assay" }];

export default function HistoryRoute() {
  const { list, comparison } = useLoaderData<typeof loader>();
  return <HistoryScreen list={list} comparison={comparison} />;
}
