import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useCase } from "#app/case/use-case.ts";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { Chain } from "#app/record/chain.tsx";
import { RecordList } from "#app/record/record-list.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const before = new URL(request.url).searchParams.get("before");
  return load(context, () => {
    const page = before === null ? {} : { before: numberFrom(before) };
    return context.services.history.record(member, numberFrom(params.number), page);
  });
}

export const clientLoader = keepPage();

export const meta: MetaFunction = ({ params, matches }) =>
  pageTitle(matches, "record", "page_title", { number: params.number ?? "" });

export default function RecordScreen() {
  const say = useWords("record");
  const { events, next, chainIntact } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { parent } = useCase();
  const isFirst = search.get("before") === null;
  return (
    <section className="record-screen" aria-labelledby="record-title">
      <header className="record-head">
        <h2 className="record-title" id="record-title">
          {say("record")}
        </h2>
        <Chain isIntact={chainIntact} />
      </header>
      <RecordList events={events} caseNumber={parent.number} />
      {events.length === 0 && <p className="quiet">{say("nothing_older")}</p>}
      <nav className="actions" aria-label={say("pages")}>
        {!isFirst && <ButtonLink to="?">{say("newest")}</ButtonLink>}
        {next !== null && <ButtonLink to={`?before=${next}`}>{say("older")}</ButtonLink>}
      </nav>
    </section>
  );
}
