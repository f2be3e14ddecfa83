import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FindPage } from "#app/find/find-page.tsx";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { pageTitle } from "#app/words/page-title.ts";

export function loader({ context, request }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const words = new URL(request.url).searchParams.get("q") ?? "";
  const { find } = context.services;
  return load(context, () => ({ named: find.named(member, words, null), ...find.all(member, words) }));
}

export const clientLoader = keepPage();

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  data?.text ? pageTitle(matches, "find", "page_words", { words: data.text }) : pageTitle(matches, "find", "page");

export default function Find() {
  return <FindPage found={useLoaderData<typeof loader>()} />;
}
