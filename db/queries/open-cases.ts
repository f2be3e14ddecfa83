import { type SQL, sql } from "drizzle-orm";
import { caseMembers, cases } from "#db/schema/cases.ts";
import type { Actor } from "#domain/roles.ts";

/**
 * Whether the `cases` of a statement are open to somebody, as `can` decides it for "case.read": asked in the statement
 * itself, so that nothing of the others comes out of it.
 */
export const isOpenTo = ({ id, role }: Actor): SQL =>
  role === "admin"
    ? sql`1`
    : sql`(not ${cases.restricted} or exists (
        select 1 from ${caseMembers} where ${caseMembers.caseId} = ${cases.id} and ${caseMembers.memberId} = ${id}))`;
