import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { codePointLength } from "#domain/anchors.ts";
import { addQuote, removeQuote } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import { ARTICLE, caseWithClaim, once, placeOf, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";

let desk: TestDesk;
let ana: Member;
let caseNumber: number;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  const choices = { title: "Counts", scaleId: null, quorum: 1, restricted: false, memberIds: [] };
  caseNumber = desk.services.cases.create(ana, { ...choices, ...once() }).number;
});

afterEach(() => desk.close());

const add = (given: Partial<typeof ARTICLE> = {}) =>
  desk.services.documents.add(ana, caseNumber, { ...ARTICLE, ...given, ...once() }).documentId;
const addVersion = (documentId: string, text: string) =>
  desk.services.documents.addVersion(ana, caseNumber, documentId, { ...ARTICLE, text, ...once() });
const read = (documentId: string, version?: number) =>
  desk.services.documents.read(ana, caseNumber, documentId, version);
const rows = (table: string) => desk.sqlite.prepare(`select count(*) from ${table}`).pluck().get();

describe("a text", () => {
  test.each([
    ["emoji, families and flags", "A 🌊 wave. 👩‍👩‍👧‍👦 were there. 🇺🇦🇵🇸"],
    ["Arabic with its marks", "قال المتحدث إن ١٢٠ شخصًا نُقلوا.\u200f"],
    ["Windows line ends and a lone carriage return", "One.\r\n\r\nTwo.\rThree.\n"],
    ["combining marks, composed and not", "Cafe\u0301 and Caf\u00e9, ȩ̷̛ and Å and Å."],
    ["white space at both ends, tabs and no-break spaces", " \t\u00a0First.\u2028Last.\u3000\n\n"],
    ["a byte order mark, zero widths and bidi marks", "\ufeffWord\u200bword\u2066x\u2069\ufffd"],
    ["old scripts and private use", "𐎠𐎡𐎢 \ue000 \u{10ffff}"],
  ])("[DO1] is kept exactly, and its hash is that of its bytes: %s", (_what, text) => {
    const { version } = read(add({ text }));
    const bytes = Buffer.from(text, "utf8");
    expect(version.text).toBe(text);
    expect(version.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(version.bytes).toBe(bytes.length);
    const stored = desk.sqlite.prepare("select cast(text as blob) from document_versions").pluck().get() as Buffer;
    expect(stored.equals(bytes)).toBe(true);
  });

  test("[DO1] comes with where it is from, when it was captured and by whom", () => {
    const { text: _text, ...facts } = ARTICLE;
    const { version } = read(add());
    expect(version).toMatchObject({ ...facts, number: 1, capturedAt: desk.clock.now, capturedBy: { name: "Ana" } });
  });

  test("[DO2] of exactly the bound is taken, in bytes and not in characters", () => {
    const text = `${"🌊".repeat(499_999)}1234`;
    expect(read(add({ text })).version.bytes).toBe(2_000_000);
    expect(refusal(() => add({ text: `${text}5` })).message).toContain("Split it into several documents");
  });

  test.each<[string, Partial<typeof ARTICLE>, string, string]>([
    ["nothing", { text: "" }, "text", "Paste the article's text"],
    ["only white space", { text: " \n\t\u00a0" }, "text", "Paste the article's text"],
    ["a NUL", { text: "One.\u0000Two." }, "text", "not plain text"],
    ["half a character", { text: "One \ud83c two." }, "text", "not plain text"],
    ["no title", { title: "  " }, "title", "Give the article a title"],
    ["a title without end", { title: "a".repeat(301) }, "title", "300 characters at most"],
    ["a script as its address", { originUrl: "javascript:alert(1)" }, "originUrl", "beginning with https://"],
    ["half an address", { originUrl: "example.org/a" }, "originUrl", "beginning with https://"],
    ["a language that is none", { language: "english, mostly" }, "language", "language tag"],
  ])("[DO2] that is %s is refused in words, at its field, and nothing is written", (_what, given, field, words) => {
    const documentId = add();
    for (const run of [
      () => add(given),
      () => desk.services.documents.addVersion(ana, caseNumber, documentId, { ...ARTICLE, ...given, ...once() }),
    ]) {
      const { kind, message, detail } = refusal(run);
      expect(kind).toBe("bad_input");
      expect(message).toContain(words);
      expect(detail).toEqual({ fields: { [field]: message } });
    }
    expect([rows("documents"), rows("document_versions")]).toEqual([1, 1]);
  });

  test("[DO2] may leave address and language open", () => {
    expect(read(add({ originUrl: "", language: "" })).version).toMatchObject({ originUrl: "", language: "" });
  });

  test("[DO2] that is sent twice is one document", () => {
    const form = { ...ARTICLE, ...once() };
    const [first, second] = [1, 2].map(() => desk.services.documents.add(ana, caseNumber, form));
    expect(second).toEqual(first);
    expect(rows("documents")).toBe(1);
  });
});

describe("a changed text", () => {
  test("[DO3] is a new version, and the old one stays readable as it was", () => {
    const documentId = add();
    const first = read(documentId).version;
    desk.clock.now += 60_000;
    expect(addVersion(documentId, "Other words.")).toEqual({ number: 2 });
    expect(read(documentId).version).toMatchObject({ number: 2, text: "Other words." });
    expect(read(documentId, 1).version).toEqual(first);
    expect(read(documentId).versions.map((one) => [one.number, one.capturedAt])).toEqual([
      [1, desk.clock.now - 60_000],
      [2, desk.clock.now],
    ]);
    expect(refusal(() => read(documentId, 3)).kind).toBe("not_found");
  });

  test("[DO3] that is the same, character for character, is refused; one that only looks the same is not", () => {
    const documentId = add({ text: "Café." });
    expect(refusal(() => addVersion(documentId, "Café.")).kind).toBe("conflict");
    expect(addVersion(documentId, "Cafe\u0301.")).toEqual({ number: 2 });
    expect(addVersion(documentId, "Café.")).toEqual({ number: 3 });
  });
});

describe("coverage", () => {
  const states = (documentId: string) => read(documentId).sentences.map((one) => one.state);

  test("[DO4] counts what is claimed, dismissed and open, and covers every word", () => {
    const documentId = add();
    const { sentences, version, coverage } = read(documentId);
    expect(coverage).toEqual({ claimed: 0, dismissed: 0, open: sentences.length });
    const points = [...version.text];
    const words = sentences.map(({ start, end }) => points.slice(start, end).join("")).join(" ");
    expect(words).toBe(ARTICLE.text);
    const last = sentences.length - 1;
    claim(documentId, { start: 0, end: sentences[0]?.end ?? 0 });
    desk.services.documents.dismiss(ana, caseNumber, documentId, {
      versionNumber: 1,
      ordinals: [0, last],
      reason: "no_claim",
      ...once(),
    });
    expect(read(documentId).coverage).toEqual({ claimed: 1, dismissed: 1, open: sentences.length - 2 });
    expect(states(documentId)).toEqual(["claimed", ...sentences.slice(2).map(() => "open"), "dismissed"]);
  });

  const claim = (documentId: string, place: { start: number; end: number }) =>
    desk.services.claims.createFromWords(ana, caseNumber, { documentId, versionNumber: 1, ...place, ...once() });

  test("[DO4] a claim across sentences claims each that it touches", () => {
    const documentId = add();
    const { start } = placeOf("were moved. 🌊");
    claim(documentId, { start, end: placeOf("The union said").end });
    expect(states(documentId).filter((one) => one === "claimed").length).toBeGreaterThanOrEqual(2);
    expect(states(documentId).at(-1)).toBe("open");
  });

  test("[DO5] a dismissal says who and why, can be changed and taken back, and each time is on the record", () => {
    const documentId = add();
    const bo = desk.member("Bo", "analyst");
    const dismiss = (reason: "not_checkable" | "no_claim" | null, actor = ana) =>
      desk.services.documents.dismiss(actor, caseNumber, documentId, {
        versionNumber: 1,
        ordinals: [1],
        reason,
        ...once(),
      });
    dismiss("no_claim");
    expect(read(documentId).sentences[1]).toMatchObject({ state: "dismissed", reason: "no_claim", by: "Ana" });
    dismiss("not_checkable", bo);
    expect(read(documentId).sentences[1]).toMatchObject({ reason: "not_checkable", by: "Bo" });
    dismiss(null);
    expect(read(documentId).sentences[1]).toMatchObject({ state: "open", reason: null, by: null });
    const types = desk.services.history.record(ana, caseNumber).events.map((one) => one.type);
    expect(types.slice(0, 3)).toEqual(["sentence.reopened", "sentence.dismissed", "sentence.dismissed"]);
  });

  test("[CL5] a dismissal that comes twice is one on the record, and its key carries out no other", () => {
    const documentId = add();
    const key = once();
    const dismiss = (reason: "no_claim" | null) =>
      desk.services.documents.dismiss(ana, caseNumber, documentId, { versionNumber: 1, ordinals: [1], reason, ...key });
    dismiss("no_claim");
    dismiss("no_claim");
    const { events } = desk.services.history.record(ana, caseNumber);
    expect(events.filter((one) => one.type === "sentence.dismissed")).toHaveLength(1);
    expect(refusal(() => dismiss(null)).kind).toBe("conflict");
    expect(read(documentId).sentences[1]).toMatchObject({ state: "dismissed" });
  });

  test("[DO5] a sentence that is named many times is dismissed once, and stands once on the record", () => {
    const documentId = add();
    const ordinals = Array.from({ length: 1_000 }, (_, at) => at % 2);
    const form = { versionNumber: 1, ordinals, reason: "no_claim" as const, ...once() };
    const written = () => desk.sqlite.prepare("select total_changes()").pluck().get() as number;
    const before = written();
    desk.services.documents.dismiss(ana, caseNumber, documentId, form);
    expect(written() - before).toBeLessThan(10);
    const stored = desk.sqlite.prepare("select body from audit_events where type = 'sentence.dismissed'").pluck().get();
    expect(JSON.parse(String(stored))).toMatchObject({ ordinals: [0, 1] });
  });

  test("[CL5] a key that comes back with the same words in another Unicode form was not carried out for them", () => {
    const key = once();
    const make = (statement: string) => desk.services.claims.create(ana, caseNumber, { statement, ...key });
    make("Caf\u00e9 burnt.");
    expect(refusal(() => make("Cafe\u0301 burnt.")).kind).toBe("conflict");
  });

  test.each([[[]], [[99]], [[0, -1]], [[0.5]]])("[DO5] sentences that are not there are refused: %j", (ordinals) => {
    const documentId = add();
    const dismiss = () =>
      desk.services.documents.dismiss(ana, caseNumber, documentId, {
        versionNumber: 1,
        ordinals,
        reason: "no_claim",
        ...once(),
      });
    expect(refusal(dismiss).kind).toBe("not_found");
    expect(rows("dismissals")).toBe(0);
  });
});

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

  test("[DO9] keeps its claim out of the release until somebody decides, with the way to the article", () => {
    const claim = signedClaim();
    next(claim, CHANGED);
    expect(preflight(claim).ready).toEqual([]);
    expect(preflight(claim).blocked[0]?.reasons).toMatchObject([
      {
        message: "Its quote does not stand in version 2 of “Two counts” (it stood in version 1).",
        href: `/cases/${claim.caseNumber}/documents/${claim.documentId}?version=2`,
        keep: { quoteId: claim.quoteId, versionNumber: 2, from: 1 },
      },
    ]);
    next(claim, ARTICLE.text.replace("The union said", "Nobody said"));
    expect(preflight(claim).blocked[0]?.reasons[0]?.message).toMatch(/version 3 .* with other words around it/);
  });

  test("[DO9] kept on purpose it holds nothing up, on the record, until the version after", () => {
    const claim = signedClaim();
    next(claim, CHANGED);
    keep(claim, 2);
    expect(preflight(claim).ready).toHaveLength(1);
    const view = () => desk.services.documents.read(ana, claim.caseNumber, claim.documentId);
    expect(view().elsewhere).toEqual([]);
    const [last] = desk.services.history.record(ana, claim.caseNumber).events;
    expect(last?.summary).toBe(`kept the quote “${WORDS}” of version 1, though version 2 says something else`);
    next(claim, `${CHANGED} More.`);
    expect(preflight(claim).ready).toEqual([]);
    expect(view().elsewhere).toMatchObject([{ state: "missing" }]);
  });

  test("[DO9] words that stand there unchanged hold nothing up", () => {
    const claim = signedClaim("around 240 residents were moved");
    next(claim, `${ARTICLE.text} More.`);
    expect(preflight(claim).blocked).toEqual([]);
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
  expect(last?.summary).toBe("added version 2 of “Two counts”, where 1 sentence stays dismissed");
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
    expect(last?.summary).toBe(`replaced the quote “${WORDS}” by “${CHANGED}”`);
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
    expect(claim.sign(ana)).toEqual({ complete: true });
  });
});

test("[DO4] an article of thousands of sentences is cut and counted whole", () => {
  const text = Array.from({ length: 3_000 }, (_, i) => `Sentence ${i} counts 🌊 boats.`).join(" ");
  const { sentences, coverage } = read(add({ text }));
  expect(coverage.open).toBe(3_000);
  expect(sentences.at(-1)?.end).toBe(codePointLength(text));
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
    const before = process.cpuUsage();
    const view = read(documentId);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(2_000);
    expect(view).toMatchObject({ marks: [], elsewhere: [], coverage: { claimed: 0 } });
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
