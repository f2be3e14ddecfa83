import "#app/tokens/tokens.css";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { TokenForm } from "#app/tokens/token-form.tsx";
import { TokenList } from "#app/tokens/token-list.tsx";
import { tokenRequest } from "#app/tokens/token-request.ts";
import { Page } from "#app/ui/page.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";
import { can } from "#domain/roles.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "tokens", "page");

export function loader({ context, request }: LoaderFunctionArgs) {
  const actor = memberOf(context, request);
  return load(context, () => ({
    tokens: context.services.tokens.list(actor),
    mayManage: can(actor, "member.manage"),
  }));
}

export function action(call: ActionFunctionArgs) {
  const { tokens } = call.context.services;
  return memberAction(call, tokenRequest, (actor, asked) => {
    if (asked.intent === "make") return { made: tokens.make(actor, asked) };
    tokens.revoke(actor, asked.tokenId, asked);
    return {};
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function Tokens() {
  const say = useWords("tokens");
  const { tokens, mayManage } = useLoaderData<typeof loader>();
  return (
    <Page
      title={say("page")}
      lede={say("lede")}
      actions={
        <>
          {mayManage && <Link to="/webhooks">{say("webhooks")}</Link>}
          <a href="/api/v1/docs">{say("read_docs")}</a>
        </>
      }
    >
      <div className="tokens-page">
        <TokenList tokens={tokens} />
        <section className="panel token-panel" aria-labelledby="make-token">
          <h2 id="make-token">{say("make")}</h2>
          <TokenForm />
        </section>
      </div>
    </Page>
  );
}
