import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { savePasted } from "#app/article/paste-action.ts";
import { PasteForm } from "#app/article/paste-form.tsx";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { useAnswer } from "#app/live/use-answer.ts";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/speech.tsx";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  return load(context, () => {
    const { id, version } = context.services.documents.read(member, numberFrom(params.number), params.documentId ?? "");
    const { title, originUrl, outlet, publishedOn, language, number } = version;
    return {
      facts: { title, originUrl, outlet, publishedOn, language },
      latest: number,
      back: `/cases/${params.number}/documents/${id}`,
    };
  });
}

export const clientLoader = keepPage();

export function action(call: ActionFunctionArgs) {
  const { context, params } = call;
  return savePasted(call, (member, pasted) => {
    const number = numberFrom(params.number);
    const documentId = params.documentId ?? "";
    context.services.documents.addVersion(member, number, documentId, pasted);
    return `/cases/${number}/documents/${documentId}`;
  });
}

export const clientAction = keepForm();

export const shouldRevalidate = stayWhenUnreachable;

export default function NewVersion() {
  const say = useWords("article");
  const { facts, latest, back } = useLoaderData<typeof loader>();
  return (
    <Page part title={say("paste_version", { number: latest + 1 })} lede={say("paste_version_lede")}>
      <PasteForm
        facts={facts}
        answer={useAnswer()}
        submit={say("paste_version_submit", { number: latest + 1 })}
        cancel={back}
      />
    </Page>
  );
}
