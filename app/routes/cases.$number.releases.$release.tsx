import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useCase } from "#app/case/use-case.ts";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { publicationRequest } from "#app/publishing/publishing-request.ts";
import { askedOfRelease } from "#app/release/asked-part.ts";
import { ReleasePage } from "#app/release/release-page.tsx";
import { pageTitle } from "#app/words/page-title.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const { releases, bundles, publications } = context.services;
  const asked = askedOfRelease(new URL(request.url).searchParams);
  return load(context, async () => {
    const [number, release] = [numberFrom(params.number), numberFrom(params.release)];
    return {
      release: await releases.read(member, number, release, asked),
      bundle: bundles.read(member, number, release),
      publication: publications.read(member, number, release),
      formats: releases.formats(),
    };
  });
}

export const clientLoader = keepPage();

export function action(call: ActionFunctionArgs) {
  const { publications, withheldClaims } = call.context.services;
  return memberAction(call, publicationRequest, (member, form) => {
    const [number, release] = [numberFrom(call.params.number), numberFrom(call.params.release)];
    if (form.intent === "publish") publications.publish(member, number, release, form);
    else if (form.intent === "withdraw") publications.withdraw(member, number, release, form);
    else if (form.intent === "withhold") withheldClaims.withhold(member, number, form.claim, form);
    else withheldClaims.showAgain(member, number, form.claim, form);
    return {};
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export const meta: MetaFunction = ({ params: { number = "", release = "" }, matches }) =>
  pageTitle(matches, "release", "one_page_title", { number, release });

export default function ReleaseRoute() {
  const { parent } = useCase();
  return <ReleasePage {...useLoaderData<typeof loader>()} caseNumber={parent.number} />;
}
