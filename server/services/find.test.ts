import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addSource, setField } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import type { Hit } from "#server/services/find.ts";
import { ARTICLE, caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";

let desk: TestDesk;
let ana: Member;
let claim: ReturnType<typeof caseWithClaim>;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  claim = caseWithClaim(desk, ana);
});

afterEach(() => desk.close());

const find = (words: string, actor = ana) => desk.services.find.all(actor, words).hits;
const said = (hit: Hit | undefined) => hit && [hit.claim?.reference ?? hit.kind, hit.field];
const marked = (hit: Hit | undefined) => hit?.snippet.filter((one) => one.hit).map((one) => one.text);
const newCase = (title: string, given = {}) =>
  desk.services.cases.create(ana, {
    ...{ title, scaleId: null, quorum: 1, restricted: false, memberIds: [] },
    ...{ ...given, ...once() },
  }).number;
const newClaim = (caseNumber: number, statement: string) =>
  desk.services.claims.create(ana, caseNumber, { statement, ...once() });
const write = (root: "statement" | "gaps" | "verdict", words: string) =>
  claim.edit(ana, (doc) => doc.getText(root).insert(0, `${words} `));

describe("what is found", () => {
  test.each([
    ["statement", () => write("statement", "Lanterns")],
    ["verdict", () => write("verdict", "Lanterns")],
    ["gaps", () => write("gaps", "Lanterns")],
    ["claimant", () => claim.edit(ana, (doc) => setField(doc, "speaker", "Ms Lanterns"))],
    ["source", () => claim.edit(ana, (doc) => addSource(doc, "s", { title: "A count", publisher: "Lanterns Weekly" }))],
    ["source", () => claim.edit(ana, (doc) => addSource(doc, "s", { url: "https://example.org/lanterns" }))],
    ["source", () => claim.edit(ana, (doc) => addSource(doc, "s", { quote: "Three lanterns were lit." }))],
  ])("[FI1] words in a card's %s are found there, as soon as they are stored", (field, change) => {
    expect(find("lanterns")).toEqual([]);
    change();
    const hits = find("lanterns");
    expect(hits.map(said)).toEqual([["C-1-1", field]]);
    expect(marked(hits[0])?.[0]?.toLowerCase()).toBe("lanterns");
  });

  test("[FI1] titles of cases, and titles and texts of every version of a document, are found", () => {
    const caseNumber = newCase("Lanterns of the quay");
    const pasted = { ...ARTICLE, title: "Old lamps", text: "First line.\n\nThe keeper saw nothing." };
    const { documentId } = desk.services.documents.add(ana, caseNumber, { ...pasted, ...once() });
    desk.services.documents.addVersion(ana, caseNumber, documentId, {
      ...{ ...pasted, text: "First line.\n\nThe keeper saw everything." },
      ...once(),
    });
    expect(find("lanterns").map(said)).toEqual([["case", "title"]]);
    expect(find("lamps").map(said)).toEqual([["document", "title"]]);
    expect(find("nothing").map((one) => one.document?.versionNumber)).toEqual([1]);
    expect(find("keeper").map((one) => one.document?.versionNumber)).toEqual([2]);
    expect(find("keeper")[0]).toMatchObject({ name: "Old lamps", caseNumber });
  });

  test("[FI1] the quote of a claim is found, and what was taken out of a card no more", () => {
    expect(find("240 residents").map((one) => one.claim?.reference ?? one.kind)).toContain("C-1-1");
    write("gaps", "Lanterns");
    expect(find("lanterns")).toHaveLength(1);
    claim.edit(ana, (doc) => doc.getText("gaps").delete(0, 9));
    expect(find("lanterns")).toEqual([]);
  });

  test("[FI1] another title of a case is found at once, the old one no more", () => {
    const number = newCase("Lanterns");
    const { version } = desk.services.cases.open(ana, number);
    const choices = { title: "Torches", scaleId: null, quorum: 1, restricted: false, memberIds: [] };
    desk.services.cases.configure(ana, number, { ...choices, version, ...once() });
    expect([find("lanterns").length, find("torches").length]).toEqual([0, 1]);
  });
});

