import {
  and,
  count,
  desc,
  eq,
  getTableColumns,
  inArray,
  lt,
  notInArray,
  type Placeholder,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { members } from "#db/schema/people.ts";
import { precedentDrafts, precedentImports, precedents } from "#db/schema/precedents.ts";

export type PrecedentRow = typeof precedents.$inferSelect;
export type NewPrecedent = Omit<typeof precedents.$inferInsert, "id">;
export type ImportRow = typeof precedentImports.$inferSelect;
/** A precedent with the import that it came by. */
export type CameBy = { precedent: PrecedentRow; fileName: string; at: number; by: string };
/** The texts of a precedent as the indexes hold them, folded. */
export type Indexed = { id: number; title: string; claim: string; claimant: string; publisher: string; parts: string };

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

export const importById = (db: Db, id: string): ImportRow | null =>
  db.select().from(precedentImports).where(eq(precedentImports.id, id)).get() ?? null;

export const setImportCounts = (db: Db, id: string, counts: Pick<ImportRow, "added" | "updated" | "known">) =>
  db.update(precedentImports).set(counts).where(eq(precedentImports.id, id)).run();

export const precedentsByIdentities = (db: Db, identities: readonly string[]): PrecedentRow[] =>
  db
    .select()
    .from(precedents)
    .where(sql`${precedents.identity} in (select value from json_each(${JSON.stringify(identities)}))`)
    .all();

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

const columns = Object.keys(getTableColumns(precedents)).filter((name) => name !== "id");
const places = Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)]));

const insertion = compiled((db) =>
  db
    .insert(precedents)
    .values(places as Record<keyof NewPrecedent, Placeholder>)
    .returning({ id: precedents.id })
    .prepare(),
);

/** Writes a precedent, not yet its texts in the indexes; gives its id. */
export const insertPrecedent = (db: Db, row: NewPrecedent): number =>
  insertion(db).get({ ...row, value: row.value ?? null, best: row.best ?? null, worst: row.worst ?? null }).id;

export const updatePrecedent = (db: Db, id: number, row: NewPrecedent) =>
  db.update(precedents).set(row).where(eq(precedents.id, id)).run();

/** Puts the folded texts of precedents into the indexes, in the place of what is there of them. Call inside a transaction. */
export function indexTexts(db: Db, texts: readonly Indexed[]): void {
  const all = sql`json_each(${JSON.stringify(texts)})`;
  const ids = sql`select value ->> 'id' from ${all}`;
  db.run(sql`delete from precedent_words where rowid in (${ids})`);
  db.run(sql`delete from precedent_parts where rowid in (${ids})`);
  db.run(sql`insert into precedent_words (rowid, title, claim, claimant, publisher)
    select value ->> 'id', value ->> 'title', value ->> 'claim', value ->> 'claimant', value ->> 'publisher' from ${all}`);
  db.run(sql`insert into precedent_parts (rowid, parts)
    select value ->> 'id', value ->> 'parts' from ${all} where value ->> 'parts' <> ''`);
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

/** The precedents that hold every word in claim, title or claimant, newest first. Reads every text: for what no index knows. */
export function scannedPrecedents(db: Db, words: readonly string[], limit: number): number[] {
  const texts = sql.raw("title || char(10) || claim || char(10) || claimant");
  const each = words.map((word) => sql`instr(${texts}, ${word}) > 0`);
  return db
    .all<{ id: number }>(sql`
      select id from precedents where ${sql.join(each, sql` and `)} order by id desc limit ${limit}`)
    .map(({ id }) => id);
}

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

/** One of which a part is in stays, until its member turns to another file. */
export const forgetDrafts = (db: Db, before: number) =>
  db
    .delete(precedentDrafts)
    .where(
      and(
        lt(precedentDrafts.at, before),
        notInArray(precedentDrafts.id, db.select({ id: precedentImports.id }).from(precedentImports)),
      ),
    )
    .run();
