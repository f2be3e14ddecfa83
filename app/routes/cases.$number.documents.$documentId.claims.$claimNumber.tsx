import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { besideFacts } from "#app/article/beside-facts.ts";
import { ClaimBeside } from "#app/article/claim-beside.tsx";
import { NotBeside } from "#app/article/not-beside.tsx";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { stayWhenUnreachable } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";

/** A claim beside the article that is being read. */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  return load(context, () =>
    besideFacts(context.services.claims.read(member, numberFrom(params.number), numberFrom(params.claimNumber))),
  );
}

export const clientLoader = keepPage();
export const shouldRevalidate = stayWhenUnreachable;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.reference} ${data.card.statement.slice(0, 60)} · Assay` : "Assay" },
];

export default function BesideRoute() {
  const claim = useLoaderData<typeof loader>();
  return <ClaimBeside key={claim.id} claim={claim} />;
}

/** The text stays readable when the claim beside it cannot be shown. */
export function ErrorBoundary() {
  return <NotBeside error={useRouteError()} />;
}