describe("how it is found", () => {
  test("[FI3] accents, vowel signs, case and the kind of digits do not matter", () => {
    newClaim(claim.caseNumber, "Der Müller zählte ١٢٠ Säcke, قال مُتَحَدِّث");
    for (const words of ["muller", "MÜLLER", "120", "متحدث", "sacke"])
      expect(find(words).map(said), words).toEqual([["C-1-2", "statement"]]);
  });

  test("[FI2] a word is found by its beginning and by a part of it, Chinese and Thai by any part", () => {
    newClaim(claim.caseNumber, "Donaudampfschiff 北京市政府发布通告 แรงงานท่าเรือ 🚢");
    for (const words of ["donau", "dampf", "市政府", "政府", "通告", "ท่าเรือ", "🚢"])
      expect(find(words).map(said), words).toEqual([["C-1-2", "statement"]]);
  });

  test("[FI4] every word has to be there; words in quotation marks one after the other", () => {
    newClaim(claim.caseNumber, "The spokesman of the police left");
    expect(find("police spokesman")).toHaveLength(1);
    expect(find('"police spokesman"')).toEqual([]);
    expect(find('"spokesman of the police"')).toHaveLength(1);
    expect(find("police lantern")).toEqual([]);
  });

  test.each([
    '"',
    "a OR",
    "NOT",
    "NEAR(",
    "*",
    "statement:",
    "{",
    "^",
    "'; drop table claims; --",
    "\u0000",
    "a\u0000b",
    "\u202eabc",
    "👩‍👩‍👧‍👦",
    "\ud800",
    "%",
    "_",
    "\\",
  ])("[FI4] %j breaks nothing", (words) => {
    expect(Array.isArray(find(words))).toBe(true);
    expect(Array.isArray(desk.services.find.named(ana, words, 1))).toBe(true);
  });

  test("[FI4] neither do ten thousand characters, or marks upon marks", () => {
    for (const words of ["x".repeat(10_000), "a ".repeat(5_000), "e\u0301".repeat(500), '"'.repeat(10_000)])
      expect(find(words)).toEqual([]);
  });

  test("[FI5] what stands in a statement comes before what stands in a text, and dropped claims come last", () => {
    newClaim(claim.caseNumber, "Residents slept");
    const { claimId, version } = newClaim(claim.caseNumber, "Residents were moved");
    const dropped = { stage: "dropped", dropReason: "out_of_scope", version } as const;
    desk.services.claims.move(ana, claimId, { ...dropped, ...once() });
    const names = find("residents").map((one) => one.claim?.reference ?? one.kind);
    expect(names.at(0)).toBe("C-1-2");
    expect(names.at(-1)).toBe("C-1-3");
    expect(find("residents").at(-1)?.claim?.isDropped).toBe(true);
  });

  test("[FI7] claims and cases are found by their number, also one of the case that is open", () => {
    const other = newCase("Other");
    const named = (given: string, open: number | null = null) =>
      desk.services.find.named(ana, given, open).map((one) => one.claim?.reference ?? `case ${one.caseNumber}`);
    for (const given of ["C-1-1", "c1-1", "1-1", "1.1", " C-١-١ "]) expect(named(given), given).toEqual(["C-1-1"]);
    expect(named("1", 1)).toEqual(["C-1-1", "case 1"]);
    expect(named(String(other), 1)).toEqual(["case 2"]);
    for (const given of ["C-1-99", "99", "C-1-1-1", "one"]) expect(named(given), given).toEqual([]);
  });
});

describe("who finds it", () => {
  test("[FI10] a restricted case is found by nobody outside it: not its claims, texts, title or number", () => {
    const bo = desk.member("Bo", "editor");
    const boss = desk.member("Boss", "admin");
    const number = newCase("Secret lanterns", { restricted: true });
    newClaim(number, "Lanterns burn");
    desk.services.documents.add(ana, number, { ...ARTICLE, text: "Lanterns everywhere.", ...once() });
    expect(find("lanterns", bo)).toEqual([]);
    expect(find("🌊", bo).every((one) => one.caseNumber !== number)).toBe(true);
    expect(find("anter", bo)).toEqual([]);
    expect(desk.services.find.named(bo, `C-${number}-1`, number)).toEqual([]);
    expect(desk.services.find.places(bo, [{ caseNumber: number, claimNumber: null }])).toEqual([]);
    expect(find("lanterns", boss)).toHaveLength(3);
    expect(find("lanterns", ana)).toHaveLength(3);
  });

  test("[FI10] whoever is let in finds it at once, and whoever is put out no more", () => {
    const bo = desk.member("Bo", "viewer");
    const number = newCase("Lanterns", { restricted: true });
    const configure = (memberIds: string[]) => {
      const { version } = desk.services.cases.open(ana, number);
      const choices = { title: "Lanterns", scaleId: null, quorum: 1, restricted: true, memberIds };
      desk.services.cases.configure(ana, number, { ...choices, version, ...once() });
    };
    configure([bo.id]);
    expect(find("lanterns", bo)).toHaveLength(1);
    configure([]);
    expect(find("lanterns", bo)).toEqual([]);
  });
});

describe("the index", () => {
  test("[FI8] what changed while nobody looked is in it after the start", () => {
    write("gaps", "Lanterns");
    desk.sqlite.exec("delete from search_entries; delete from search_words; delete from search_parts");
    desk.sqlite.exec("insert into search_stale select 'claim', claim_id from cards where true on conflict do nothing");
    desk.services.find.catchUp();
    expect(desk.sqlite.prepare("select count(*) from search_stale").pluck().get()).toBe(0);
    expect(find("lanterns").map(said)).toEqual([["C-1-1", "gaps"]]);
  });

  test("[FI8] a change notes itself in its own transaction, whoever writes it", () => {
    desk.services.find.catchUp();
    desk.sqlite.exec("update cases set title = 'Lanterns'");
    expect(find("lanterns").map(said)).toEqual([["case", "title"]]);
    desk.sqlite.exec("update cases set title = 'Lanterns'; update cards set projected_seq = projected_seq");
    expect(desk.sqlite.prepare("select kind from search_stale").pluck().all()).toEqual(["case"]);
  });

  test("[FI9] while the disk refuses writes, what was indexed is found", () => {
    desk.services.find.catchUp();
    desk.sqlite.pragma("query_only = 1");
    expect(find("residents").length).toBeGreaterThan(0);
    desk.sqlite.pragma("query_only = 0");
  });
});
