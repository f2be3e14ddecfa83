import { keepForm } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import "#app/release/release.css";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { reloadPart } from "#app/board/reach.ts";
import { useCase } from "#app/case/use-case.ts";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { askedPreflight } from "#app/release/asked-part.ts";
import { FindClaims } from "#app/release/find-claims.tsx";
import { FollowReleases } from "#app/release/follow-releases.tsx";
import { PreflightList } from "#app/release/preflight-list.tsx";
import { noneReadyWords } from "#app/release/preflight-words.ts";
import { PublishingAdvice } from "#app/release/publishing-advice.tsx";
import { releaseForm } from "#app/release/release-action.ts";
import { ReleaseForm } from "#app/release/release-form.tsx";
import { ReleaseList } from "#app/release/release-list.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const { releases, feeds } = context.services;
  const asked = askedPreflight(new URL(request.url).searchParams);
  return load(context, async () => {
    const number = numberFrom(params.number);
    return {
      preflight: await releases.preflightPage(member, number, asked),
      releases: releases.list(member, number),
      formats: releases.formats(),
      followedSince: feeds.since(member, number),
    };
  });
}

export const clientLoader = keepPage();

export function action(call: ActionFunctionArgs) {
  const { releases, documents } = call.context.services;
  return memberAction(call, releaseForm, async (member, form) => {
    const number = numberFrom(call.params.number);
    if (form.intent === "release") return { made: await releases.make(member, number, form) };
    documents.keepQuote(member, number, form.documentId, form);
    return {};
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = reloadPart;
export const meta: MetaFunction = ({ params, matches }) =>
  pageTitle(matches, "release", "page_title", { number: params.number ?? "" });

export default function ReleaseScreen() {
  const say = useWords("release");
  const sayOfCorrections = useWords("corrections");
  const { preflight, releases, formats, followedSince } = useLoaderData<typeof loader>();
  const { parent } = useCase();
  const { number } = parent;
  const { nextNumber } = preflight;
  return (
    <div className="release-screen">
      <section className="preflight" aria-labelledby="preflight-title">
        <h2 className="release-title" id="preflight-title">
          {say("next_release")}
        </h2>
        <ReleaseForm preflight={preflight} mayRelease={parent.can.release} />
        <PublishingAdvice advice={preflight.advice} />
        <FindClaims preflight={preflight} />
        <PreflightList
          title={say("ready")}
          name="ready"
          list={preflight.ready}
          caseNumber={number}
          empty={noneReadyWords(say, preflight)}
        />
        {preflight.leaving.count > 0 && (
          <PreflightList
            title={say("leaving_title", { last: nextNumber - 1, next: nextNumber })}
            name="leaving"
            list={preflight.leaving}
            caseNumber={number}
            empty=""
            why={say("leaving_why", { last: nextNumber - 1 })}
          />
        )}
        <PreflightList
          title={say("blocked")}
          name="blocked"
          list={preflight.blocked}
          caseNumber={number}
          empty={say("none_blocked")}
        />
        {preflight.dropped > 0 && <p className="quiet">{say("dropped_left_out", { count: preflight.dropped })}</p>}
      </section>
      <ReleaseList releases={releases} formats={formats} caseNumber={number}>
        {releases.length > 0 && (
          <p>
            <Link to={`/cases/${number}/corrections`}>{sayOfCorrections("of_case")}</Link>
          </p>
        )}
        <FollowReleases since={followedSince} caseNumber={number} />
      </ReleaseList>
    </div>
  );
}
