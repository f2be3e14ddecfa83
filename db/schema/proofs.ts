import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { releases } from "#db/schema/releases.ts";

/** The public halves of the keys that sign for this desk; the newest that is not retired signs now. */
export const signingKeys = sqliteTable("signing_keys", {
  id: integer().primaryKey({ autoIncrement: true }),
  /** Name, id and key as one line: c2sp.org/signed-note. */
  line: text().notNull().unique(),
  /** The name of the record that it signs. */
  name: text().notNull(),
  madeAt: integer().notNull(),
  retiredAt: integer(),
});

/** What was said about the record at some moment: signed, and never taken back. */
export const auditCheckpoints = sqliteTable(
  "audit_checkpoints",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** How many events the record had. */
    size: integer().notNull(),
    /** A signed checkpoint: c2sp.org/tlog-checkpoint. */
    note: text().notNull(),
    /** The release with which it was made. */
    releaseId: text().references(() => releases.id),
    at: integer().notNull(),
  },
  (table) => [index("audit_checkpoints_release").on(table.releaseId)],
);

/** Hashes of whole parts of the record's tree, kept so that a root or a path needs few events. Level 8 stands over 256. */
export const auditTiles = sqliteTable(
  "audit_tiles",
  {
    level: integer().notNull(),
    place: integer().notNull(),
    hash: blob({ mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.place] })],
);

/** That a release was bundled: what was signed then, and the hash of the whole, so that a later bundle has the same bytes. */
export const bundleSeals = sqliteTable(
  "bundle_seals",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    /** What the bytes rest on besides the release: while it is the same, so are they. */
    basis: text().notNull(),
    /** The key that signed, as its line. */
    key: text().notNull(),
    manifestSha256: text().notNull(),
    /** The signed note that goes with the manifest. */
    note: text().notNull(),
    /** Of the whole bundle. */
    sha256: text().notNull(),
    bytes: integer().notNull(),
    at: integer().notNull(),
  },
  (table) => [index("bundle_seals_release").on(table.releaseId)],
);
