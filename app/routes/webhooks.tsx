import "#app/tokens/tokens.css";
import "#app/webhooks/webhooks.css";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { Page } from "#app/ui/page.tsx";
import { WebhookForm } from "#app/webhooks/webhook-form.tsx";
import { WebhookList } from "#app/webhooks/webhook-list.tsx";
import { webhookRequest } from "#app/webhooks/webhook-request.ts";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "webhooks", "page");

export function loader({ context, request }: LoaderFunctionArgs) {
  const actor = memberOf(context, request);
  return load(context, () => ({ webhooks: context.services.webhooks.list(actor) }));
}

export function action(call: ActionFunctionArgs) {
  const { webhooks } = call.context.services;
  return memberAction(call, webhookRequest, (actor, asked) => {
    if (asked.intent === "make") return webhooks.make(actor, asked);
    if (asked.intent === "remove") webhooks.remove(actor, asked.webhookId, asked);
    if (asked.intent === "resend") webhooks.resend(actor, asked.deliveryId, asked);
    return {};
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function Webhooks() {
  const say = useWords("webhooks");
  const { webhooks } = useLoaderData<typeof loader>();
  return (
    <Page title={say("page")} lede={say("lede")} actions={<Link to="/tokens">{say("tokens")}</Link>}>
      <div className="tokens-page">
        <WebhookList webhooks={webhooks} />
        <section className="panel token-panel" aria-labelledby="add-webhook">
          <h2 id="add-webhook">{say("make")}</h2>
          <WebhookForm />
        </section>
      </div>
    </Page>
  );
}
