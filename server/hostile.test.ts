import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addQuote, addSource, setField, setSource } from "#domain/card-edit.ts";
import { LIMITS } from "#domain/limits.ts";
import type { Member } from "#server/context.ts";
import { readFile } from "#server/export/read-file.fixture.ts";
import { makePrivate } from "#server/private-file.ts";
import { ARTICLE, caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { laterRefusal, refusal } from "#server/testing/refusal.ts";
import { releaseAll } from "#server/testing/release-all.ts";

let desk: TestDesk;
let ana: Member;
let bo: Member;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana Noori", "editor");
  bo = desk.member("Bo", "editor");
});

afterEach(() => desk.close());

async function release(): Promise<string> {
  await releaseAll(desk, ana);
  return readFile(desk.services.releases.file(ana, 1, 1, "json"));
}

test("a source that is protected after the sign-off stays in the house, though the sign-off is still current", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "disputed");
  claim.edit(ana, (doc) => addSource(doc, "witness", { title: "A witness", url: "https://witness.example/" }));
  claim.edit(ana, (doc) => addSource(doc, "report", { title: "A report", url: "https://report.example/" }));
  claim.sign(bo);
  claim.edit(ana, (doc) => setSource(doc, "witness", "protected", true));
  expect(claim.read(ana).status).toBe("signed_off");
  const released = await release();
  expect(released).toContain("https://report.example/");
  expect(released).not.toContain("witness.example");
  expect(JSON.parse(released).claims[0].protectedSources).toBe(1);
});

test("a source that was protected when it was signed stays in the house until somebody signs it open", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "disputed");
  claim.edit(ana, (doc) => addSource(doc, "witness", { url: "https://witness.example/", protected: true }));
  claim.sign(bo);
  claim.edit(ana, (doc) => setSource(doc, "witness", "protected", false));
  expect(await release()).not.toContain("witness.example");
});

test.each([
  ["lines", "a\n".repeat(900_000)],
  ["sentences in one line", "It was so. ".repeat(LIMITS.sentences + 1)],
])("an article of too many %s is refused before it fills the table and the page", (_name, words) => {
  const { number } = desk.services.cases.create(ana, {
    ...{ title: "Long", scaleId: null, quorum: 1, restricted: false, memberIds: [] },
    ...once(),
  });
  const refused = refusal(() => desk.services.documents.add(ana, number, { ...ARTICLE, text: words, ...once() }));
  const text = { room: "article", id: "refuse_too_many" };
  expect(refused).toMatchObject({ kind: "bad_input", detail: { fields: { text } } });
  expect(refused.message).toMatch(/40,000/);
  expect(desk.services.cases.open(ana, number).documents).toEqual([]);
});

test("nobody joins under the name of a colleague, whatever letters hide in it", async () => {
  const account = { email: "new@desk.example", password: "a sentence nobody else knows" };
  for (const name of ["Ana Noori", "ana  noori", "Ana\u200b Noori", "\u0410na Noori", "Ana\u202e Noori"]) {
    const token =
      desk.services.invites
        .make(ana, { role: "analyst", ...once() })
        .url.split("/")
        .at(-1) ?? "";
    const refused = await laterRefusal(desk.services.invites.accept(token, { ...account, name }));
    expect(refused).toMatchObject({ kind: "bad_input", detail: { fields: { name: { room: "people" } } } });
    expect(desk.services.invites.read(token)?.role).toBe("analyst");
  }
});

test("a name is kept composed and with single spaces", async () => {
  const token =
    desk.services.invites
      .make(ana, { role: "analyst", ...once() })
      .url.split("/")
      .at(-1) ?? "";
  const account = { name: "Jose\u0301  Lima", email: "jose@desk.example", password: "a sentence nobody else knows" };
  await desk.services.invites.accept(token, account);
  expect(desk.services.members.colleagues(ana).map((one) => one.name)).toContain("José Lima");
});

