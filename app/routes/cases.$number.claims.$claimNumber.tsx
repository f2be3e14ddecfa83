import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reloadList } from "#app/board/reach.ts";
import { decideOnCard } from "#app/card/card-action.ts";
import { CardScreen } from "#app/card/card-screen.tsx";
import { useCase } from "#app/case/use-case.ts";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { isAsked } from "#app/http/is-asked.ts";
import { memberOf } from "#app/http/member.ts";
import { keepForm } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { MergeNotice, wantsItself } from "#app/merge/merge-notice.tsx";
import { UNASKED_HEADER } from "#domain/protocol.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const { claims, conflictSets, corrections, discussion, history, merges, notifications, work } = context.services;
  const isItself = wantsItself(request.url, request.headers.has(UNASKED_HEADER));
  return load(context, () => {
    const [number, claimNumber] = [numberFrom(params.number), numberFrom(params.claimNumber)];
    const merged = merges.around(member, number, claimNumber);
    if (merged.into && !isItself) throw redirect(`/cases/${number}/claims/${merged.into.number}?merged=${claimNumber}`);
    const claim = claims.read(member, number, claimNumber);
    if (isAsked(request)) notifications.seen(member, claim.id);
    return {
      claim,
      merged,
      history: history.claim(member, number, claimNumber),
      conflict: conflictSets.around(member, number, claimNumber),
      discussion: discussion.read(member, number, claimNumber),
      corrections: corrections.around(member, number, claimNumber),
      next: claim.can.review ? work.next(member, claim.id) : null,
    };
  });
}

export const clientLoader = keepPage();

export const action = (call: ActionFunctionArgs) => decideOnCard(call);
export const clientAction = keepForm();
export const shouldRevalidate = reloadList;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.claim.reference} ${data.claim.card.statement.slice(0, 60)} · Assay` : "Assay" },
];

export default function CardRoute() {
  const { claim, conflict, merged, history, discussion, corrections, next } = useLoaderData<typeof loader>();
  const { parent, me } = useCase();
  return (
    <>
      <MergeNotice merges={merged} caseNumber={parent.number} reference={claim.reference} />
      <CardScreen
        key={claim.id}
        claim={claim}
        conflict={conflict}
        history={history}
        discussion={discussion}
        corrections={corrections}
        next={next}
        caseNumber={parent.number}
        memberId={me.id}
      />
    </>
  );
}
