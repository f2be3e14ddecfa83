import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { claims } from "#db/schema/claims.ts";
import type { Amounts } from "#domain/card-amounts.ts";

/** Append-only log of every Yjs update that was accepted; triggers refuse UPDATE and DELETE. */
export const updates = sqliteTable(
  "updates",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    claimId: text()
      .notNull()
      .references(() => claims.id),
    /** Null for what the server wrote itself (the first content). */
    memberId: text(),
    /** Identifies one sitting: the socket over which it came. */
    connectionId: text(),
    at: integer().notNull(),
    bytes: blob({ mode: "buffer" }).notNull(),
  },
  (table) => [index("updates_claim").on(table.claimId, table.seq)],
);

/** The encoded document up to and including one row of the log, so that opening does not replay everything. */
export const checkpoints = sqliteTable("checkpoints", {
  claimId: text()
    .primaryKey()
    .references(() => claims.id),
  seq: integer().notNull(),
  state: blob({ mode: "buffer" }).notNull(),
});

/** A Yjs client id belongs to the first member who used it on a card. */
export const clientBindings = sqliteTable(
  "client_bindings",
  {
    claimId: text().notNull(),
    clientId: integer().notNull(),
    memberId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.clientId] })],
);

/**
 * A card as it was before somebody took out much of it: a place in the log, since the log holds every version. The rows
 * after `seq` up to `untilSeq` that are this member's took it out.
 */
export const cardVersions = sqliteTable(
  "card_versions",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    claimId: text()
      .notNull()
      .references(() => claims.id),
    memberId: text().notNull(),
    seq: integer().notNull(),
    untilSeq: integer().notNull(),
    at: integer().notNull(),
    before: text({ mode: "json" }).$type<Amounts>().notNull(),
    /** Null while it is missing: then as much came back, somebody put it back, or somebody wants it out. */
    outcome: text({ enum: ["came_back", "put_back", "left_out"] }),
    settledBy: text(),
    settledAt: integer(),
  },
  (table) => [uniqueIndex("card_versions_claim").on(table.claimId, table.seq, table.memberId)],
);

/** A card whose log cannot be read or projected: closed for editing, its bytes and last projection kept. */
export const quarantines = sqliteTable("quarantines", {
  claimId: text().primaryKey(),
  reason: text().notNull(),
  at: integer().notNull(),
});
