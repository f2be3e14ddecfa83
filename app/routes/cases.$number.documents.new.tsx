import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { savePasted } from "#app/article/paste-action.ts";
import { PasteForm } from "#app/article/paste-form.tsx";
import { useCase } from "#app/case/use-case.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { useAnswer } from "#app/live/use-answer.ts";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/speech.tsx";

export function loader({ context, request }: LoaderFunctionArgs) {
  memberOf(context, request);
  return null;
}

export const clientLoader = keepPage();

export function action(call: ActionFunctionArgs) {
  const { context, params } = call;
  return savePasted(call, (member, pasted) => {
    const number = numberFrom(params.number);
    const { documentId } = context.services.documents.add(member, number, pasted);
    return `/cases/${number}/documents/${documentId}`;
  });
}

export const clientAction = keepForm();

export const shouldRevalidate = stayWhenUnreachable;

export default function NewDocument() {
  const say = useWords("article");
  const { parent } = useCase();
  const answer = useAnswer();
  if (!parent.can.addDocument) {
    return (
      <Page part title={say("paste_new")}>
        <Empty title={say("paste_reader")}>{say("paste_reader_advice")}</Empty>
      </Page>
    );
  }
  return (
    <Page part title={say("paste_new")} lede={say("paste_new_lede")}>
      <PasteForm facts={{}} answer={answer} submit={say("paste_new_submit")} cancel={`/cases/${parent.number}/board`} />
    </Page>
  );
}
