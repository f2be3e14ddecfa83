import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ClaimsScreen } from "#app/board/claims-screen.tsx";
import { ClaimsTable } from "#app/board/claims-table.tsx";
import { decideFromList } from "#app/board/decide.ts";
import { type ClaimList, keepList } from "#app/board/keep-list.ts";
import { keepListForm } from "#app/board/keep-list-form.ts";
import { reloadList } from "#app/board/reach.ts";
import { firstList } from "#app/board/sent-list.ts";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { pageTitle } from "#app/words/page-title.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  return load(context, () => firstList(context, member, numberFrom(params.number)));
}

export const clientLoader = keepList();

export const action = (call: ActionFunctionArgs) => decideFromList(call);
export const clientAction = keepListForm();
export const shouldRevalidate = reloadList;
export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, "board", "page_table", { number: params.number ?? "" });

export default function TableScreen() {
  const list = useLoaderData() as ClaimList;
  return (
    <ClaimsScreen screen="table" list={list}>
      {(shown) => <ClaimsTable {...shown} />}
    </ClaimsScreen>
  );
}