test("the database that a start makes can be read by its owner only", () => {
  const folder = mkdtempSync(join(tmpdir(), "assay-private-"));
  try {
    const file = join(folder, "assay.sqlite");
    makePrivate(file);
    const onFile = testDesk(file);
    const modes = ["", "-wal", "-shm"].map((end) => statSync(`${file}${end}`).mode & 0o777);
    onFile.close();
    expect(modes).toEqual([0o600, 0o600, 0o600]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a key that was used for one decision carries out no other one, and does not pretend to", () => {
  const claim = caseWithClaim(desk, ana);
  const other = desk.services.claims.create(ana, 1, { statement: "Another.", ...once() });
  const key = once();
  const made = desk.services.claims.create(ana, 1, { statement: "One.", ...key });
  expect(desk.services.claims.create(ana, 1, { statement: "One.", ...key })).toEqual(made);
  const { take, move, create } = desk.services.claims;
  const choices = { title: "Second", scaleId: null, quorum: 1, restricted: false, memberIds: [] };
  const others = [
    () => create(ana, 1, { statement: "Two.", ...key }),
    () => take(ana, claim.claimId, { version: 1, ...key }),
    () => desk.services.cases.create(ana, { ...choices, ...key }),
    () => desk.services.invites.make(ana, { role: "analyst", ...key }),
  ];
  for (const run of others)
    expect(refusal(run)).toMatchObject({ kind: "conflict", message: expect.stringMatching(/Something else/) });
  const second = once();
  move(ana, claim.claimId, { stage: "researching", version: 1, ...second });
  const elsewhere = () => move(ana, other.claimId, { stage: "researching", version: 1, ...second });
  expect(refusal(elsewhere).kind).toBe("conflict");
  expect(desk.services.claims.list(ana, 1).map((row) => row.stage)).toEqual(["researching", "inbox", "inbox"]);
});

test("a quote that a claim of another case planted in this document is not carried into that claim", () => {
  const claim = caseWithClaim(desk, ana);
  const choices = { title: "Closed", scaleId: null, quorum: 1, restricted: true, memberIds: [bo.id] };
  const closed = desk.services.cases.create(bo, { ...choices, ...once() });
  const planted = desk.services.claims.create(bo, closed.number, { statement: "Planted.", ...once() });
  const [quote] = claim.read(ana).card.quotes;
  if (!quote) throw new Error("The claim has a quote.");
  desk.rooms.edit(planted.claimId, bo.id, (doc) => addQuote(doc, { ...quote, id: "planted" }));
  desk.services.documents.addVersion(ana, 1, claim.documentId, {
    ...ARTICLE,
    text: `${ARTICLE.text} More.`,
    ...once(),
  });
  const carry = (claimId: string, quoteId: string) =>
    desk.services.documents.carry(ana, 1, claim.documentId, { claimId, quoteId, versionNumber: 2, ...once() });
  expect(refusal(() => carry(planted.claimId, "planted")).kind).toBe("not_found");
  expect(() => carry(claim.claimId, quote.id)).not.toThrow();
});

test("a rating is never read on another scale: what was signed keeps its own, and what was not waits for a new one", async () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "false");
  claim.sign(bo);
  const { version, title } = desk.services.cases.open(ana, 1);
  const choices = { title, version, scaleId: "truth-meter-1", quorum: 1, restricted: false, memberIds: [] };
  desk.services.cases.configure(ana, 1, { ...choices, ...once() });
  expect(desk.services.claims.list(ana, 1)[0]).toMatchObject({ ratingLabel: "False", status: "signed_off" });
  expect((await desk.services.releases.preflight(ana, 1)).ready).toHaveLength(1);
  claim.edit(ana, (doc) => setField(doc, "claimant", "Somebody"));
  expect(desk.services.claims.list(ana, 1)[0]).toMatchObject({ ratingLabel: null, mark: "none" });
  expect(refusal(() => claim.sign(bo)).message).toMatch(/given on another scale/);
  expect((await laterRefusal(release())).kind).toBe("conflict");
});

test("words that the document does not hold cannot be signed as its quote, nor a document of another case", () => {
  const claim = caseWithClaim(desk, ana);
  const elsewhere = caseWithClaim(desk, ana);
  claim.rate(ana, "disputed");
  const [quote] = claim.read(ana).card.quotes;
  const [foreign] = elsewhere.read(ana).card.quotes;
  if (!quote || !foreign) throw new Error("Both claims have a quote.");
  for (const planted of [
    { ...quote, exact: quote.exact.replace("240", "420") },
    { ...quote, start: quote.start + 1, end: quote.end + 1 },
    { ...quote, versionId: "none" },
    foreign,
  ]) {
    claim.edit(ana, (doc) => addQuote(doc, { ...planted, id: "planted" }));
    expect(refusal(() => claim.sign(bo)).message).toMatch(/does not stand like this in the document/);
  }
  claim.edit(ana, (doc) => doc.getMap("quotes").delete("planted"));
  expect(claim.sign(bo)).toMatchObject({ complete: true });
});
