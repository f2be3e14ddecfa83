import { and, eq, getTableColumns, gt, inArray, max, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { cards, claims, figures, verdicts } from "#db/schema/claims.ts";
import { updates } from "#db/schema/collab.ts";

export type ClaimRecord = typeof claims.$inferSelect;

const byId = compiled((db) =>
  db
    .select()
    .from(claims)
    .where(eq(claims.id, sql.placeholder("id")))
    .prepare(),
);
export const claimById = (db: Db, id: string) => byId(db).get({ id }) ?? null;

/** Ids of a case's claims after a number, by number. */
export const claimIdsAfter = (db: Db, caseId: string, after: number, limit: number): string[] =>
  db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.caseId, caseId), gt(claims.number, after)))
    .orderBy(claims.number)
    .limit(limit)
    .all()
    .map(({ id }) => id);

const byNumber = compiled((db) =>
  db
    .select()
    .from(claims)
    .where(and(eq(claims.caseId, sql.placeholder("caseId")), eq(claims.number, sql.placeholder("number"))))
    .prepare(),
);
export const claimByNumber = (db: Db, caseId: string, number: number) => byNumber(db).get({ caseId, number }) ?? null;

export const nextClaimNumber = (db: Db, caseId: string) =>
  (db
    .select({ last: max(claims.number) })
    .from(claims)
    .where(eq(claims.caseId, caseId))
    .get()?.last ?? 0) + 1;

export const insertClaim = (db: Db, row: typeof claims.$inferInsert) => db.insert(claims).values(row).run();

/** Returns 0 when another decision came between: the caller says what changed. */
export const updateClaim = (db: Db, id: string, version: number, set: Partial<typeof claims.$inferInsert>) =>
  db
    .update(claims)
    .set({ ...set, version: version + 1 })
    .where(and(eq(claims.id, id), eq(claims.version, version)))
    .run().changes;

/** Where each claim of a case stands, without its words. */
export const standingsOfCase = (db: Db, caseId: string) =>
  db
    .select({ claimId: claims.id, stage: claims.stage, contentHash: cards.contentHash })
    .from(claims)
    .innerJoin(cards, eq(cards.claimId, claims.id))
    .where(eq(claims.caseId, caseId))
    .all();

type OfClaims<Row> = { all: (values: Record<string, unknown>) => Row[] };

/** A query about the claims of a case, all of them or only those with these ids, however many: they are one parameter. */
export function aboutClaims<Row>(build: (db: Db, which: SQL | undefined) => OfClaims<Row>) {
  const all = eq(claims.caseId, sql.placeholder("caseId"));
  const some = and(all, sql`${claims.id} in (select value from json_each(${sql.placeholder("only")}))`);
  const [ofAll, ofSome] = [compiled((db) => build(db, all)), compiled((db) => build(db, some))];
  return (db: Db, caseId: string, only?: readonly string[]): Row[] =>
    only ? ofSome(db).all({ caseId, only: JSON.stringify(only) }) : ofAll(db).all({ caseId });
}

/** Claims of a case with what lists show of their cards; card bodies stay out. */
export const summariesOfCase = aboutClaims((db, which) =>
  db
    .select({
      claim: claims,
      statement: cards.statement,
      claimant: cards.claimant,
      language: cards.language,
      contentHash: cards.contentHash,
      lastEditorId: cards.lastEditorId,
      lastEditedAt: cards.lastEditedAt,
      sourceCount: cards.sourceCount,
      scaleId: verdicts.scaleId,
      ratingId: verdicts.ratingId,
      verdict: verdicts.sentence,
    })
    .from(claims)
    .innerJoin(cards, eq(cards.claimId, claims.id))
    .leftJoin(verdicts, eq(verdicts.claimId, claims.id))
    .where(which)
    .orderBy(claims.number)
    .prepare(),
);

export type ClaimSummary = ReturnType<typeof summariesOfCase>[number];

const ofClaim = compiled((db) =>
  db
    .select()
    .from(cards)
    .where(eq(cards.claimId, sql.placeholder("claimId")))
    .prepare(),
);
export const cardOf = (db: Db, claimId: string) => ofClaim(db).get({ claimId }) ?? null;

/** The number of each of these claims, by id. */
export const numbersOf = (db: Db, ids: readonly string[]) =>
  db
    .select({ id: claims.id, number: claims.number })
    .from(claims)
    .where(inArray(claims.id, [...ids]))
    .all();

export const figuresOfCase = aboutClaims((db, which) =>
  db
    .select(getTableColumns(figures))
    .from(figures)
    .innerJoin(claims, eq(claims.id, figures.claimId))
    .where(which)
    .orderBy(figures.position)
    .prepare(),
);

const edits = compiled((db) =>
  db
    .select({ memberId: updates.memberId, connectionId: updates.connectionId, at: updates.at })
    .from(updates)
    .where(eq(updates.claimId, sql.placeholder("claimId")))
    .orderBy(updates.seq)
    .prepare(),
);
/** Who edited when, without the bytes. */
export const editsOf = (db: Db, claimId: string) => edits(db).all({ claimId });
