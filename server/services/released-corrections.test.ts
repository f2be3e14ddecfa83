import { afterEach, beforeEach, expect, test } from "vitest";
import { corrections } from "#db/schema/corrections.ts";
import type { CorrectionKind } from "#domain/corrections.ts";
import type { Member } from "#server/context.ts";
import { readFile } from "#server/export/read-file.fixture.ts";
import { caseWithClaim, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { releaseAll } from "#server/testing/release-all.ts";

let desk: TestDesk;
let ana: Member;
let claim: ReturnType<typeof caseWithClaim>;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  claim = caseWithClaim(desk, ana);
  claim.rate(ana, "disputed");
  claim.sign(desk.member("Bo", "editor"));
});

afterEach(() => desk.close());

const release = () => releaseAll(desk, ana);

const setOf = (number: number) => JSON.parse(readFile(desk.services.releases.file(ana, 1, number, "json")));

function recordOn(kind: CorrectionKind, inForceAt: number | null = desk.clock.now) {
  const { caseId } = claim.read(ana);
  const after = inForceAt === null ? null : 1;
  const words = { what: "The count was of another day.", why: "We misread the table." };
  const facts = { caseId, claimId: claim.claimId, kind, ...words, by: ana.id, at: desk.clock.now, releasedBefore: 1 };
  desk.db
    .insert(corrections)
    .values({ ...facts, inForceAt, inForceAfter: after })
    .run();
}

test("[CO1] the next release carries what was put on the record about a claim; one without says nothing of it", async () => {
  await release();
  expect(setOf(1).claims[0]).not.toHaveProperty("corrections");
  expect(setOf(1)).not.toHaveProperty("retractions");
  recordOn("correction");
  recordOn("retraction", null);
  desk.sqlite.exec("update corrections set taken_back_at = 1, taken_back_by = 'x' where kind = 'retraction'");
  await release();
  expect(setOf(2).claims[0].corrections).toEqual([
    {
      ...{
        kind: "correction",
        reference: "C-1-1",
        claimId: claim.claimId,
        by: "Ana",
        memberId: ana.id,
        releasedBefore: 1,
      },
      ...{ what: "The count was of another day.", why: "We misread the table.", at: "2026-03-10T09:00:00.000Z" },
    },
  ]);
  expect(setOf(2)).not.toHaveProperty("retractions");
  await expect(release()).rejects.toThrow(/Nothing changed since release v2/);
});

test("[CO1] what is on the record about a released claim cannot be changed or removed by SQL", async () => {
  await release();
  recordOn("retraction", null);
  const sql = (text: string) => () => desk.sqlite.exec(text);
  expect(sql("update corrections set why = 'another'")).toThrow(/append-only/);
  expect(sql("delete from corrections")).toThrow(/append-only/);
  sql("update corrections set in_force_at = 5, in_force_after = 1")();
  expect(sql("update corrections set in_force_at = 6")).toThrow(/append-only/);
});
