import type { AppLoadContext } from "@remix-run/node";
import { type Packed, packRows } from "#app/board/packed-rows.ts";
import type { Member } from "#server/context.ts";
import type { View } from "#server/services/views.ts";

/** What board and table are loaded with. */
export type SentList = { caseId: string; mark: string; claims: Packed; views: View[] };

export function sentList({ services }: AppLoadContext, member: Member, caseNumber: number): SentList {
  const { caseId, mark, rows } = services.claims.listed(member, caseNumber);
  return { caseId, mark, claims: packRows(rows), views: services.views.list(member, caseNumber) };
}

/** For the first page, in which the claims are one text: Remix writes value by value, which takes seconds for thousands. */
export function firstList(...given: Parameters<typeof sentList>): Omit<SentList, "claims"> & { claims: string } {
  const { claims, ...rest } = sentList(...given);
  return { ...rest, claims: JSON.stringify(claims) };
}
