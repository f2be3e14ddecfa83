import { and, desc, eq, gt, inArray, lte, max, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { quotes } from "#db/schema/claims.ts";
import { dismissals, documents, documentVersions, sentences } from "#db/schema/documents.ts";

export const insertDocument = (db: Db, row: typeof documents.$inferInsert) => db.insert(documents).values(row).run();

export const documentById = (db: Db, id: string) =>
  db.select().from(documents).where(eq(documents.id, id)).get() ?? null;

export const nextVersionNumber = (db: Db, documentId: string) =>
  (db
    .select({ last: max(documentVersions.number) })
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
    .get()?.last ?? 0) + 1;

export const insertVersion = (db: Db, row: typeof documentVersions.$inferInsert) =>
  db.insert(documentVersions).values(row).run();

export const versionByNumber = (db: Db, documentId: string, number: number) =>
  db
    .select()
    .from(documentVersions)
    .where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.number, number)))
    .get() ?? null;

/** A version by its id, when its document is one of this case. */
export const versionOfCase = (db: Db, caseId: string, versionId: string) =>
  db
    .select({ text: documentVersions.text })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(and(eq(documentVersions.id, versionId), eq(documents.caseId, caseId)))
    .get() ?? null;

/** How large a version is and who added it. */
export const capturesOf = (db: Db, versionId: string) =>
  db
    .select({ bytes: documentVersions.bytes, capturedBy: documentVersions.capturedBy })
    .from(documentVersions)
    .where(eq(documentVersions.id, versionId))
    .get();

/** Everything about a version but its text, oldest first. */
export const versionsOf = (db: Db, documentId: string) =>
  db
    .select({
      id: documentVersions.id,
      number: documentVersions.number,
      title: documentVersions.title,
      capturedAt: documentVersions.capturedAt,
      sha256: documentVersions.sha256,
    })
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(documentVersions.number)
    .all();

const versionFacts = {
  id: documentVersions.id,
  documentId: documentVersions.documentId,
  number: documentVersions.number,
  title: documentVersions.title,
  outlet: documentVersions.outlet,
  originUrl: documentVersions.originUrl,
  publishedOn: documentVersions.publishedOn,
  language: documentVersions.language,
  sha256: documentVersions.sha256,
  bytes: documentVersions.bytes,
  capturedAt: documentVersions.capturedAt,
};

const ofCase = compiled((db) =>
  db
    .select(versionFacts)
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(eq(documents.caseId, sql.placeholder("caseId")))
    .orderBy(desc(documents.createdAt), documentVersions.number)
    .prepare(),
);
/** Every version of every document of a case, without texts, newest document first. */
export const versionsOfCase = (db: Db, caseId: string) => ofCase(db).all({ caseId });

export const insertSentences = (db: Db, versionId: string, spans: readonly { start: number; end: number }[]) => {
  for (const [ordinal, { start, end }] of spans.entries())
    db.insert(sentences).values({ versionId, ordinal, start, end }).run();
};

export const sentencesOf = (db: Db, versionId: string) =>
  db.select().from(sentences).where(eq(sentences.versionId, versionId)).orderBy(sentences.ordinal).all();

/** The sentence that holds this place (code points). */
export const sentenceAt = (db: Db, versionId: string, at: number) =>
  db
    .select()
    .from(sentences)
    .where(and(eq(sentences.versionId, versionId), lte(sentences.start, at), gt(sentences.end, at)))
    .get() ?? null;

export const dismissalsOf = (db: Db, versionId: string) =>
  db.select().from(dismissals).where(eq(dismissals.versionId, versionId)).all();

export const insertDismissal = (db: Db, row: typeof dismissals.$inferInsert) =>
  db
    .insert(dismissals)
    .values(row)
    .onConflictDoUpdate({
      target: [dismissals.versionId, dismissals.ordinal],
      set: { reason: row.reason, by: row.by, at: row.at },
    })
    .run();

export const deleteDismissal = (db: Db, versionId: string, ordinal: number) =>
  db
    .delete(dismissals)
    .where(and(eq(dismissals.versionId, versionId), eq(dismissals.ordinal, ordinal)))
    .run();

/** The quotes in these versions, of every claim or only of those with these ids. */
export const quotesIn = (db: Db, versionIds: readonly string[], only?: readonly string[]) =>
  db
    .select()
    .from(quotes)
    .where(
      and(
        inArray(quotes.versionId, [...versionIds]),
        only && sql`${quotes.claimId} in (select value from json_each(${JSON.stringify(only)}))`,
      ),
    )
    .all();
