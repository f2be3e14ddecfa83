import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WordsScreen } from "#app/history/words-screen.tsx";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { stayWhenUnreachable } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { pageTitle } from "#app/words/page-title.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  return load(context, async () => {
    const [number, claimNumber] = [numberFrom(params.number), numberFrom(params.claimNumber)];
    const credits = await context.services.versions.words(member, number, claimNumber);
    return { claim: credits.claim, credits };
  });
}

export const clientLoader = keepPage();
export const shouldRevalidate = stayWhenUnreachable;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageTitle(matches, "history", "words_page_title", { reference: data.claim.reference }) : [{ title: "Assay" }];

export default function WordsRoute() {
  const { credits } = useLoaderData<typeof loader>();
  return <WordsScreen credits={credits} />;
}
