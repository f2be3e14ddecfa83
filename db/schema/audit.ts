import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The append-only, hash-chained record of decisions; triggers refuse UPDATE and DELETE. */
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
    /** SHA-256 of the canonical JSON of everything above, the previous hash included. */
    hash: text().notNull(),
  },
  (table) => [
    index("audit_events_case").on(table.caseId, table.seq),
    index("audit_events_claim").on(table.claimId, table.seq),
  ],
);
