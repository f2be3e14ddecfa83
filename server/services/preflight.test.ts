import { afterEach, beforeEach, expect, test } from "vitest";
import { addSource, setField, setFigure } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import { readFile } from "#server/export/read-file.fixture.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { releaseAll } from "#server/testing/release-all.ts";
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

const preflight = () => desk.services.releases.preflight(ana, 1);

const release = () => releaseAll(desk, ana);

const useScale = (scaleId: string | null, { quorum = 1 } = {}) => {
  const { title, version } = desk.services.cases.open(ana, 1);
  desk.services.cases.configure(ana, 1, {
    ...{ title, version, scaleId, quorum, restricted: false, memberIds: [] },
    ...once(),
  });
};

const RATED_ELSEWHERE = "Its rating was given on another scale. Choose one on “Six steps, PolitiFact-like”.";

test("[RL11] what was signed keeps the label of its scale in every format, whatever scale the case uses since", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "mixed");
  claim.sign(bo);
  await release();
  useScale("truth-meter-1");
  const other = desk.services.claims.create(ana, 1, { statement: "It rained.", ...once() });
  desk.rooms.edit(other.claimId, ana.id, (doc) => setField(doc, "ratingId", "absurd"));
  const { contentHash } = desk.services.claims.read(bo, 1, other.number);
  desk.services.reviews.signOff(bo, other.claimId, { seenHash: contentHash, ...once() });
  await release();
  const file = (format: string) => readFile(desk.services.releases.file(ana, 1, 2, format));
  const [old, newer] = JSON.parse(file("claimreview"))["@graph"];
  expect(old.reviewRating).toMatchObject({ ratingValue: 3, bestRating: 5, worstRating: 1, alternateName: "Mixed" });
  expect(newer.reviewRating).toMatchObject({ ratingValue: 1, bestRating: 6, alternateName: "False and absurd" });
  expect(file("csv")).toContain('"Mixed","3","seven-step v1"');
  expect(JSON.parse(file("json"))).toMatchObject({
    scale: { id: "truth-meter-1" },
    otherScales: [{ id: "seven-step-1" }],
  });
  for (const format of ["markdown", "docx", "html"])
    expect(file(format)).toMatch(/Mixed[\s\S]*Six steps[\s\S]*Seven steps/);
  const page = await desk.services.releases.read(ana, 1, 2);
  expect(page.claims.map((one) => one.ratingLabel)).toEqual(["Mixed", "False and absurd"]);
  expect(page.scales).toEqual([
    { name: "Six steps, PolitiFact-like", version: 1 },
    { name: "Seven steps", version: 1 },
  ]);
  expect(claim.read(ana)).toMatchObject({ status: "released", scale: { id: "seven-step-1" } });
});

test("[RL11] what is not signed waits for a rating on the case's scale, and for none in a case without labels", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "mixed");
  claim.edit(ana, (doc) => doc.getText("verdict").insert(0, "Half of it is so."));
  const reasons = async () => (await preflight()).blocked[0]?.reasons.map((one) => said(one.message));
  useScale("truth-meter-1");
  expect(await reasons()).toContain(RATED_ELSEWHERE);
  expect(() => claim.sign(bo)).toThrow(RATED_ELSEWHERE);
  useScale(null);
  expect((await reasons())?.[0]).toMatch(/^It still carries a rating/);
  expect(() => claim.sign(bo)).toThrow(/Choose “No rating”/);
  expect(claim.read(ana).scale?.id).toBe("seven-step-1");
  claim.edit(ana, (doc) => setField(doc, "ratingId", ""));
  expect(claim.sign(bo)).toMatchObject({ complete: true });
});

