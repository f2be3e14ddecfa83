import { and, asc, desc, eq, gt, max, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type DeletionMarks, markDeletions } from "#db/queries/card-versions.ts";
import { compiled } from "#db/queries/compiled.ts";
import { cases } from "#db/schema/cases.ts";
import { claims } from "#db/schema/claims.ts";
import { checkpoints, clientBindings, quarantines, updates } from "#db/schema/collab.ts";

const { placeholder } = sql;

export type LogRow = {
  claimId: string;
  memberId: string | null;
  connectionId: string | null;
  at: number;
  bytes: Buffer;
};

/** Writes one row of the log and returns its number. */
export const appendUpdate = (db: Db, row: LogRow): number =>
  db.insert(updates).values(row).returning({ seq: updates.seq }).get().seq;

const rowsAfter = compiled((db) =>
  db
    .select({ seq: updates.seq, memberId: updates.memberId, at: updates.at, bytes: updates.bytes })
    .from(updates)
    .where(and(eq(updates.claimId, placeholder("claimId")), gt(updates.seq, placeholder("seq"))))
    .orderBy(asc(updates.seq))
    .prepare(),
);
export const logAfter = (db: Db, claimId: string, seq: number) => rowsAfter(db).all({ claimId, seq });

const lastRow = compiled((db) =>
  db
    .select({ seq: max(updates.seq) })
    .from(updates)
    .where(eq(updates.claimId, placeholder("claimId")))
    .prepare(),
);
export const lastSeqOf = (db: Db, claimId: string) => lastRow(db).get({ claimId })?.seq ?? 0;

/** The claim of the last row of the log; null while there is none. */
export const lastClaim = (db: Db): string | null =>
  db.select({ claimId: updates.claimId }).from(updates).orderBy(desc(updates.seq)).limit(1).get()?.claimId ?? null;

/** Who wrote which row, without the bytes; null when there is no such row. */
export const rowAt = (db: Db, seq: number) =>
  db
    .select({ claimId: updates.claimId, connectionId: updates.connectionId, at: updates.at })
    .from(updates)
    .where(eq(updates.seq, seq))
    .get() ?? null;

const checkpoint = compiled((db) =>
  db
    .select()
    .from(checkpoints)
    .where(eq(checkpoints.claimId, placeholder("claimId")))
    .prepare(),
);
export const checkpointOf = (db: Db, claimId: string) => checkpoint(db).get({ claimId }) ?? null;

/** The size of the last checkpoint in bytes, or 0. */
export const checkpointSize = (db: Db, claimId: string): number =>
  db
    .select({ size: sql<number>`length(${checkpoints.state})` })
    .from(checkpoints)
    .where(eq(checkpoints.claimId, claimId))
    .get()?.size ?? 0;

export const saveCheckpoint = (db: Db, row: typeof checkpoints.$inferInsert) =>
  db.insert(checkpoints).values(row).onConflictDoUpdate({ target: checkpoints.claimId, set: row }).run();

const bindings = compiled((db) =>
  db
    .select()
    .from(clientBindings)
    .where(eq(clientBindings.claimId, placeholder("claimId")))
    .prepare(),
);
export const bindingsOf = (db: Db, claimId: string) => bindings(db).all({ claimId });

const binding = compiled((db) =>
  db
    .select({ memberId: clientBindings.memberId })
    .from(clientBindings)
    .where(
      and(eq(clientBindings.claimId, placeholder("claimId")), eq(clientBindings.clientId, placeholder("clientId"))),
    )
    .prepare(),
);
/** The id of the member to whom a client id of a card belongs; null while it is nobody's. */
export const bindingOf = (db: Db, claimId: string, clientId: number): string | null =>
  binding(db).get({ claimId, clientId })?.memberId ?? null;

/** What every flush writes, compiled once. It runs inside whatever transaction is open on the connection. */
export function prepareLogWriter(db: Db) {
  const append = db
    .insert(updates)
    .values({
      claimId: placeholder("claimId"),
      memberId: placeholder("memberId"),
      connectionId: placeholder("connectionId"),
      at: placeholder("at"),
      bytes: placeholder("bytes"),
    })
    .prepare();
  const bind = db
    .insert(clientBindings)
    .values({
      claimId: placeholder("claimId"),
      clientId: placeholder("clientId"),
      memberId: placeholder("memberId"),
    })
    .onConflictDoNothing()
    .prepare();
  return {
    /** Writes one row of the log and returns its number. */
    append: (row: LogRow): number => Number(append.run(row).lastInsertRowid),
    /** Does nothing when the client id is taken already: the first member keeps it. */
    bind: (row: typeof clientBindings.$inferInsert): void => void bind.run(row),
    /** Keeps the version before a deletion of much of the card, and notes what is there again. */
    mark: (claimId: string, marks: DeletionMarks): void => markDeletions(db, claimId, marks),
  };
}

export type LogWriter = ReturnType<typeof prepareLogWriter>;

const quarantine = compiled((db) =>
  db
    .select()
    .from(quarantines)
    .where(eq(quarantines.claimId, placeholder("claimId")))
    .prepare(),
);
export const quarantineOf = (db: Db, claimId: string) => quarantine(db).get({ claimId }) ?? null;

export const quarantinedClaims = (db: Db) =>
  new Set(
    db
      .select({ claimId: quarantines.claimId })
      .from(quarantines)
      .all()
      .map((row) => row.claimId),
  );

export const insertQuarantine = (db: Db, row: typeof quarantines.$inferInsert) =>
  db.insert(quarantines).values(row).onConflictDoNothing().run();

const place = compiled((db) =>
  db
    .select({ caseId: claims.caseId, number: claims.number, caseNumber: cases.number })
    .from(claims)
    .innerJoin(cases, eq(cases.id, claims.caseId))
    .where(eq(claims.id, placeholder("claimId")))
    .prepare(),
);
/** The case of a claim and the reference that people know it by; null when there is no such claim. */
export function placeOfClaim(db: Db, claimId: string): { caseId: string; reference: string } | null {
  const row = place(db).get({ claimId });
  return row ? { caseId: row.caseId, reference: `C-${row.caseNumber}-${row.number}` } : null;
}
