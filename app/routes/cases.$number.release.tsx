import { keepForm } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import "#app/release/release.css";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reloadList } from "#app/board/reach.ts";
import { useCase } from "#app/case/use-case.ts";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { PreflightList } from "#app/release/preflight-list.tsx";
import { leavingTitle, leavingWhy } from "#app/release/preflight-words.ts";
import { releaseForm } from "#app/release/release-action.ts";
import { ReleaseForm } from "#app/release/release-form.tsx";
import { ReleaseList } from "#app/release/release-list.tsx";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const { releases } = context.services;
  return load(context, () => {
    const number = numberFrom(params.number);
    return {
      preflight: releases.preflight(member, number),
      releases: releases.list(member, number),
      formats: releases.formats(),
    };
  });
}

export const clientLoader = keepPage();

export function action(call: ActionFunctionArgs) {
  const { releases, documents } = call.context.services;
  return memberAction(call, releaseForm, (member, form) => {
    const number = numberFrom(call.params.number);
    if (form.intent === "release") return { made: releases.make(member, number, form) };
    documents.keepQuote(member, number, form.documentId, form);
    return {};
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = reloadList;
export const meta: MetaFunction = ({ params }) => [{ title: `Release · Case ${params.number} · Assay` }];

export default function ReleaseScreen() {
  const { preflight, releases, formats } = useLoaderData<typeof loader>();
  const { parent } = useCase();
  const { number } = parent;
  return (
    <div className="release-screen">
      <section className="preflight" aria-labelledby="preflight-title">
        <h2 className="release-title" id="preflight-title">
          Next release
        </h2>
        <ReleaseForm preflight={preflight} mayRelease={parent.can.release} />
        <PreflightList title="Ready" rows={preflight.ready} caseNumber={number} empty="No claim is signed off yet." />
        {preflight.leaving.length > 0 && (
          <PreflightList
            title={leavingTitle(preflight)}
            rows={preflight.leaving}
            caseNumber={number}
            empty=""
            why={leavingWhy(preflight)}
          />
        )}
        <PreflightList title="Blocked" rows={preflight.blocked} caseNumber={number} empty="Nothing is blocked." />
        {preflight.dropped > 0 && <p className="quiet">Dropped claims are left out: {preflight.dropped}.</p>}
      </section>
      <ReleaseList releases={releases} formats={formats} caseNumber={number} />
    </div>
  );
}
