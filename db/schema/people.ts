import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Role } from "#domain/roles.ts";
import type { Language } from "#domain/words/languages.ts";

/** The organisation that runs this installation: one row. Times everywhere are milliseconds since 1970, UTC. */
export const desk = sqliteTable("desk", {
  id: integer().primaryKey(),
  name: text().notNull(),
  /** SHA-256 of the one-time setup token; null once the owner exists. */
  setupTokenHash: text(),
  createdAt: integer().notNull(),
  /** Where the desk says how it checks and how it corrects; empty where it names no such page. */
  methodUrl: text().notNull().default(""),
  correctionsUrl: text().notNull().default(""),
});

export const members = sqliteTable(
  "members",
  {
    id: text().primaryKey(),
    /** Lower case; unique among members. */
    email: text().notNull(),
    name: text().notNull(),
    role: text().$type<Role>().notNull(),
    /** argon2id in PHC form; null for members who can only use a sign-in link (the demo). */
    passwordHash: text(),
    /** Index into the presence colours. */
    colour: integer().notNull(),
    /** In which letters reach them: that of the screens when they last signed in or chose one; null while it is not known. */
    language: text().$type<Language>(),
    createdAt: integer().notNull(),
    /** Set when somebody left: the name stays on the record, the way in is closed. */
    deactivatedAt: integer(),
  },
  (table) => [
    uniqueIndex("members_email").on(table.email),
    check("members_role", sql`${table.role} in ('viewer','analyst','editor','admin')`),
  ],
);

export const sessions = sqliteTable(
  "sessions",
  {
    /** SHA-256 of the opaque id in the cookie. */
    idHash: text().primaryKey(),
    memberId: text()
      .notNull()
      .references(() => members.id),
    createdAt: integer().notNull(),
    /** Moves with HTTP requests only; a socket does not keep a session alive. */
    lastSeenAt: integer().notNull(),
    userAgent: text().notNull(),
  },
  (table) => [index("sessions_member").on(table.memberId)],
);

export const invites = sqliteTable("invites", {
  id: text().primaryKey(),
  tokenHash: text().notNull().unique(),
  role: text().$type<Role>().notNull(),
  /** For whom it is meant, in the maker's words, to tell open ones apart. */
  note: text().notNull().default(""),
  createdBy: text()
    .notNull()
    .references(() => members.id),
  createdAt: integer().notNull(),
  expiresAt: integer().notNull(),
  usedAt: integer(),
  usedBy: text().references(() => members.id),
  revokedAt: integer(),
});

/** A link that signs a member in without a password; made only by the demo. */
export const signInLinks = sqliteTable("sign_in_links", {
  tokenHash: text().primaryKey(),
  memberId: text()
    .notNull()
    .references(() => members.id),
  expiresAt: integer().notNull(),
});

/** A link with which one member chooses a password, once. A new one ends those before. */
export const passwordLinks = sqliteTable("password_links", {
  tokenHash: text().primaryKey(),
  memberId: text()
    .notNull()
    .references(() => members.id),
  expiresAt: integer().notNull(),
});

/** Failed sign-ins, kept here so that a restart does not reset the limits. */
export const signInFailures = sqliteTable(
  "sign_in_failures",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    emailHash: text().notNull(),
    /** Address of the peer; IPv6 is cut to its /64. */
    network: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    index("sign_in_failures_email").on(table.emailHash, table.at),
    index("sign_in_failures_network").on(table.network, table.at),
  ],
);

/** One row per form that was carried out: a second arrival of the same key gives the first result. */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    memberId: text().notNull(),
    key: text().notNull(),
    result: text({ mode: "json" }).notNull(),
    at: integer().notNull(),
  },
  (table) => [uniqueIndex("idempotency_keys_once").on(table.memberId, table.key)],
);
