import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { reviewsOfClaim } from "#db/queries/reviews.ts";
import type { Source } from "#domain/card.ts";
import { addSource, setField, setSource } from "#domain/card-edit.ts";
import { canonicalJson, contentHash as hashOf, sha256Hex } from "#domain/content.ts";
import { withCitations } from "#domain/rationale.ts";
import type { Member } from "#server/context.ts";
import { readFile } from "#server/export/read-file.fixture.ts";
import { releasedClaim } from "#server/services/claim-set.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { said } from "#server/testing/said.ts";

let desk: TestDesk;
let ana: Member;
let bo: Member;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  bo = desk.member("Bo", "editor");
});

afterEach(() => desk.close());

const expected = async (caseNumber: number) =>
  (await desk.services.releases.preflight(ana, caseNumber)).ready.map(({ claimId, contentHash }) => ({
    claimId,
    contentHash,
  }));

const release = async (caseNumber: number) =>
  desk.services.releases.make(ana, caseNumber, { expected: await expected(caseNumber), ...once() });

/** Every file of the first release, and that of its first claim. */
function filesOfRelease() {
  const { releases } = desk.services;
  const whole = releases.formats().map(({ id }) => releases.file(ana, 1, 1, id));
  return [...whole, releases.claimFile(ana, 1, 1, 1)].map(readFile);
}

function signedClaim() {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "disputed");
  claim.sign(bo);
  return claim;
}

test("[RL1] only claims whose sign-offs are current go in; what blocks the others is said with a link", async () => {
  const claim = signedClaim();
  const other = desk.services.claims.create(ana, 1, { statement: "Nobody signed this.", ...once() });
  const preflight = await desk.services.releases.preflight(ana, 1);
  expect(preflight.ready.map((one) => one.claimId)).toEqual([claim.claimId]);
  expect(preflight.blocked[0]).toMatchObject({
    claimId: other.claimId,
    reasons: [{ message: { id: "why_not_begun" }, href: "/cases/1/claims/2#work" }],
  });
  await release(1);
  const json = readFile(desk.services.releases.file(ana, 1, 1, "json"));
  expect(json).not.toContain("Nobody signed this.");
});

test("[RL2] a release holds the card as it was signed, also after later edits", async () => {
  const claim = signedClaim();
  await release(1);
  const before = readFile(desk.services.releases.file(ana, 1, 1, "json"));
  claim.edit(ana, (doc) => setField(doc, "claimant", "Somebody else"));
  expect(readFile(desk.services.releases.file(ana, 1, 1, "json"))).toBe(before);
  expect(claim.read(ana).status).toBe("in_review");
  expect((await desk.services.releases.preflight(ana, 1)).leaving[0]?.changedSinceRelease).toBe(true);
});

test("[RL3] is refused when the list of ready claims is no longer the one that was seen", async () => {
  const claim = signedClaim();
  const seen = await expected(1);
  claim.edit(ana, (doc) => setField(doc, "claimant", "Somebody else"));
  claim.sign(bo);
  await expect(desk.services.releases.make(ana, 1, { expected: seen, ...once() })).rejects.toThrow(
    /changed while you were looking/,
  );
});

test("[RL4] numbers count up, and an unchanged set is not released twice", async () => {
  const claim = signedClaim();
  expect(await release(1)).toEqual({ number: 1 });
  await expect(release(1)).rejects.toThrow(/Nothing changed since release v1/);
  claim.correct(ana);
  claim.edit(ana, (doc) => setField(doc, "saidWhere", "Lenne"));
  claim.sign(bo);
  expect(await release(1)).toEqual({ number: 2 });
  const { claims } = JSON.parse(readFile(desk.services.releases.file(ana, 1, 2, "json")));
  expect(claims[0]).toMatchObject({ firstReleasedIn: 1, changedSince: 1 });
});

test("[RL5] protected sources and working notes never leave, in no format", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "true");
  claim.edit(ana, (doc) => {
    addSource(doc, "open", { title: "Bulletin", url: "https://example.org/b", note: "secret-note" });
    addSource(doc, "hidden", { title: "secret-title", quote: "secret-quote", protected: true });
  });
  claim.sign(bo);
  await release(1);
  for (const body of filesOfRelease()) expect(body).not.toContain("secret-");
  expect(JSON.stringify(await desk.services.releases.read(ana, 1, 1))).not.toContain("secret-");
});

