import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useCase } from "#app/case/use-case.ts";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { NumbersScreen } from "#app/numbers/numbers-screen.tsx";
import { reloadNumbers } from "#app/numbers/reload-numbers.ts";
import { pageTitle } from "#app/words/page-title.ts";
import { daysFrom } from "#domain/numbers.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const days = daysFrom(new URL(request.url).searchParams);
  return load(context, () => ({ numbers: context.services.numbers.ofCase(member, numberFrom(params.number), days) }));
}

export const clientLoader = keepPage();
export const shouldRevalidate = reloadNumbers;
export const meta: MetaFunction = ({ params, matches }) =>
  pageTitle(matches, "numbers", "case_page_title", { number: params.number ?? "" });

export default function CaseNumbers() {
  const { numbers } = useLoaderData<typeof loader>();
  const at = `/cases/${useCase().parent.number}`;
  return <NumbersScreen numbers={numbers} at={`${at}/numbers`} list={`${at}/table`} />;
}
