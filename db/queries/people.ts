import { and, count, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { desk, invites, members, passwordLinks, sessions, signInFailures, signInLinks } from "#db/schema/people.ts";
import type { Role } from "#domain/roles.ts";
import type { Language } from "#domain/words/languages.ts";

export const readDesk = (db: Db) => db.select().from(desk).get() ?? null;

export const writeDesk = (db: Db, row: typeof desk.$inferInsert) =>
  db.insert(desk).values(row).onConflictDoUpdate({ target: desk.id, set: row }).run();

export const updateMethodPages = (db: Db, set: Pick<typeof desk.$inferSelect, "methodUrl" | "correctionsUrl">) =>
  db.update(desk).set(set).run();

export const memberById = (db: Db, id: string) => db.select().from(members).where(eq(members.id, id)).get() ?? null;

export const memberByEmail = (db: Db, email: string) =>
  db.select().from(members).where(eq(members.email, email)).get() ?? null;

const byName = compiled((db) => db.select().from(members).orderBy(members.name).prepare());
export const allMembers = (db: Db) => byName(db).all();

export const countMembers = (db: Db) => db.select({ count: count() }).from(members).get()?.count ?? 0;

export const countActiveAdmins = (db: Db) =>
  db
    .select({ count: count() })
    .from(members)
    .where(and(eq(members.role, "admin"), isNull(members.deactivatedAt)))
    .get()?.count ?? 0;

export const insertMember = (db: Db, row: typeof members.$inferInsert) => db.insert(members).values(row).run();

export const updateRole = (db: Db, id: string, role: Role) =>
  db.update(members).set({ role }).where(eq(members.id, id)).run();

export const updateLanguage = (db: Db, id: string, language: Language) =>
  db.update(members).set({ language }).where(eq(members.id, id)).run();

export const updatePassword = (db: Db, id: string, passwordHash: string) =>
  db.update(members).set({ passwordHash }).where(eq(members.id, id)).run();

export const insertPasswordLink = (db: Db, row: typeof passwordLinks.$inferInsert) =>
  db.insert(passwordLinks).values(row).run();

/** Whom a link is for that is not too old; null when there is none. */
export const memberOfPasswordLink = (db: Db, tokenHash: string, now: number) =>
  db
    .select({ member: members })
    .from(passwordLinks)
    .innerJoin(members, eq(members.id, passwordLinks.memberId))
    .where(and(eq(passwordLinks.tokenHash, tokenHash), gt(passwordLinks.expiresAt, now), isNull(members.deactivatedAt)))
    .get()?.member ?? null;

export const deletePasswordLinksOf = (db: Db, memberId: string) =>
  db.delete(passwordLinks).where(eq(passwordLinks.memberId, memberId)).run();

export const deactivateMember = (db: Db, id: string, at: number) =>
  db.update(members).set({ deactivatedAt: at }).where(eq(members.id, id)).run();

export const insertSession = (db: Db, row: typeof sessions.$inferInsert) => db.insert(sessions).values(row).run();

// Asked with every request and every socket, so only what is needed: the password's hash stays where it is.
const { createdAt, lastSeenAt } = sessions;
const lifetime = { createdAt, lastSeenAt };
const { id, name, email, role, colour, deactivatedAt } = members;
const person = { id, name, email, role, colour, deactivatedAt };
const session = compiled((db) =>
  db
    .select({ session: lifetime, member: person })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    .where(eq(sessions.idHash, sql.placeholder("idHash")))
    .prepare(),
);
export const sessionWithMember = (db: Db, idHash: string) => session(db).get({ idHash }) ?? null;

export const touchSession = (db: Db, idHash: string, at: number) =>
  db.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.idHash, idHash)).run();

export const deleteSession = (db: Db, idHash: string) => db.delete(sessions).where(eq(sessions.idHash, idHash)).run();

export const deleteSessionsOf = (db: Db, memberId: string) =>
  db.delete(sessions).where(eq(sessions.memberId, memberId)).run();

export const deleteAllSessions = (db: Db) => db.delete(sessions).run();

export const lastSeen = (db: Db) =>
  db
    .select({ memberId: sessions.memberId, at: sessions.lastSeenAt })
    .from(sessions)
    .orderBy(desc(sessions.lastSeenAt))
    .all();

export const insertInvite = (db: Db, row: typeof invites.$inferInsert) => db.insert(invites).values(row).run();

export const inviteByToken = (db: Db, tokenHash: string) =>
  db.select().from(invites).where(eq(invites.tokenHash, tokenHash)).get() ?? null;

export const allInvites = (db: Db) => db.select().from(invites).orderBy(desc(invites.createdAt)).all();

export const useInvite = (db: Db, id: string, memberId: string, at: number) =>
  db
    .update(invites)
    .set({ usedAt: at, usedBy: memberId })
    .where(and(eq(invites.id, id), isNull(invites.usedAt), isNull(invites.revokedAt)))
    .run().changes;

export const revokeInvite = (db: Db, id: string, at: number) =>
  db
    .update(invites)
    .set({ revokedAt: at })
    .where(and(eq(invites.id, id), isNull(invites.usedAt), isNull(invites.revokedAt)))
    .run().changes;

export const insertSignInLink = (db: Db, row: typeof signInLinks.$inferInsert) =>
  db.insert(signInLinks).values(row).run();

export const signInLinkByToken = (db: Db, tokenHash: string, now: number) =>
  db
    .select({ member: members })
    .from(signInLinks)
    .innerJoin(members, eq(members.id, signInLinks.memberId))
    .where(and(eq(signInLinks.tokenHash, tokenHash), gt(signInLinks.expiresAt, now)))
    .get() ?? null;

export const insertFailure = (db: Db, row: typeof signInFailures.$inferInsert) =>
  db.insert(signInFailures).values(row).run();

/** Newest first. */
export const failuresOf = (db: Db, emailHash: string, since: number) =>
  db
    .select()
    .from(signInFailures)
    .where(and(eq(signInFailures.emailHash, emailHash), gt(signInFailures.at, since)))
    .orderBy(desc(signInFailures.at))
    .all();

/** The times of the latest ones, newest first. */
export const failuresFrom = (db: Db, network: string, since: number, limit: number) =>
  db
    .select({ at: signInFailures.at })
    .from(signInFailures)
    .where(and(eq(signInFailures.network, network), gt(signInFailures.at, since)))
    .orderBy(desc(signInFailures.at))
    .limit(limit)
    .all();

export const forgetFailures = (db: Db, before: number) =>
  db.delete(signInFailures).where(lt(signInFailures.at, before)).run();
