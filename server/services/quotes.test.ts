import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { codePointLength } from "#domain/anchors.ts";
import { addQuote, removeQuote } from "#domain/card-edit.ts";
import { busy } from "#server/collab/busy.fixture.ts";
import { type DeskWithoutDocuments, deskWithoutDocuments } from "#server/testing/articles.ts";
import { ARTICLE, caseWithClaim, once, placeOf } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";
import { summaryOf } from "#server/testing/said.ts";

let { desk, ana, caseNumber, add, addVersion, read } = {} as DeskWithoutDocuments;

beforeEach(() => {
  ({ desk, ana, caseNumber, add, addVersion, read } = deskWithoutDocuments());
});

afterEach(() => desk.close());

describe("a quote and a new version", () => {
  const WORDS = "up to 1,100 were moved";

  function withVersion(text: string) {
    const claim = caseWithClaim(desk, ana, { words: WORDS });
    const add = { ...ARTICLE, text, ...once() };
    desk.services.documents.addVersion(ana, claim.caseNumber, claim.documentId, add);
    const view = () => desk.services.documents.read(ana, claim.caseNumber, claim.documentId);
    const quoteId = claim.read(ana).card.quotes[0]?.id ?? "";
    const carry = (given = once()) =>
      desk.services.documents.carry(ana, claim.caseNumber, claim.documentId, {
        ...{ claimId: claim.claimId, quoteId, versionNumber: 2 },
        ...given,
      });
    return { claim, view, carry };
  }

  test.each([
    ["the same place", ARTICLE.text.replace("The board", "One board"), "same"],
    ["another place", `🌊 New first words of the day. ${ARTICLE.text}`, "moved"],
    ["other words around it", `In the end ${WORDS} by the board.`, "changed"],
    ["a changed digit", ARTICLE.text.replace("1,100", "1,200"), "missing"],
  ])("[DO6] %s: the quote is shown with what became of it, and not attached", (_what, text, state) => {
    const { view } = withVersion(text);
    expect(view().marks).toEqual([]);
    const [found, ...others] = view().elsewhere;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ state, exact: WORDS, fromVersion: 1 });
    const words = found?.start == null ? null : [...text].slice(found.start, found.end ?? 0).join("");
    expect(words).toBe(state === "missing" ? null : WORDS);
  });

  test("[DO6] a person carries it over: unchanged it moves to the new version", () => {
    const { claim, view, carry } = withVersion(`🌊 New. ${ARTICLE.text}`);
    carry();
    expect(view().elsewhere).toEqual([]);
    expect(view().marks).toMatchObject([{ claimId: claim.claimId, start: placeOf(WORDS).start + 7 }]);
    const { quotes } = claim.read(ana).card;
    expect(quotes).toMatchObject([{ exact: WORDS, versionId: view().version.id }]);
  });

  test("[DO6] a person carries it over: with other words around it, it is added, and the first stays in the old", () => {
    const { claim, view, carry } = withVersion(`In the end ${WORDS} by the board.`);
    carry();
    expect(view().marks).toMatchObject([{ claimId: claim.claimId }]);
    const { quotes } = claim.read(ana).card;
    expect(quotes.map((one) => one.exact)).toEqual([WORDS, WORDS]);
    expect(new Set(quotes.map((one) => one.versionId)).size).toBe(2);
  });

  test("[DO6] of a dropped claim is told from the others, and one made by mistake is not looked for", () => {
    const { claim, view } = withVersion(`🌊 New. ${ARTICLE.text}`);
    const drop = (dropReason: "out_of_scope" | "made_by_mistake", stage: "dropped" | "inbox" = "dropped") =>
      desk.services.claims.move(ana, claim.claimId, {
        ...{ stage, dropReason, version: claim.read(ana).version },
        ...once(),
      });
    expect(view().elsewhere).toMatchObject([{ isDropped: false }]);
    drop("out_of_scope");
    expect(view().elsewhere).toMatchObject([{ isDropped: true }]);
    drop("out_of_scope", "inbox");
    drop("made_by_mistake");
    expect(view().elsewhere).toEqual([]);
  });

  test("[SO11] carried over unchanged, it leaves the sign-off current and its carrier no editor of the text", () => {
    const { claim, view, carry } = withVersion(`🌊 New. ${ARTICLE.text}`);
    const [bo, chen] = [desk.member("Bo", "editor"), desk.member("Chen", "analyst")];
    claim.rate(chen, "true");
    claim.sign(bo);
    carry();
    expect(view().marks).toHaveLength(1);
    expect(claim.read(ana)).toMatchObject({ status: "signed_off", lastEditor: { name: "Chen" } });
  });

  test("[DO6] carried twice, by the same form or by two people, it stands there once", () => {
    const { claim, carry } = withVersion(`New. ${ARTICLE.text}`);
    const form = once();
    carry(form);
    carry(form);
    carry();
    expect(claim.read(ana).card.quotes).toHaveLength(1);
    const events = desk.services.history.record(ana, claim.caseNumber).events;
    expect(events.filter((one) => one.type === "claim.quote_carried")).toHaveLength(1);
  });

  test("[DO6] whose words are gone cannot be carried, and one that nobody made neither", () => {
    const { claim, carry } = withVersion("Nobody was moved.");
    expect(refusal(carry).message).toContain("not in this version");
    const none = { claimId: claim.claimId, quoteId: "none", versionNumber: 2, ...once() };
    const { caseNumber, documentId } = claim;
    expect(refusal(() => desk.services.documents.carry(ana, caseNumber, documentId, none)).kind).toBe("not_found");
    expect(claim.read(ana).card.quotes).toHaveLength(1);
  });
});

