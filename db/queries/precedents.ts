import { count, desc, eq, getTableColumns, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { members } from "#db/schema/people.ts";
import { precedentDrafts, precedentImports, precedents } from "#db/schema/precedents.ts";

export type PrecedentRow = typeof precedents.$inferSelect;
export type NewPrecedent = Omit<typeof precedents.$inferInsert, "id">;
export type ImportRow = typeof precedentImports.$inferSelect;
/** A precedent with the import that it came by. */
export type CameBy = { precedent: PrecedentRow; fileName: string; at: number; by: string };
/** The texts of a precedent as the indexes hold them, folded. */
export type Indexed = { title: string; claim: string; claimant: string; publisher: string; parts: string };

const both = {
  precedent: getTableColumns(precedents),
  fileName: precedentImports.fileName,
  at: precedentImports.at,
  by: members.name,
};

const cameBy = (db: Db) =>
  db
    .select(both)
    .from(precedents)
    .innerJoin(precedentImports, eq(precedentImports.id, precedents.importId))
    .innerJoin(members, eq(members.id, precedentImports.by));

export const insertImport = (db: Db, row: ImportRow) => db.insert(precedentImports).values(row).run();

export const setImportCounts = (db: Db, id: string, counts: Pick<ImportRow, "added" | "updated" | "known">) =>
  db.update(precedentImports).set(counts).where(eq(precedentImports.id, id)).run();

export const precedentByIdentity = (db: Db, identity: string): PrecedentRow | null =>
  db.select().from(precedents).where(eq(precedents.identity, identity)).get() ?? null;

export const precedentById = (db: Db, id: number): PrecedentRow | null =>
  db.select().from(precedents).where(eq(precedents.id, id)).get() ?? null;

export const countPrecedents = (db: Db): number => db.select({ all: count() }).from(precedents).get()?.all ?? 0;

/** Those that came last, the newest first. */
export const latestPrecedents = (db: Db, limit: number): CameBy[] =>
  cameBy(db).orderBy(desc(precedents.id)).limit(limit).all();

export const allPrecedents = (db: Db, after: number, limit: number): PrecedentRow[] =>
  db.select().from(precedents).where(sql`${precedents.id} > ${after}`).orderBy(precedents.id).limit(limit).all();

/** In the order of the ids. */
export function precedentsByIds(db: Db, ids: readonly number[]): CameBy[] {
  const found =
    ids.length === 0
      ? []
      : cameBy(db)
          .where(inArray(precedents.id, [...ids]))
          .all();
  return ids.flatMap((id) => found.find(({ precedent }) => precedent.id === id) ?? []);
}

/** Writes a precedent and its folded texts. Call inside a transaction. */
export function insertPrecedent(db: Db, row: NewPrecedent, texts: Indexed): void {
  const { id } = db.insert(precedents).values(row).returning({ id: precedents.id }).get();
  indexTexts(db, id, texts);
}

/** The same for what a precedent says now. */
export function updatePrecedent(db: Db, id: number, row: NewPrecedent, texts: Indexed): void {
  db.update(precedents).set(row).where(eq(precedents.id, id)).run();
  db.run(sql`delete from precedent_words where rowid = ${id}`);
  db.run(sql`delete from precedent_parts where rowid = ${id}`);
  indexTexts(db, id, texts);
}

function indexTexts(db: Db, id: number, { title, claim, claimant, publisher, parts }: Indexed): void {
  db.run(sql`insert into precedent_words (rowid, title, claim, claimant, publisher)
    values (${id}, ${title}, ${claim}, ${claimant}, ${publisher})`);
  if (parts !== "") db.run(sql`insert into precedent_parts (rowid, parts) values (${id}, ${parts})`);
}

/** `precedent_words` cuts at words and knows their stems; `precedent_parts` knows every three signs of scripts without spaces. */
export type PrecedentIndex = "precedent_words" | "precedent_parts";

/** A hit in the claim says more than one in the title; who says it and who checked it are only for a search. */
const RANKED: Record<PrecedentIndex, SQL> = {
  precedent_words: sql.raw("bm25(precedent_words, 4.0, 6.0, 2.0, 1.0)"),
  precedent_parts: sql.raw("bm25(precedent_parts)"),
};

/** The precedents that match an expression of FTS5, best first. */
export const bestPrecedents = (db: Db, index: PrecedentIndex, expression: string, limit: number): number[] =>
  db
    .all<{ id: number }>(sql`
      select rowid as id from ${sql.raw(index)} where ${sql.raw(index)} match ${expression}
      order by ${RANKED[index]}, rowid desc limit ${limit}`)
    .map(({ id }) => id);

/** How many precedents match, counted up to `most`. */
export const countMatching = (db: Db, index: PrecedentIndex, expression: string, most: number): number =>
  db.get<{ found: number }>(sql`
    select count(*) as found from (
      select 1 from ${sql.raw(index)} where ${sql.raw(index)} match ${expression} limit ${most})`).found;

/** Which of these precedents match. */
export const matchingAmong = (db: Db, index: PrecedentIndex, expression: string, ids: readonly number[]): number[] =>
  db
    .all<{ id: number }>(sql`
      select rowid as id from ${sql.raw(index)} where ${sql.raw(index)} match ${expression}
        and rowid in (select value from json_each(${JSON.stringify(ids)}))`)
    .map(({ id }) => id);

export const draftOf = (db: Db, memberId: string) =>
  db.select().from(precedentDrafts).where(eq(precedentDrafts.memberId, memberId)).get() ?? null;

export function putDraft(db: Db, row: typeof precedentDrafts.$inferInsert): void {
  const { memberId: target } = precedentDrafts;
  db.insert(precedentDrafts).values(row).onConflictDoUpdate({ target, set: row }).run();
}

export const removeDraft = (db: Db, memberId: string) =>
  db.delete(precedentDrafts).where(eq(precedentDrafts.memberId, memberId)).run();

export const forgetDrafts = (db: Db, before: number) =>
  db.delete(precedentDrafts).where(lt(precedentDrafts.at, before)).run();
