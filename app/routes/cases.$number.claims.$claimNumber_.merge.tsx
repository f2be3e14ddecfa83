import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { load, sayTo } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { useAnswer } from "#app/live/use-answer.ts";
import { mergeForm, wantedNumber } from "#app/merge/merge-form.ts";
import { MergePage } from "#app/merge/merge-page.tsx";
import { pageTitle } from "#app/words/page-title.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const wanted = new URL(request.url).searchParams.get("into") ?? "";
  const [number, claimNumber] = [numberFrom(params.number), numberFrom(params.claimNumber)];
  return load(context, () => {
    const look = context.services.merges.look(member, number, claimNumber, wantedNumber(wanted));
    return { ...look, refusal: look.refusal && sayTo(context, look.refusal) };
  });
}

export const clientLoader = keepPage();

export function action(call: ActionFunctionArgs) {
  const { context, params } = call;
  return memberAction(call, mergeForm, (member, asked) => {
    const [number, claimNumber] = [numberFrom(params.number), numberFrom(params.claimNumber)];
    const into = context.services.merges.merge(member, number, claimNumber, asked);
    throw redirect(`/cases/${number}/claims/${into.number}?merged=${claimNumber}`);
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageTitle(matches, "merge", "page_title", { reference: data.from.reference }) : [{ title: "Assay" }];

export default function MergeRoute() {
  const answer = useAnswer<typeof action>();
  return <MergePage look={useLoaderData<typeof loader>()} answer={answer} />;
}
