import { and, eq, getTableColumns, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { claimVisits, comments, mentions, threads } from "#db/schema/discussion.ts";

export type ThreadRecord = typeof threads.$inferSelect;
export type CommentRecord = typeof comments.$inferSelect;

export const threadById = (db: Db, id: string) => db.select().from(threads).where(eq(threads.id, id)).get() ?? null;

const threadsOf = compiled((db) =>
  db
    .select()
    .from(threads)
    .where(eq(threads.claimId, sql.placeholder("claimId")))
    .orderBy(threads.createdAt, sql`rowid`)
    .prepare(),
);
/** Oldest first. */
export const threadsOfClaim = (db: Db, claimId: string) => threadsOf(db).all({ claimId });

export const insertThread = (db: Db, row: typeof threads.$inferInsert) => db.insert(threads).values(row).run();

export const updateThread = (db: Db, id: string, set: Pick<ThreadRecord, "resolvedAt" | "resolvedBy">) =>
  db.update(threads).set(set).where(eq(threads.id, id)).run();

export const commentById = (db: Db, id: string) => db.select().from(comments).where(eq(comments.id, id)).get() ?? null;

const commentsOf = compiled((db) =>
  db
    .select(getTableColumns(comments))
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(eq(threads.claimId, sql.placeholder("claimId")))
    .orderBy(comments.at, sql`${comments}.rowid`)
    .prepare(),
);
/** Every comment on a claim, deleted ones too, in the order in which they were made. */
export const commentsOfClaim = (db: Db, claimId: string) => commentsOf(db).all({ claimId });

/** Who has written in a thread. */
export const authorsOfThread = (db: Db, threadId: string) =>
  db
    .selectDistinct({ authorId: comments.authorId })
    .from(comments)
    .where(eq(comments.threadId, threadId))
    .all()
    .map((row) => row.authorId);

export const insertComment = (db: Db, row: typeof comments.$inferInsert) => db.insert(comments).values(row).run();

export const updateComment = (db: Db, id: string, set: Partial<typeof comments.$inferInsert>) =>
  db.update(comments).set(set).where(eq(comments.id, id)).run();

const mentionsOf = compiled((db) =>
  db
    .select({ commentId: mentions.commentId, memberId: mentions.memberId })
    .from(mentions)
    .innerJoin(comments, eq(comments.id, mentions.commentId))
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(eq(threads.claimId, sql.placeholder("claimId")))
    .prepare(),
);
export const mentionsOfClaim = (db: Db, claimId: string) => mentionsOf(db).all({ claimId });

export const mentionsOfComment = (db: Db, commentId: string) =>
  db
    .select({ memberId: mentions.memberId })
    .from(mentions)
    .where(eq(mentions.commentId, commentId))
    .all()
    .map((row) => row.memberId);

export function setMentions(db: Db, commentId: string, memberIds: readonly string[]): void {
  db.delete(mentions).where(eq(mentions.commentId, commentId)).run();
  for (const memberId of memberIds) db.insert(mentions).values({ commentId, memberId }).run();
}

const visit = compiled((db) =>
  db
    .select({ at: claimVisits.at })
    .from(claimVisits)
    .where(
      and(eq(claimVisits.memberId, sql.placeholder("memberId")), eq(claimVisits.claimId, sql.placeholder("claimId"))),
    )
    .prepare(),
);
export const visitOf = (db: Db, memberId: string, claimId: string) => visit(db).get({ memberId, claimId })?.at ?? null;

/** Moves a visit forward, at most once per `apart` milliseconds. */
export const noteVisit = (
  db: Db,
  { memberId, claimId, at }: typeof claimVisits.$inferInsert,
  { apart }: { apart: number },
) =>
  db
    .insert(claimVisits)
    .values({ memberId, claimId, at })
    .onConflictDoUpdate({
      target: [claimVisits.memberId, claimVisits.claimId],
      set: { at },
      setWhere: lt(claimVisits.at, at - apart + 1),
    })
    .run().changes;
