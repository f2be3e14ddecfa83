import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useCase } from "#app/case/use-case.ts";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { ReleasePage } from "#app/release/release-page.tsx";
import { pageTitle } from "#app/words/page-title.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const { releases, bundles } = context.services;
  return load(context, () => {
    const [number, release] = [numberFrom(params.number), numberFrom(params.release)];
    return {
      release: releases.read(member, number, release),
      bundle: bundles.read(member, number, release),
      formats: releases.formats(),
    };
  });
}

export const clientLoader = keepPage();

export const meta: MetaFunction = ({ params: { number = "", release = "" }, matches }) =>
  pageTitle(matches, "release", "one_page_title", { number, release });

export default function ReleaseRoute() {
  const { release, bundle, formats } = useLoaderData<typeof loader>();
  const { parent } = useCase();
  return <ReleasePage release={release} bundle={bundle} formats={formats} caseNumber={parent.number} />;
}
