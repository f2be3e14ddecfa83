import { afterEach, beforeEach, expect, test } from "vitest";
import { caseByNumber } from "#db/queries/cases.ts";
import { insertClaim } from "#db/queries/claims.ts";
import { insertRelease, putReleaseClaim } from "#db/queries/releases.ts";
import type { Member } from "#server/context.ts";
import { SAMPLE_CLAIM_SET, sampleCard, sampleClaim, sampleSource } from "#server/export/claim-set.fixture.ts";
import type { AskedOfRelease } from "#server/services/release-part.ts";
import { once, type TestDesk, testDesk } from "#server/testing/desk.ts";

let desk: TestDesk;
let ana: Member;

/** A release of forty claims; every tenth is about cranes, with a source in Spanish. */
beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  const choices = { title: "Long", scaleId: null, quorum: 1, restricted: false, memberIds: [] };
  const { number } = desk.services.cases.create(ana, { ...choices, ...once() });
  const caseId = caseByNumber(desk.db, number)?.id ?? "";
  for (let at = 1; at <= 40; at++) {
    const sources = [sampleSource("s", { title: at % 10 === 0 ? "Grúas del puerto" : "Register" })];
    const card = sampleCard({ statement: `Claim ${at} is about ${at % 10 === 0 ? "cranes" : "ships"}.`, sources });
    const id = `claim-${at}`;
    insertClaim(desk.db, { id, caseId, number: at, stage: "in_review", createdBy: ana.id, createdAt: at });
    const claim = sampleClaim(`C-${number}-${at}`, card, { claimId: id });
    putReleaseClaim(desk.db, { releaseId: "r", claimId: id, contentHash: "", position: at - 1, claim });
  }
  const { claims: _, ...head } = SAMPLE_CLAIM_SET;
  insertRelease(desk.db, { id: "r", caseId, number: 1, head, sha256: "", madeBy: ana.id, madeAt: 0 });
});

afterEach(() => desk.close());

const FIRST: AskedOfRelease = { page: 1, words: "", claimNumber: null };
const read = (asked: Partial<AskedOfRelease> = {}) => desk.services.releases.read(ana, 1, 1, { ...FIRST, ...asked });
const numbers = async (asked: Parameters<typeof read>[0]) =>
  (await read(asked)).claims.map(({ claimNumber }) => claimNumber);

test("[RL18] a long release is read page by page, and every claim stands on one of them", async () => {
  const { count, part } = await read();
  expect([count, part.found, part.from]).toEqual([40, 40, 1]);
  const pages = await Promise.all(Array.from({ length: part.pages }, (_, at) => numbers({ page: at + 1 })));
  expect(pages.flat()).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
});

test("[RL18] the number of a claim leads to the page on which it stands; one that is not in it to the first", async () => {
  expect(await numbers({ claimNumber: 33 })).toContain(33);
  expect(await numbers({ claimNumber: 99 })).toContain(1);
});

test("[RL18] words find the claims that have all of them, whatever their accents, in statements and sources", async () => {
  expect(await numbers({ words: "GRUAS  puerto" })).toEqual([10, 20, 30, 40]);
  expect(await numbers({ words: "cranes register" })).toEqual([]);
  expect(await numbers({ words: "c-1-23" })).toEqual([23]);
  expect((await read({ words: "ships", page: 9 })).part).toMatchObject({ found: 36, to: 36, words: "ships" });
  expect((await read({ words: "nowhere" })).part).toMatchObject({ found: 0, from: 0, pages: 1 });
  expect((await read({ words: "ships" })).count).toBe(40);
});
