import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { members } from "#db/schema/people.ts";
import { releases } from "#db/schema/releases.ts";
import type { Language } from "#domain/words/languages.ts";

/** Whether the desk has public pages: one row, from the day on which an admin chose. */
export const publicPages = sqliteTable("public_pages", {
  id: integer().primaryKey(),
  isOn: integer({ mode: "boolean" }).notNull(),
  /** The language of the pages; what people wrote stays in its own. */
  language: text().$type<Language>().notNull(),
});

/** A release that everybody may read on its public page, or once could. */
export const publications = sqliteTable("publications", {
  releaseId: text()
    .primaryKey()
    .references(() => releases.id),
  publishedAt: integer().notNull(),
  publishedBy: text()
    .notNull()
    .references(() => members.id),
  /** Somebody confirmed it for a case that is open to listed members only. Without that, such a case has no page. */
  despiteRestricted: integer({ mode: "boolean" }).notNull(),
  /** Since when its address says that it was withdrawn; null while it is public. */
  withdrawnAt: integer(),
  /** Why, for the desk: its page does not say it. Null where it was taken off before reasons were asked for. */
  withdrawnReason: text(),
  withdrawnBy: text().references(() => members.id),
});
