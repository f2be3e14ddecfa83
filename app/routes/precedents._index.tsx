import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { load } from "#app/http/act.ts";
import { numberInPath, once } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { PrecedentsPage } from "#app/precedents/precedents-page.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { can } from "#domain/roles.ts";

const shown = z.coerce.number().int().positive().catch(50);
const claimRequest = z.object({ precedentId: numberInPath, caseNumber: numberInPath, once });

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "precedents", "page");

export function loader({ context, request }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const { precedents, cases } = context.services;
  const { searchParams } = new URL(request.url);
  const words = searchParams.get("q") ?? "";
  const most = shown.parse(searchParams.get("shown") ?? undefined);
  return load(context, () => ({
    library: precedents.list(member, words, most),
    cases: can(member, "claim.create") ? cases.list(member).map(({ number, title }) => ({ number, title })) : [],
    canImport: can(member, "precedent.import"),
  }));
}

export function action(call: ActionFunctionArgs) {
  return memberAction(call, claimRequest, (actor, { caseNumber, ...given }) => {
    const { number } = call.context.services.claims.createFromPrecedent(actor, caseNumber, given);
    throw redirect(`/cases/${caseNumber}/claims/${number}`);
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function Precedents() {
  return <PrecedentsPage {...useLoaderData<typeof loader>()} />;
}
