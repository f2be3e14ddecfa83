import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { isOpenTo } from "#db/queries/open-cases.ts";
import { cases } from "#db/schema/cases.ts";
import { cards, claims } from "#db/schema/claims.ts";
import { corrections, type Ground, secondLooks } from "#db/schema/corrections.ts";
import { releaseClaims, releases } from "#db/schema/releases.ts";
import type { Actor } from "#domain/roles.ts";

/** What a claim rests on, as others are looked for: how addresses begin, titles of what has none, and its reference. */
export type Basis = {
  claimId: string;
  beginnings: readonly string[];
  titles: readonly { title: string; publisher: string }[];
  reference: string;
  address: string;
};

export type Resting = { claimId: string; ground: Ground; url: string; title: string };

/**
 * Every claim that rests, or ever left the desk resting, on a source of this claim, and every claim that has to do with
 * the claim itself: rivals, claims merged with it, cards that name it. Addresses and references only begin alike; whoever
 * asks compares the rest.
 */
export const restingOn = (db: Db, { claimId, beginnings, titles, reference, address }: Basis): Resting[] =>
  db.all<Resting>(sql`
    with alike(claimId, ground, url, title) as (
      select s.claim_id, 'source', s.url, s.title from json_each(${JSON.stringify(beginnings)}) as b
        cross join sources as s on s.url >= b.value and s.url < b.value || char(1114111)
      union select r.claim_id, 'source', r.url, '' from json_each(${JSON.stringify(beginnings)}) as b
        cross join released_sources as r on r.url >= b.value and r.url < b.value || char(1114111)
      union select s.claim_id, 'source', '', s.title from json_each(${JSON.stringify(titles)}) as t
        cross join sources as s on s.url = '' and s.title = t.value ->> 'title' and s.publisher = t.value ->> 'publisher'
      union select rival.claim_id, 'conflict_set', '', '' from conflict_set_claims as own
        join conflict_set_claims as rival on rival.set_id = own.set_id where own.claim_id = ${claimId}
      union select into_id, 'merge', '', '' from merges where claim_id = ${claimId}
      union select claim_id, 'merge', '', '' from merges where into_id = ${claimId}
      union select claim_id, 'citation', '', card from cards
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

/** The corrections after which a claim was worth another look, newest first, of cases that are open to the reader. */
export const secondLooksAt = (db: Db, claimId: string, reader: Actor) =>
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
    .where(and(eq(secondLooks.claimId, claimId), isOpenTo(reader)))
    .orderBy(sql`${secondLooks.correctionId} desc`)
    .all();