describe("a quote that the next version does not bear out", () => {
  const WORDS = "up to 1,100 were moved";
  const CHANGED = ARTICLE.text.replace("1,100", "1,200");

  function signedClaim(words = WORDS) {
    const claim = caseWithClaim(desk, ana, { words });
    claim.rate(ana, "true");
    claim.sign(desk.member("Bo", "editor"));
    const quoteId = claim.read(ana).card.quotes[0]?.id ?? "";
    return { ...claim, quoteId };
  }
  type Signed = ReturnType<typeof signedClaim>;
  const next = ({ caseNumber, documentId }: Signed, text: string) =>
    desk.services.documents.addVersion(ana, caseNumber, documentId, { ...ARTICLE, text, ...once() });
  const preflight = ({ caseNumber }: Signed) => desk.services.releases.preflight(ana, caseNumber);
  const keep = ({ caseNumber, documentId, claimId, quoteId }: Signed, versionNumber: number) =>
    desk.services.documents.keepQuote(ana, caseNumber, documentId, { claimId, quoteId, versionNumber, ...once() });

  test("[DO9] keeps its claim out of the release until somebody decides, with the way to the article", async () => {
    const claim = signedClaim();
    next(claim, CHANGED);
    expect((await preflight(claim)).ready).toEqual([]);
    expect((await preflight(claim)).blocked[0]?.reasons).toMatchObject([
      {
        message: { id: "why_quote_missing", values: { title: "Two counts", latest: 2, from: 1 } },
        href: `/cases/${claim.caseNumber}/documents/${claim.documentId}?version=2`,
        keep: { quoteId: claim.quoteId, versionNumber: 2, from: 1 },
      },
    ]);
    next(claim, ARTICLE.text.replace("The union said", "Nobody said"));
    expect((await preflight(claim)).blocked[0]?.reasons[0]?.message).toMatchObject({
      id: "why_quote_elsewhere",
      values: { latest: 3 },
    });
  });

  test("[DO9] kept on purpose it holds nothing up, on the record, until the version after", async () => {
    const claim = signedClaim();
    next(claim, CHANGED);
    keep(claim, 2);
    expect((await preflight(claim)).ready).toHaveLength(1);
    const view = () => desk.services.documents.read(ana, claim.caseNumber, claim.documentId);
    expect(view().elsewhere).toEqual([]);
    const [last] = desk.services.history.record(ana, claim.caseNumber).events;
    expect(last && summaryOf(last.says)).toBe(
      `kept the quote “${WORDS}” of version 1, though version 2 says something else`,
    );
    next(claim, `${CHANGED} More.`);
    expect((await preflight(claim)).ready).toEqual([]);
    expect(view().elsewhere).toMatchObject([{ state: "missing" }]);
  });

  test("[DO9] words that stand there unchanged hold nothing up", async () => {
    const claim = signedClaim("around 240 residents were moved");
    next(claim, `${ARTICLE.text} More.`);
    expect((await preflight(claim)).blocked).toEqual([]);
  });
});

