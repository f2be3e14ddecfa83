import { and, desc, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { members } from "#db/schema/people.ts";
import { tokens } from "#db/schema/tokens.ts";

const { id, label, scopes, createdAt, expiresAt, lastUsedAt, memberId } = tokens;
const shown = { id, label, scopes, createdAt, expiresAt, lastUsedAt, memberId };

export const insertToken = (db: Db, row: typeof tokens.$inferInsert) => db.insert(tokens).values(row).run();

/** Those that were not taken back, the newest first; of one member, or of everybody. */
export const tokensOf = (db: Db, member: string | null) =>
  db
    .select(shown)
    .from(tokens)
    .where(and(isNull(tokens.revokedAt), member === null ? undefined : eq(memberId, member)))
    .orderBy(desc(createdAt), id)
    .all();

export const tokenById = (db: Db, wanted: string) =>
  db
    .select(shown)
    .from(tokens)
    .where(and(eq(id, wanted), isNull(tokens.revokedAt)))
    .get() ?? null;

/** The token that has this hash, with its member as they are now. */
export const tokenWithMember = (db: Db, hash: string) =>
  db
    .select({ token: { ...shown, revokedAt: tokens.revokedAt }, member: members })
    .from(tokens)
    .innerJoin(members, eq(members.id, memberId))
    .where(eq(tokens.tokenHash, hash))
    .get() ?? null;

export const touchToken = (db: Db, wanted: string, at: number) =>
  db.update(tokens).set({ lastUsedAt: at }).where(eq(id, wanted)).run();

export const revokeToken = (db: Db, wanted: string, at: number) =>
  db.update(tokens).set({ revokedAt: at }).where(eq(id, wanted)).run();
