import "#app/precedents/precedents.css";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { useAnswer } from "#app/live/use-answer.ts";
import { ImportForm } from "#app/precedents/import-form.tsx";
import { ImportPreview } from "#app/precedents/import-preview.tsx";
import { chosen, importRequest } from "#app/precedents/import-request.ts";
import { Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { useIsSending } from "#app/ui/use-is-sending.ts";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "precedents", "import_page");

export function loader({ context, request }: LoaderFunctionArgs) {
  const actor = memberOf(context, request);
  return load(context, async () => ({ preview: await context.services.precedents.preview(actor) }));
}

export function action(call: ActionFunctionArgs) {
  const { precedents } = call.context.services;
  return memberAction(call, importRequest, async (actor, asked) => {
    if (asked.intent === "take") return { taken: await precedents.take(actor, asked) };
    if (asked.intent === "choose") precedents.choose(actor, await chosen(asked));
    if (asked.intent === "columns") precedents.chooseColumns(actor, asked.columns);
    if (asked.intent === "discard") precedents.discard(actor);
    return { taken: null };
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function ImportChecks() {
  const say = useWords("precedents");
  const { preview } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const isSending = useIsSending();
  const taken = answer?.ok ? answer.taken : null;
  return (
    <Page title={say("import_title")} lede={say("import_lede")} actions={<Link to="/precedents">{say("title")}</Link>}>
      <div role="status">{taken && !preview && <p className="panel import-taken">{say("taken", taken)}</p>}</div>
      <Refusal of={answer} />
      {preview ? (
        <ImportPreview preview={preview} isSending={isSending} />
      ) : (
        <ImportForm key={taken ? "again" : "first"} isSending={isSending} />
      )}
    </Page>
  );
}
