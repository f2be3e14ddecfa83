import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { NumbersScreen } from "#app/numbers/numbers-screen.tsx";
import { reloadNumbers } from "#app/numbers/reload-numbers.ts";
import { pageTitle } from "#app/words/page-title.ts";
import { daysFrom } from "#domain/numbers.ts";

export function loader({ context, request }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const days = daysFrom(new URL(request.url).searchParams);
  return load(context, () => ({ numbers: context.services.numbers.ofDesk(member, days) }));
}

export const clientLoader = keepPage();
export const shouldRevalidate = reloadNumbers;
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "numbers", "page_title");

export default function DeskNumbers() {
  const { numbers } = useLoaderData<typeof loader>();
  return <NumbersScreen numbers={numbers} at="/numbers" list={null} />;
}
