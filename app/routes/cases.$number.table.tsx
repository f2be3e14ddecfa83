import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ClaimsScreen } from "#app/board/claims-screen.tsx";
import { ClaimsTable } from "#app/board/claims-table.tsx";
import { decideFromList } from "#app/board/decide.ts";
import { reloadList } from "#app/board/reach.ts";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { keepForm } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  return load(() => ({ claims: context.services.claims.list(member, numberFrom(params.number)) }));
}

export const clientLoader = keepPage();

export const action = (call: ActionFunctionArgs) => decideFromList(call);
export const clientAction = keepForm();
export const shouldRevalidate = reloadList;
export const meta: MetaFunction = ({ params }) => [{ title: `Table · Case ${params.number} · Assay` }];

export default function TableScreen() {
  const { claims } = useLoaderData<typeof loader>();
  return (
    <ClaimsScreen title="Table" claims={claims}>
      {(shown) => <ClaimsTable {...shown} />}
    </ClaimsScreen>
  );
}