test("[RL9] a file names a claim by the address of its public page, and the desk shows it under its reference", async () => {
  const claim = signedClaim();
  await release(1);
  const { claims } = await desk.services.releases.read(ana, 1, 1);
  const graph = JSON.parse(readFile(desk.services.releases.file(ana, 1, 1, "claimreview")))["@graph"];
  expect(graph.map((one: { url: string }) => one.url)).toEqual(
    claims.map(({ reference }) => `http://localhost:3000/published/1/${reference}`),
  );
  expect(claims).toMatchObject([
    {
      reference: claim.reference,
      claimNumber: 1,
      statement: "around 240 residents were moved",
      ratingLabel: "Disputed",
      figures: [{ qualifier: "about", value: "240", unit: "residents" }],
      signOffs: [{ name: "Bo", at: desk.clock.now }],
      contentHash: claim.read(ana).contentHash,
    },
  ]);
});

test("[ST6] one claim of a release has a ClaimReview of its own, the same as among all; what is not in it has none", async () => {
  signedClaim();
  await release(1);
  const { releases } = desk.services;
  const other = desk.services.claims.create(ana, 1, { statement: "Nobody signed this.", ...once() });
  const file = releases.claimFile(ana, 1, 1, 1);
  expect(file.fileName).toBe("case-1-counts-v1.c-1-1.claimreview.json");
  const { "@context": _, ...review } = JSON.parse(readFile(file));
  expect([review]).toEqual(JSON.parse(readFile(releases.file(ana, 1, 1, "claimreview")))["@graph"]);
  for (const [release, claim] of [
    [1, other.number],
    [1, 99],
    [2, 1],
  ] as const)
    expect(() => releases.claimFile(ana, 1, release, claim)).toThrow(/^There is no such/);
});

test("[RL9] the page shows an older release as it was, and names the newest one", async () => {
  const claim = signedClaim();
  await release(1);
  claim.correct(ana);
  claim.edit(ana, (doc) => setField(doc, "claimant", "Somebody else"));
  claim.sign(bo);
  await release(1);
  const [older, newer] = await Promise.all([1, 2].map((number) => desk.services.releases.read(ana, 1, number)));
  expect([older?.newest, newer?.newest]).toEqual([2, 2]);
  expect([older?.claims[0]?.claimant, newer?.claims[0]?.claimant]).toEqual(["", "Somebody else"]);
  expect(newer?.claims[0]).toMatchObject({ firstReleasedIn: 1, changedSince: 1 });
  expect(newer?.claims[0]?.corrections).toMatchObject([{ kind: "correction", reference: "C-1-1", releasedBefore: 1 }]);
  expect([older?.claims[0]?.corrections, newer?.retractions]).toEqual([[], []]);
});

test("[RL1] each reason leads to the part of the card where it is mended", async () => {
  const claim = caseWithClaim(desk, ana);
  const reasons = async () =>
    (await desk.services.releases.preflight(ana, 1)).blocked[0]?.reasons.map(({ href }) => href);
  const card = "/cases/1/claims/1";
  desk.services.claims.take(ana, claim.claimId, { version: 1, ...once() });
  expect(await reasons()).toEqual([`${card}#verdict`, `${card}#sign-off`]);
  claim.rate(ana, "false");
  claim.edit(ana, (doc) => doc.getText("statement").insert(0, "False: "));
  expect(await reasons()).toEqual([`${card}#statement`, `${card}#sign-off`]);
});

test("[RL10] a claim whose statement carries its rating stays out, also when it is signed", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "false");
  claim.edit(ana, (doc) => doc.getText("statement").insert(0, "False: "));
  expect(claim.read(ana).missing.map((one) => one.what)).toContain("statement_without_rating");
  claim.sign(bo);
  expect(claim.read(ana).status).toBe("signed_off");
  const { ready, blocked } = await desk.services.releases.preflight(ana, 1);
  expect(ready).toEqual([]);
  expect(said(blocked[0]?.reasons[0]?.message)).toBe(
    "Its statement carries the rating “False”. Write only what is claimed.",
  );
  await expect(release(1)).rejects.toThrow(/No claim is ready/);
});

test("[RL4] a source that is protected after a release makes a new release, without it", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "true");
  claim.edit(ana, (doc) => addSource(doc, "s1", { title: "The name of a witness", url: "https://example.org/w" }));
  claim.sign(bo);
  await release(1);
  claim.edit(ana, (doc) => setSource(doc, "s1", "protected", true));
  expect(claim.read(ana).status).toBe("released");
  expect((await desk.services.releases.preflight(ana, 1)).unchanged).toBe(false);
  expect(await release(1)).toEqual({ number: 2 });
  expect(readFile(desk.services.releases.file(ana, 1, 2, "json"))).not.toContain("witness");
  expect((await desk.services.releases.preflight(ana, 1)).unchanged).toBe(true);
  await expect(release(1)).rejects.toThrow(/Nothing changed since release v2/);
});

