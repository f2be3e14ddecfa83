import "#app/case/case.css";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { CardAhead } from "#app/card/card-ahead.tsx";
import { useCardAhead } from "#app/card/use-card-ahead.ts";
import { CaseTabs } from "#app/case/case-tabs.tsx";
import { ConnectionLine } from "#app/case/connection-line.tsx";
import { type CaseFacts, CaseProvider } from "#app/case/use-case.ts";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { isAsked } from "#app/http/is-asked.ts";
import { memberOf } from "#app/http/member.ts";
import { keepCase, reloadCase } from "#app/live/case-half.ts";
import { useActivity } from "#app/live/use-activity.ts";
import { useFreshCase } from "#app/live/use-fresh-case.ts";
import { useLiveCase } from "#app/live/use-live-case.ts";
import { useSignedOut } from "#app/live/use-signed-out.ts";
import { TogetherHead, TogetherLines, useTogether } from "#app/together/together.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";

export function loader({ context, request, params }: LoaderFunctionArgs): Promise<CaseFacts> {
  const member = memberOf(context, request);
  return load(context, () => ({
    parent: context.services.cases.open(member, numberFrom(params.number), { isVisit: isAsked(request) }),
    me: { id: member.id, name: member.name },
  }));
}

export const clientLoader = keepCase();

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [{ title: "Assay" }];
  const { title, number } = data.parent;
  return pageTitle(matches, "case", "page", { title, number });
};

export const shouldRevalidate = reloadCase;

export default function CaseLayout() {
  const say = useWords("case");
  const facts = useLoaderData<typeof loader>();
  const { parent, me } = facts;
  const live = useLiveCase(parent.id);
  const isSignedOut = useSignedOut(parent.id);
  useFreshCase(parent.id);
  const together = useTogether(parent, me.id, live);
  useActivity(parent.id);
  const ahead = useCardAhead(parent.number);
  return (
    <CaseProvider value={facts}>
      <header className="case-head">
        <h1 className="case-title">
          <span className="ref">{say("number", { number: parent.number })}</span>
          <span className="case-name">
            <bdi>{parent.title}</bdi>
          </span>
          {parent.sample && <span className="tag">{say("sample")}</span>}
          {parent.restricted && <span className="tag">{say("restricted")}</span>}
        </h1>
        <TogetherHead {...together} />
        <CaseTabs />
      </header>
      <ConnectionLine connection={live.connection} isSignedOut={isSignedOut} />
      <TogetherLines {...together} />
      {ahead && <CardAhead key={ahead.id} row={ahead} />}
      {/* It stays until the card is here, which may be refused. */}
      <div className="case-page" hidden={ahead !== null}>
        <Outlet />
      </div>
    </CaseProvider>
  );
}