test("[DO10] a sentence that reads the same stays dismissed in the next version, by the same person", () => {
  const documentId = add({ text: "It rained. Yes. The dyke broke. Yes. Nobody knows." });
  desk.services.documents.dismiss(ana, caseNumber, documentId, {
    ...{ versionNumber: 1, ordinals: [0, 1, 2], reason: "no_claim" as const },
    ...once(),
  });
  addVersion(documentId, "🌊 News. It rained. Yes. The dyke held. Nobody knows.");
  const { sentences } = read(documentId);
  expect(sentences.filter((one) => one.state === "dismissed")).toMatchObject([{ reason: "no_claim", by: "Ana" }]);
  const [kept] = sentences.filter((one) => one.state === "dismissed");
  expect([...read(documentId).version.text].slice(kept?.start, kept?.end).join("").trim()).toBe("It rained.");
  const [last] = desk.services.history.record(ana, caseNumber).events;
  expect(last && summaryOf(last.says)).toBe("added version 2 of “Two counts”, where 1 sentence stays dismissed");
});

describe("words that are added to a claim", () => {
  const WORDS = "around 240 residents were moved";
  const NEW = ARTICLE.text.replace("240", "260");
  const CHANGED = "around 260 residents were moved";

  function withChangedVersion() {
    const claim = caseWithClaim(desk, ana, { words: WORDS });
    const { caseNumber, documentId, claimId } = claim;
    desk.services.documents.addVersion(ana, caseNumber, documentId, { ...ARTICLE, text: NEW, ...once() });
    const view = () => desk.services.documents.read(ana, caseNumber, documentId);
    const at = NEW.indexOf(CHANGED);
    const words = { claimId, versionNumber: 2, start: at, end: at + CHANGED.length, replaces: null };
    const attach = (given: { replaces?: string | null; claimId?: string; once?: string } = {}) =>
      desk.services.documents.attach(ana, caseNumber, documentId, { ...words, ...once(), ...given });
    return { claim, view, attach };
  }

  test("[DO7] stand beside its quotes, once, also when the form comes twice", () => {
    const { claim, view, attach } = withChangedVersion();
    const form = once();
    attach(form);
    attach(form);
    expect(refusal(() => attach()).message).toContain("exactly these words already");
    expect(claim.read(ana).card.quotes.map((one) => one.exact)).toEqual([WORDS, CHANGED]);
    expect(view().marks).toMatchObject([{ claimId: claim.claimId, statement: WORDS }]);
  });

  test("[DO7] take the place of its old words in one decision, and the record says both", () => {
    const { claim, view, attach } = withChangedVersion();
    expect(view().elsewhere).toMatchObject([{ state: "missing" }]);
    const [choice] = view().claims;
    expect(choice?.quotes).toMatchObject([{ exact: WORDS, versionNumber: 1 }]);
    attach({ replaces: choice?.quotes[0]?.quoteId ?? "" });
    expect(claim.read(ana).card.quotes.map((one) => one.exact)).toEqual([CHANGED]);
    const [last] = desk.services.history.record(ana, claim.caseNumber).events;
    expect(last && summaryOf(last.says)).toBe(`replaced the quote “${WORDS}” by “${CHANGED}”`);
    expect(refusal(() => attach({ replaces: "gone", ...once() })).kind).toBe("conflict");
  });

  test("[DO7] go to a claim of this case only, and not to one that is dropped", () => {
    const { claim, view, attach } = withChangedVersion();
    const other = caseWithClaim(desk, ana);
    expect(refusal(() => attach({ claimId: other.claimId })).kind).toBe("not_found");
    const drop = { stage: "dropped", dropReason: "out_of_scope", version: claim.read(ana).version } as const;
    desk.services.claims.move(ana, claim.claimId, { ...drop, ...once() });
    expect(view().claims).toEqual([]);
  });

  test("[DO7] a false quote is removed and the true words are added, and then the claim can be signed", () => {
    const claim = caseWithClaim(desk, ana, { words: WORDS });
    const chen = desk.member("Chen", "analyst");
    claim.rate(chen, "true");
    const [quote] = claim.read(ana).card.quotes;
    const bad = { ...(quote as NonNullable<typeof quote>), id: "false", exact: "nobody was moved" };
    claim.edit(chen, (doc) => addQuote(doc, bad));
    expect(refusal(() => claim.sign(ana)).message).toContain(
      "“nobody was moved” does not stand like this in the document",
    );
    claim.edit(chen, (doc) => removeQuote(doc, "false"));
    claim.edit(chen, (doc) => addQuote(doc, { ...bad, exact: WORDS, prefix: "The union denied that " }));
    expect(refusal(() => claim.sign(ana)).message).toContain(`“${WORDS}” does not stand like this in the document`);
    claim.edit(chen, (doc) => removeQuote(doc, "false"));
    expect(claim.sign(ana)).toMatchObject({ complete: true });
  });
});

