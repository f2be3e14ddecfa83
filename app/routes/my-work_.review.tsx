import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConnectionLine } from "#app/case/connection-line.tsx";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { pageTitle } from "#app/words/page-title.ts";
import { decideInQueue } from "#app/work/review-action.ts";
import { ReviewScreen } from "#app/work/review-screen.tsx";
import { useFreshWork } from "#app/work/use-fresh-work.ts";

export function loader({ context, request }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const claimId = new URL(request.url).searchParams.get("claim");
  return load(context, () => context.services.work.review(member, claimId));
}

export const clientLoader = keepPage();

export const action = (call: ActionFunctionArgs) => decideInQueue(call);
export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "work", "page_review");

export default function ReviewQueue() {
  const work = useLoaderData<typeof loader>();
  const isSignedOut = useFreshWork();
  return (
    <>
      <ConnectionLine connection="open" isSignedOut={isSignedOut} />
      <ReviewScreen {...work} />
    </>
  );
}