test("[RL6] the stored hash is the hash of what is stored, and neither can be changed by SQL", async () => {
  signedClaim();
  await release(1);
  const { head, sha256 } = desk.sqlite.prepare("select head, sha256 from releases").get() as Record<string, string>;
  const rows = desk.sqlite.prepare("select claim from release_claims order by position").pluck().all() as string[];
  const claims = rows.map((claim) => JSON.parse(claim));
  expect(claims).toHaveLength(1);
  expect(sha256Hex(canonicalJson({ ...JSON.parse(head ?? ""), claims }))).toBe(sha256);
  expect(() => desk.sqlite.prepare("update releases set sha256 = 'x'").run()).toThrow(/immutable/);
  expect(() => desk.sqlite.prepare("update release_claims set claim = '{}'").run()).toThrow(/immutable/);
});

test("[FM8] how far a file is can be asked by whoever downloads it, and by nobody else", async () => {
  signedClaim();
  await release(1);
  const { pieces } = desk.services.releases.file(ana, 1, 1, "json", "mark");
  expect(desk.services.releases.writing(ana, "mark")).toEqual({ claims: 0, of: 1, state: "writing" });
  readFile({ pieces });
  expect(desk.services.releases.writing(ana, "mark")).toEqual({ claims: 1, of: 1, state: "written" });
  expect([desk.services.releases.writing(bo, "mark"), desk.services.releases.writing(ana, "other")]).toEqual([
    null,
    null,
  ]);
});

test("[RL7] analysts and viewers cannot release", async () => {
  signedClaim();
  const chen = desk.member("Chen", "analyst");
  await expect(desk.services.releases.make(chen, 1, { expected: await expected(1), ...once() })).rejects.toThrow(
    /role/,
  );
});

test("[RL8] a card that is closed for repair stays out and is named; the others are released", async () => {
  const claim = signedClaim();
  const other = desk.services.claims.create(ana, 1, { statement: "A second claim.", ...once() });
  desk.rooms.edit(other.claimId, ana.id, (doc) => setField(doc, "ratingId", "true"));
  const { contentHash } = desk.services.claims.read(bo, 1, other.number);
  desk.services.reviews.signOff(bo, other.claimId, { seenHash: contentHash, ...once() });
  desk.sqlite.prepare("insert into quarantines (claim_id, reason, at) values (?, 'unreadable', 0)").run(claim.claimId);
  expect(said((await desk.services.releases.preflight(ana, 1)).blocked[0]?.reasons[0]?.message)).toContain(
    "closed for repair",
  );
  await release(1);
  const { claims } = JSON.parse(readFile(desk.services.releases.file(ana, 1, 1, "json")));
  expect(claims.map((one: { claimId: string }) => one.claimId)).toEqual([other.claimId]);
});

test("[RL14] no byte of a release depends on a protected source: not its words, not its id, no hash that covers it", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "true");
  claim.edit(ana, (doc) => {
    addSource(doc, "open", { title: "Bulletin", url: "https://example.org/b" });
    addSource(doc, "hidden-id", { url: "https://example.org/secret-witness", protected: true });
    doc.getXmlFragment("rationale").insert(0, [citing("open", "hidden-id")]);
  });
  claim.sign(bo);
  const { contentHash, card } = claim.read(ana);
  await release(1);
  for (const body of [...filesOfRelease(), JSON.stringify(await desk.services.releases.read(ana, 1, 1))]) {
    for (const secret of [contentHash, "hidden-id", "secret-witness"]) expect(body).not.toContain(secret);
  }
  const { protectedSources, contentHash: published } = JSON.parse(
    readFile(desk.services.releases.file(ana, 1, 1, "json")),
  ).claims[0];
  expect({ protectedSources, published }).toEqual({ protectedSources: 1, published: null });
  const [row] = desk.services.claims.list(ana, 1);
  const [names, [review]] = [new Map(), reviewsOfClaim(desk.db, claim.claimId)];
  if (!row || !review) throw new Error("The claim is signed.");
  const withSource = (given: Partial<Source>) => {
    const sources = card.sources.map((one) => (one.protected ? { ...one, ...given } : one));
    const rationale = withCitations(card.rationale, (id) => (id === "hidden-id" ? (given.id ?? id) : id));
    const other = { ...card, sources, rationale };
    const hash = hashOf(other);
    return releasedClaim({
      ...{ row: { ...row, contentHash: hash }, now: other, number: 1, names, earlier: [] },
      reviews: [{ ...review, card: other, contentHash: hash }],
    });
  };
  expect(withSource({ id: "x", url: "https://example.org/somebody-else", quote: "Words." })).toEqual(withSource({}));
});

function citing(...ids: string[]): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  const citations = ids.map((sourceId) => {
    const citation = new Y.XmlElement("citation");
    citation.setAttribute("sourceId", sourceId);
    return citation;
  });
  paragraph.insert(0, [new Y.XmlText("So it was "), ...citations]);
  return paragraph;
}