describe("quotes that a browser made up", () => {
  const LONG = "The board counted boats again and again, and nobody wrote it down. ".repeat(4_500).slice(0, 300_000);

  function planted(): { documentId: string; number: number } {
    const documentId = add({ text: LONG });
    const { claimId, number } = desk.services.claims.create(ana, caseNumber, { statement: "It rained.", ...once() });
    desk.services.documents.addVersion(ana, caseNumber, documentId, { ...ARTICLE, text: `${LONG}End.`, ...once() });
    const [first] = read(documentId).versions;
    const versionId = desk.sqlite.prepare("select id from document_versions where number = 1").pluck().get() as string;
    expect(first?.number).toBe(1);
    const words = LONG.slice(0, 19_999);
    for (let at = 0; at < 6; at++) {
      const exact = `${words}${at}`;
      const place = { start: at, end: at + 20_000, prefix: words.slice(-500), suffix: words.slice(0, 500) };
      desk.rooms.edit(claimId, ana.id, (doc) => addQuote(doc, { id: `q${at}`, versionId, exact, ...place }));
    }
    return { documentId, number };
  }

  test("[DO8] are looked for nowhere: they neither claim a sentence nor hold up the page of the article", () => {
    const { documentId } = planted();
    const expected = { marks: [], elsewhere: [], coverage: { claimed: 0 } };
    expect(busy(() => expect(read(documentId)).toMatchObject(expected))).toBeLessThan(2_000);
    expect(desk.services.documents.read(ana, caseNumber, documentId, 1).coverage.claimed).toBe(0);
  });

  test("[DO8] are read no longer than a quote may be", () => {
    const { number } = planted();
    const { quotes } = desk.services.claims.read(ana, caseNumber, number).card;
    expect(quotes).toHaveLength(6);
    for (const { exact, prefix, suffix } of quotes)
      expect([exact, prefix, suffix].map(codePointLength)).toEqual([5_000, 32, 32]);
  });

  test("[DO8] of a claim of another case claim nothing in this one's article", () => {
    const claim = caseWithClaim(desk, ana);
    const documentId = add();
    const versionId = read(documentId).version.id;
    const [quote] = claim.read(ana).card.quotes;
    claim.edit(ana, (doc) => addQuote(doc, { ...(quote as NonNullable<typeof quote>), id: "planted", versionId }));
    expect(read(documentId)).toMatchObject({ marks: [], coverage: { claimed: 0 } });
  });
});
