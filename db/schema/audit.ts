import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * The append-only, hash-chained record of decisions; triggers refuse UPDATE and DELETE, but for withholding what an event
 * says. docs/data-model.md has the rules of both versions.
 */
export const auditEvents = sqliteTable(
  "audit_events",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    type: text().notNull(),
    actorId: text(),
    caseId: text(),
    claimId: text(),
    /** Plain facts of the event, as canonical JSON. */
    body: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    at: integer().notNull(),
    /** Hash of the event before; 64 zeros for the first. */
    previousHash: text().notNull(),
    /** Of this line of the chain. In version 1 it covers everything above; in version 2 the commitment instead of what is said. */
    hash: text().notNull(),
    version: integer().$type<1 | 2>().notNull().default(1),
    /** 32 random bytes in hex, without which the commitment tells nothing; null in version 1 and where it is withheld. */
    salt: text(),
    /** SHA-256 of the salt and of what the event says; null in version 1. */
    commitment: text(),
    /** Why what it says is gone; null while it is there. */
    withheld: text(),
  },
  (table) => [
    index("audit_events_case").on(table.caseId, table.seq),
    index("audit_events_claim").on(table.claimId, table.seq),
    index("audit_events_withheld").on(table.withheld).where(sql`${table.withheld} is not null`),
  ],
);