test("[RL12] a claim of the last release that the next one would not hold is named with the reason", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "disputed");
  claim.sign(bo);
  await release();
  expect((await preflight()).leaving).toEqual([]);
  claim.edit(ana, (doc) => setField(doc, "claimant", "Somebody else"));
  const leaving = async () => (await preflight()).leaving;
  const reasons = [{ message: { id: "why_unrecorded" } }, { message: { id: "why_stale" } }];
  expect(await leaving()).toMatchObject([{ claimId: claim.claimId, reasons }]);
  desk.services.corrections.confirm(bo, 1, claim.correct(ana, "retraction"), once());
  const message = { room: "corrections", id: "why_dropped_retracted" };
  expect((await leaving())[0]?.reasons).toEqual([{ message, href: "/cases/1/claims/1#corrections" }]);
  expect(await preflight()).toMatchObject({ blocked: [], dropped: 0 });
});

test("[SO9] a guessed claimant, a missing verdict and an empty statement keep a claim from sign-off and release", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "true");
  claim.edit(ana, (doc) => {
    setField(doc, "claimant", "The board");
    setField(doc, "claimantGuessed", true);
  });
  const reasons = async () => (await preflight()).blocked[0]?.reasons;
  expect((await reasons())?.[0]).toMatchObject({
    message: { room: "claims", id: "flaw_claimant_guessed" },
    href: "/cases/1/claims/1#who-title",
  });
  expect(() => claim.sign(bo)).toThrow(/Nobody has confirmed who says it/);
  claim.edit(ana, (doc) => setField(doc, "claimantGuessed", false));
  claim.edit(ana, (doc) => doc.getText("statement").delete(0, doc.getText("statement").length));
  expect(() => claim.sign(bo)).toThrow(/There is no statement/);
  expect((await reasons())?.[0]?.href).toBe("/cases/1/claims/1#statement");
});

test("[RL13] the list before a release shows rating, claimant and figures, and what a reader will miss", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "true");
  claim.edit(ana, (doc) => {
    setField(doc, "claimant", "The board");
    addSource(doc, "empty", { title: " " });
    setFigure(doc, { id: "f", qualifier: "between", value: "1", upper: "", unit: "", asOf: "" });
    setFigure(doc, { id: "g", qualifier: "up_to", value: "", upper: "", unit: "", asOf: "" });
  });
  claim.sign(bo);
  const [row] = (await preflight()).ready;
  expect(row).toMatchObject({ ratingLabel: "True", claimant: "The board" });
  expect(row?.figures[0]).toEqual({ qualifier: "about", value: "240", upper: "", unit: "residents" });
  expect(row?.doubts.map((one) => said(one.message))).toEqual([
    "It has no source.",
    "It has no rationale.",
    "One of its figures has no amount.",
    "One of its figures is “between” and has no upper end.",
  ]);
  expect(claim.read(ana).missing.map((one) => one.what)).toEqual(["amount", "upper_end", "source", "rationale"]);
});

test("[RL1] a claim that people have written on is not called one that nobody has started on", async () => {
  const claim = caseWithClaim(desk, ana);
  const messages = async () => (await preflight()).blocked[0]?.reasons.map((one) => said(one.message));
  expect(await messages()).toEqual(["Nobody has started on it."]);
  claim.edit(ana, (doc) => doc.getText("gaps").insert(0, "Who counted?"));
  expect(await messages()).toEqual([
    "There is no verdict yet. Choose a rating or write the verdict sentence.",
    "It has 0 of 1 sign-offs.",
  ]);
});

test("[LN4] advice names the claims that readers of the files will stumble over, leads to their cards, and keeps none out", async () => {
  const claim = caseWithClaim(desk, ana);
  const advice = async () =>
    (await preflight()).advice.map(({ message, claims, screen }) => [message.id, claims, screen]);
  expect(await advice()).toEqual([]);
  claim.rate(ana, "true");
  claim.edit(ana, (doc) => doc.getText("statement").insert(0, `${"x".repeat(80)} `));
  claim.sign(bo);
  const at = (part: string) => [{ reference: claim.reference, href: `/cases/1/claims/1#${part}` }];
  expect(await advice()).toEqual([
    ["no_claimant", at("who-title"), null],
    ["no_date", at("when-title"), null],
    ["long_statement", at("statement"), null],
    ["inside_address", [], null],
  ]);
  expect(await release()).toBe(1);
});
