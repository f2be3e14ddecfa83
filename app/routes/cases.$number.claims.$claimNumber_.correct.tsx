import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CorrectPage } from "#app/corrections/correct-page.tsx";
import { newCorrectionForm } from "#app/corrections/correction-forms.ts";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { useAnswer } from "#app/live/use-answer.ts";
import { pageTitle } from "#app/words/page-title.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  return load(context, () =>
    context.services.corrections.form(member, numberFrom(params.number), numberFrom(params.claimNumber)),
  );
}

export const clientLoader = keepPage();

export function action(call: ActionFunctionArgs) {
  const { context, params } = call;
  return memberAction(call, newCorrectionForm, (member, form) => {
    const [number, claimNumber] = [numberFrom(params.number), numberFrom(params.claimNumber)];
    context.services.corrections.prepare(member, number, claimNumber, form);
    throw redirect(`/cases/${number}/claims/${claimNumber}`);
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageTitle(matches, "corrections", "page_title", { reference: data.reference }) : [{ title: "Assay" }];

export default function CorrectRoute() {
  return <CorrectPage form={useLoaderData<typeof loader>()} answer={useAnswer<typeof action>()} />;
}
