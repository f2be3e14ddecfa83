import type { AppLoadContext } from "@remix-run/node";
import type { SentList } from "#app/board/keep-list.ts";
import { packRows } from "#app/board/packed-rows.ts";
import type { Member } from "#server/context.ts";

/** What board and table are loaded with. */
export function sentList({ services }: AppLoadContext, member: Member, caseNumber: number): SentList {
  const { caseId, mark, rows } = services.claims.listed(member, caseNumber);
  return { caseId, mark, claims: packRows(rows), views: services.views.list(member, caseNumber) };
}
