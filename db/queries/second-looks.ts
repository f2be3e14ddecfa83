import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { asReader, isOpenTo, isOpenToReader } from "#db/queries/open-cases.ts";
import { cases } from "#db/schema/cases.ts";
import { cards, claims } from "#db/schema/claims.ts";
import { corrections, type Ground, secondLooks } from "#db/schema/corrections.ts";
import { releaseClaims, releases } from "#db/schema/releases.ts";
import type { Actor } from "#domain/roles.ts";

/** What a claim rests on, as others are looked for: what stands in addresses, titles of what has none, and its reference. */
export type Basis = {
  claimId: string;
  /** In small letters. */
  traces: readonly string[];
  titles: readonly { title: string; publisher: string }[];
  reference: string;
  address: string;
};

export type Resting = { claimId: string; ground: Ground; url: string; archivedUrl: string; title: string };

/**
 * Every claim that rests, or ever left the desk resting, on a source of this claim, and every claim that has to do with
 * the claim itself: rivals, claims merged with it, cards that name it. Addresses only share a trace, and references begin
 * alike; whoever asks compares the rest.
 */
export const restingOn = (db: Db, { claimId, traces, titles, reference, address }: Basis): Resting[] =>
  db.all<Resting>(sql`
    with alike(claimId, ground, url, archivedUrl, title) as (
      select s.claim_id, 'source', s.url, s.archived_url, s.title from json_each(${JSON.stringify(traces)}) as t
        cross join sources as s on instr(lower(s.url || ' ' || s.archived_url), t.value) > 0
          and s.url || s.archived_url <> ''
      union select r.claim_id, 'source', r.url, '', '' from json_each(${JSON.stringify(traces)}) as t
        cross join released_sources as r on instr(lower(r.url), t.value) > 0
      union select s.claim_id, 'source', '', '', s.title from json_each(${JSON.stringify(titles)}) as t
        cross join sources as s on s.url = '' and s.title = t.value ->> 'title' and s.publisher = t.value ->> 'publisher'
      union select rival.claim_id, 'conflict_set', '', '', '' from conflict_set_claims as own
        join conflict_set_claims as rival on rival.set_id = own.set_id where own.claim_id = ${claimId}
      union select into_id, 'merge', '', '', '' from merges where claim_id = ${claimId}
      union select claim_id, 'merge', '', '', '' from merges where into_id = ${claimId}
      union select claim_id, 'citation', '', '', card from cards
        where instr(card, ${reference}) > 0 or instr(card, ${address}) > 0)
    select * from alike where claimId <> ${claimId}`);

export const insertSecondLook = (db: Db, row: typeof secondLooks.$inferInsert) =>
  db.insert(secondLooks).values(row).run();

export const secondLookOf = (db: Db, correctionId: number, claimId: string) =>
  db
    .select()
    .from(secondLooks)
    .where(and(eq(secondLooks.correctionId, correctionId), eq(secondLooks.claimId, claimId)))
    .get() ?? null;

export const tickSecondLook = (
  db: Db,
  {
    correctionId,
    claimId,
    lookedAt,
    lookedBy,
  }: { correctionId: number; claimId: string; lookedAt: number; lookedBy: string },
) =>
  db
    .update(secondLooks)
    .set({ lookedAt, lookedBy })
    .where(and(eq(secondLooks.correctionId, correctionId), eq(secondLooks.claimId, claimId)))
    .run();

/** The releases that hold a claim, as numbers with commas between them; null where none does. */
const heldIn = sql<string | null>`(
  select group_concat(number) from (select ${releases.number} as number from ${releaseClaims}
    join ${releases} on ${releases.id} = ${releaseClaims.releaseId}
    where ${releaseClaims.claimId} = ${secondLooks.claimId} order by 1))`;

/** The claims of these corrections that are worth another look, of cases that are open to the reader. */
export const secondLooksOf = (db: Db, correctionIds: readonly number[], reader: Actor) =>
  db
    .select({
      look: secondLooks,
      number: claims.number,
      caseNumber: cases.number,
      statement: cards.statement,
      language: cards.language,
      heldIn,
    })
    .from(secondLooks)
    .innerJoin(claims, eq(claims.id, secondLooks.claimId))
    .innerJoin(cases, eq(cases.id, claims.caseId))
    .innerJoin(cards, eq(cards.claimId, claims.id))
    .where(
      and(
        sql`${secondLooks.correctionId} in (select value from json_each(${JSON.stringify(correctionIds)}))`,
        isOpenTo(reader),
      ),
    )
    .orderBy(cases.number, claims.number)
    .all();

const ofClaim = compiled((db) =>
  db
    .select({
      look: secondLooks,
      kind: corrections.kind,
      what: corrections.what,
      number: claims.number,
      caseNumber: cases.number,
    })
    .from(secondLooks)
    .innerJoin(corrections, eq(corrections.id, secondLooks.correctionId))
    .innerJoin(claims, eq(claims.id, corrections.claimId))
    .innerJoin(cases, eq(cases.id, claims.caseId))
    .where(and(eq(secondLooks.claimId, sql.placeholder("claimId")), isOpenToReader))
    .orderBy(sql`${secondLooks.correctionId} desc`)
    .prepare(),
);
/** The corrections after which a claim was worth another look, newest first, of cases that are open to the reader. */
export const secondLooksAt = (db: Db, claimId: string, reader: Actor) =>
  ofClaim(db).all({ claimId, ...asReader(reader) });

/** Texts that were kept from more than one address: their addresses, and the SHA-256 that they share. */
export const keptTwice = (db: Db) =>
  db.all<{ originUrl: string; sha256: string }>(sql`
    select distinct origin_url as originUrl, sha256 from document_versions where origin_url <> '' and sha256 in (
      select sha256 from document_versions where origin_url <> '' group by sha256 having count(distinct origin_url) > 1)`);
