import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { isOpenTo } from "#db/queries/open-cases.ts";
import { cases } from "#db/schema/cases.ts";
import { cards, claims } from "#db/schema/claims.ts";
import { documents, documentVersions } from "#db/schema/documents.ts";
import { type EntryKind, searchEntries, searchStale } from "#db/schema/search.ts";
import type { Actor } from "#domain/roles.ts";
import type { DropReason, Stage } from "#domain/status.ts";

/** The texts of an entry, in the order in which a hit is looked for and shown. */
export const TEXT_COLUMNS = [
  ...(["title", "statement", "quote", "claimant", "verdict"] as const),
  ...(["source", "rationale", "gaps", "passage"] as const),
] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

export type Entry = Record<TextColumn, string> & {
  kind: EntryKind;
  subjectId: string;
  caseId: string;
  language: string;
};

/** An entry that was found, with what leads to it. */
export type FoundEntry = Entry & {
  id: number;
  caseNumber: number;
  caseTitle: string;
  claimNumber: number | null;
  stage: Stage | null;
  dropReason: DropReason | null;
  duplicateOf: number | null;
  documentId: string | null;
  documentTitle: string | null;
  versionNumber: number | null;
};

/** A hit in a title or a statement says more than one far down in a text; the order is that of `TEXT_COLUMNS`. */
const WEIGHTS = sql.raw("10.0, 8.0, 6.0, 4.0, 4.0, 2.0, 2.0, 2.0, 1.0");

/** Cases that are not open to the reader are left out in the statement itself. */
type Wanted = { reader: Actor; limit: number };

/** Of more matches than these, only the latest are compared: words that common tell little, and comparing takes time. */
const COMPARED = 1_000;

/** The entries that match an expression of FTS5 in one of the indexes: best first, dropped claims last. */
export const matchingEntries = (
  db: Db,
  index: "search_words" | "search_parts",
  expression: string,
  { reader, limit }: Wanted,
): FoundEntry[] => {
  const name = sql.raw(index);
  // The cross joins keep the index first, so that its order by row is used and the rows end with the limit.
  return db.all<FoundEntry>(sql`
    with matched as materialized (
      select e.id, e.kind, e.subject_id, bm25(${name}, ${WEIGHTS}) as score
      from ${name}
      cross join search_entries e on e.id = ${name}.rowid
      cross join cases on cases.id = e.case_id
      where ${name} match ${expression} and ${isOpenTo(reader)}
      order by ${name}.rowid desc limit ${COMPARED}),
    hits as (
      select m.id, coalesce(cl.stage = 'dropped', 0) as late, m.score
      from matched m left join claims cl on m.kind = 'claim' and cl.id = m.subject_id
      order by late, score, m.id desc limit ${limit})
    ${found} join hits on hits.id = e.id order by hits.late, hits.score, e.id desc`);
};

/** The entries that hold every word somewhere, letter by letter, newest first. Reads every text: for what no index knows. */
export const scannedEntries = (db: Db, words: readonly string[], { reader, limit }: Wanted): FoundEntry[] => {
  const all = sql.raw(TEXT_COLUMNS.map((one) => `e.${one}`).join(" || char(10) || "));
  const each = words.map((word) => sql`instr(${all}, ${word}) > 0`);
  return db.all<FoundEntry>(sql`
    ${found} where ${isOpenTo(reader)} and ${sql.join(each, sql` and `)} order by e.id desc limit ${limit}`);
};

/** The entries of these cases, claims or document versions, one for each; only what is open. */
export const entriesOf = (db: Db, subjectIds: readonly string[], reader: Actor): FoundEntry[] =>
  subjectIds.length === 0
    ? []
    : db.all<FoundEntry>(sql`
        ${found} where ${isOpenTo(reader)} and e.id in (
          select min(id) from search_entries where subject_id in ${[...subjectIds]} group by subject_id)`);

const found = sql`
  select e.id, e.kind, e.subject_id as subjectId, e.case_id as caseId, e.language, e.title, e.statement, e.quote,
    e.claimant, e.verdict, e.source, e.rationale, e.gaps, e.passage, cases.number as caseNumber, cases.title as caseTitle,
    cl.number as claimNumber, cl.stage, cl.drop_reason as dropReason, other.number as duplicateOf,
    v.document_id as documentId, v.title as documentTitle, v.number as versionNumber
  from search_entries e
  join cases on cases.id = e.case_id
  left join claims cl on e.kind = 'claim' and cl.id = e.subject_id
  left join claims other on other.id = cl.duplicate_of
  left join document_versions v on e.kind = 'document' and v.id = e.subject_id`;

export const staleSubjects = (db: Db, limit: number) => db.select().from(searchStale).limit(limit).all();

export const forgetStale = (db: Db, subjectIds: readonly string[]) =>
  db
    .delete(searchStale)
    .where(inArray(searchStale.subjectId, [...subjectIds]))
    .run();

/** What a case is found by; null when there is no such case. */
export const caseToIndex = (db: Db, id: string) =>
  db.select({ caseId: cases.id, title: cases.title }).from(cases).where(eq(cases.id, id)).get() ?? null;

export const cardToIndex = (db: Db, claimId: string) =>
  db
    .select({ caseId: claims.caseId, card: cards.card })
    .from(cards)
    .innerJoin(claims, eq(claims.id, cards.claimId))
    .where(eq(cards.claimId, claimId))
    .get() ?? null;

export const versionToIndex = (db: Db, versionId: string) =>
  db
    .select({
      caseId: documents.caseId,
      title: documentVersions.title,
      text: documentVersions.text,
      language: documentVersions.language,
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(eq(documentVersions.id, versionId))
    .get() ?? null;

/** Takes everything about a subject out of the entries and both indexes. Call inside a transaction. */
export function removeEntries(db: Db, subjectId: string): void {
  const ids = sql`select id from search_entries where subject_id = ${subjectId}`;
  db.run(sql`delete from search_words where rowid in (${ids})`);
  db.run(sql`delete from search_parts where rowid in (${ids})`);
  db.delete(searchEntries).where(eq(searchEntries.subjectId, subjectId)).run();
}

/** Adds an entry as it reads, and its folded texts to both indexes. Call inside a transaction. */
export function insertEntry(db: Db, entry: Entry, folded: readonly string[]): void {
  const { id } = db.insert(searchEntries).values(entry).returning({ id: searchEntries.id }).get();
  const columns = sql.raw(TEXT_COLUMNS.join(", "));
  const values = sql.join(
    folded.map((one) => sql`${one}`),
    sql`, `,
  );
  db.run(sql`insert into search_words (rowid, ${columns}) values (${id}, ${values})`);
  db.run(sql`insert into search_parts (rowid, ${columns}) values (${id}, ${values})`);
}
