import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { caseMembers, cases } from "#db/schema/cases.ts";
import type { Actor } from "#domain/roles.ts";

/**
 * Whether the `cases` of a statement are open to somebody, as `can` decides it for "case.read": asked in the statement
 * itself, so that nothing of the others comes out of it.
 */
export const isOpenTo = ({ id, role }: Actor): SQL => (role === "admin" ? sql`1` : isOpenToMember(id));

/** The same for whoever a compiled statement is run for. Their part of its values is `asReader`. */
export const isOpenToReader: SQL = sql`(${sql.placeholder("readsAll")} or ${isOpenToMember(sql.placeholder("reader"))})`;

export const asReader = ({ id, role }: Actor) => ({ readsAll: Number(role === "admin"), reader: id });

function isOpenToMember(id: string | Placeholder): SQL {
  return sql`(not ${cases.restricted} or exists (
    select 1 from ${caseMembers} where ${caseMembers.caseId} = ${cases.id} and ${caseMembers.memberId} = ${id}))`;
}
