import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { articleForm } from "#app/article/article-action.ts";
import { ArticlePage } from "#app/article/article-page.tsx";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const wanted = new URL(request.url).searchParams.get("version");
  return load(context, () => {
    const version = wanted === null ? undefined : numberFrom(wanted);
    return context.services.documents.read(member, numberFrom(params.number), params.documentId ?? "", version);
  });
}

/** With a claim open beside it, it is the same page. */
export const clientLoader = keepPage((url) => url.replace(/\/claims\/\d+(?=\?|$)/, ""));

const MISTAKE = { stage: "dropped", dropReason: "made_by_mistake" } as const;

export function action(call: ActionFunctionArgs) {
  const { context, params } = call;
  const { documents, claims } = context.services;
  return memberAction(call, articleForm, (member, asked) => {
    const number = numberFrom(params.number);
    const documentId = params.documentId ?? "";
    if (asked.intent === "claim") return claims.createFromWords(member, number, { documentId, ...asked });
    if (asked.intent === "undo") claims.move(member, asked.claimId, { ...asked, ...MISTAKE });
    else if (asked.intent === "carry") documents.carry(member, number, documentId, asked);
    else if (asked.intent === "keep") documents.keepQuote(member, number, documentId, asked);
    else if (asked.intent === "attach") documents.attach(member, number, documentId, asked);
    else documents.dismiss(member, number, documentId, asked);
    return {};
  });
}

export const clientAction = keepForm();

export const shouldRevalidate = stayWhenUnreachable;

export default function Article() {
  const view = useLoaderData<typeof loader>();
  const { number } = useParams();
  return <ArticlePage key={view.version.id} view={view} path={`/cases/${number}/documents/${view.id}`} />;
}
