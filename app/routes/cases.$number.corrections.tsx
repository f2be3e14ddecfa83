import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reloadList } from "#app/board/reach.ts";
import { useCase } from "#app/case/use-case.ts";
import { correctionForm } from "#app/corrections/correction-forms.ts";
import { CorrectionsLog } from "#app/corrections/corrections-log.tsx";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { pageTitle } from "#app/words/page-title.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  return load(context, () => ({
    records: context.services.corrections.ofCase(member, numberFrom(params.number)),
  }));
}

export const clientLoader = keepPage();

/** Also for the cards, which show what is on the record about their claim. */
export function action(call: ActionFunctionArgs) {
  const { corrections } = call.context.services;
  return memberAction(call, correctionForm, (member, form) => {
    const number = numberFrom(call.params.number);
    if (form.intent === "confirm") corrections.confirm(member, number, form.id, form);
    else if (form.intent === "take-back") corrections.takeBack(member, number, form.id, form);
    else corrections.lookedAt(member, form.claimId, form);
    return { intent: form.intent };
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = reloadList;

export const meta: MetaFunction = ({ params, matches }) =>
  pageTitle(matches, "corrections", "log_page_title", { number: params.number ?? "" });

export default function CorrectionsScreen() {
  const { records } = useLoaderData<typeof loader>();
  const { parent } = useCase();
  return <CorrectionsLog records={records} canLook={parent.can.edit} />;
}
