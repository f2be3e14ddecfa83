import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { codePointLength } from "#domain/anchors.ts";
import { type DeskWithoutDocuments, deskWithoutDocuments } from "#server/testing/articles.ts";
import { ARTICLE, once, placeOf } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";

let { desk, ana, caseNumber, add, addVersion, read } = {} as DeskWithoutDocuments;

beforeEach(() => {
  ({ desk, ana, caseNumber, add, addVersion, read } = deskWithoutDocuments());
});

afterEach(() => desk.close());
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
      const { kind, message, detail, saying } = refusal(run);
      expect(kind).toBe("bad_input");
      expect(message).toContain(words);
      expect(detail).toEqual({ fields: { [field]: saying } });
    }
    expect([rows("documents"), rows("document_versions")]).toEqual([1, 1]);
  });

  test("[DO2] may name its language in words", () => {
    expect(read(add({ language: "English" })).version.language).toBe("en");
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

test("[DO4] an article of thousands of sentences is cut and counted whole", () => {
  const text = Array.from({ length: 3_000 }, (_, i) => `Sentence ${i} counts 🌊 boats.`).join(" ");
  const { sentences, coverage } = read(add({ text }));
  expect(coverage.open).toBe(3_000);
  expect(sentences.at(-1)?.end).toBe(codePointLength(text));
});
