import { HtmlRenderer, Parser } from "commonmark";
import { parse } from "csv-parse/sync";
import mammoth from "mammoth";
import { Marked } from "marked";
import { describe, expect, test } from "vitest";
import type { ClaimSet } from "#domain/claim-set.ts";
import type { Block } from "#domain/rationale.ts";
import { SAMPLE_CLAIM_SET, sampleCard, sampleClaim, sampleSource } from "#server/export/claim-set.fixture.ts";
import { HOSTILE_CORPUS } from "#server/export/hostile-texts.fixture.ts";
import { EXPORT_FORMATS } from "#server/export/index.ts";
import { bytesOf, fileOf, partsOf, readFile } from "#server/export/read-file.fixture.ts";

/** Each kind of text, one after the other, where a release has one place only. */
const EVERYTHING = HOSTILE_CORPUS.slice(0, 110).join(" ");

/** One claim for each text of the corpus, which stands in every place of it where people type, and in what the desk names. */
const POISONED: ClaimSet = {
  ...SAMPLE_CLAIM_SET,
  desk: {
    ...{ name: EVERYTHING, url: "https://desk.example" },
    ...{ methodUrl: "javascript:alert(1)", correctionsUrl: 'https://a.example/"onclick="alert(1)' },
  },
  case: { number: 14, title: EVERYTHING },
  release: { ...SAMPLE_CLAIM_SET.release, madeBy: EVERYTHING },
  scale: {
    ...{ id: "poisoned", key: "poisoned", version: 1, name: EVERYTHING },
    ratings: HOSTILE_CORPUS.map((text, at) => ({
      ...{ id: `r-${at}`, label: text, mark: "disputed" as const, value: null, definition: text },
    })),
  },
  retractions: HOSTILE_CORPUS.map((text, at) => told("retraction", `C-14-${at + 1001}`, text)),
  documents: HOSTILE_CORPUS.map((text, at) => ({
    ...(SAMPLE_CLAIM_SET.documents[0] as ClaimSet["documents"][number]),
    ...{ versionId: `v-${at}`, title: text, outlet: text, originUrl: text, publishedOn: text, language: text },
  })),
  claims: HOSTILE_CORPUS.map((text, at) => poisoned(`C-14-${at + 1}`, text, at)),
};

function told(kind: "correction" | "retraction", reference: string, text: string) {
  const when = { at: "2026-03-14T10:00:00.000Z", releasedBefore: 1 };
  return { kind, reference, claimId: `claim-${reference}`, what: text, why: text, by: text, ...when };
}

function poisoned(reference: string, text: string, at: number) {
  const versionId = `v-${at}`;
  const words = { title: text, publisher: text, author: text, date: text, quote: text, locator: text, origin: text };
  const source = { ...words, url: text, archivedUrl: text, quoteLanguage: text };
  const said = { claimant: text, outlet: text, speaker: text, organisation: text, saidWhen: text, saidWhere: text };
  const card = sampleCard({
    ...{ scaleId: "poisoned", ratingId: `r-${at}` },
    media: { kind: "video", findings: ["staged"], original: text, context: text },
    ...{ statement: text, verdict: text, gaps: text, language: text, labels: [text], ...said },
    figures: [{ id: "f", qualifier: "about", value: text, upper: text, unit: text, asOf: text }],
    quotes: [{ id: "q", versionId, exact: text, prefix: text, suffix: text, start: 0, end: 1 }],
    sources: [sampleSource("s", source)],
    rationale: [
      {
        type: "paragraph",
        children: [
          { type: "text", text, bold: true },
          { type: "text", text, href: text },
        ],
      },
      { type: "blockquote", language: text, cite: text, children: [mentioning(text)] },
      { type: "list", ordered: true, entries: [[mentioning(text)]] },
    ],
  });
  const claim = sampleClaim(reference, card);
  const signOffs = claim.signOffs.map((one) => ({ ...one, name: text }));
  return { ...claim, signOffs, corrections: [told("correction", reference, text)] };
}

function mentioning(label: string): Block {
  return {
    type: "paragraph",
    children: [{ type: "mention", memberId: "m", label }, { type: "break" }, { type: "citation", sourceId: "s" }],
  };
}

const read = (format: string) => readFile(fileOf(POISONED, format));
const wellFormed = (set: ClaimSet) => JSON.parse(JSON.stringify(set, (_, value) => value?.toWellFormed?.() ?? value));

/** Which elements a page has, but for those that are expected, and where its links lead that lead elsewhere. */
function unexpectedIn(page: string, expected: string) {
  const elements = [...page.matchAll(/<\/?([a-z][\w:-]*)/gi)].map(([, name = ""]) => name.toLowerCase());
  const known = new Set(expected.split(" "));
  const links = [...page.matchAll(/\s(?:href|src|action|data)\s*=\s*"([^"]*)"/gi)].map(([, target = ""]) => target);
  const handlers = [...page.replace(/"[^"]*"/g, '""').matchAll(/<[^>]*\s(on\w+|style|srcset)\s*=/gi)];
  return {
    elements: [...new Set(elements.filter((name) => !known.has(name)))],
    links: links.filter((target) => !/^(https?:\/\/[^/@]+(\/|$)|mailto:|#)/i.test(target)),
    handlers: handlers.map(([tag]) => tag),
  };
}
const NOTHING = { elements: [], links: [], handlers: [] };

describe("what hostile texts become", () => {
  test("the corpus is large", () => {
    expect(new Set(HOSTILE_CORPUS).size).toBeGreaterThan(200);
  });

  test.each(["json", "jsonl", "rawcsv"])("[FM5] %s keeps every text as it is", (format) => {
    const [{ claims }, text] = [wellFormed(POISONED), read(format)];
    if (format === "json") expect(JSON.parse(text)).toEqual(wellFormed(POISONED));
    if (format === "jsonl")
      expect(
        text
          .trimEnd()
          .split("\n")
          .slice(1)
          .map((line) => JSON.parse(line)),
      ).toEqual(claims);
    if (format === "rawcsv")
      expect(parse(text, { columns: true }).map((row) => (row as { statement: string }).statement)).toEqual(
        claims.map((one: ClaimSet["claims"][number]) => one.card.statement),
      );
  });

  test("[FM5] ClaimReview can stand in a script element and says the same", () => {
    expect(read("claimreview")).not.toMatch(/[<>&\u2028\u2029]/);
    const graph = JSON.parse(read("claimreview"))["@graph"] as { claimReviewed: string }[];
    expect(graph.map((one) => one.claimReviewed)).toEqual([...HOSTILE_CORPUS]);
  });

  test.each<[string, (document: ReturnType<typeof JSON.parse>) => unknown[]]>([
    ["datafeed", ({ dataFeedElement }) => dataFeedElement],
    ["factchecktools", ({ claimReviewMarkups }) => claimReviewMarkups],
    ["annotations", ({ first }) => first.items],
  ])("[FM5] %s can stand in a script element too, and leaves out no claim", (format, listOf) => {
    const text = read(format);
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(listOf(JSON.parse(text)).length).toBeGreaterThanOrEqual(HOSTILE_CORPUS.length);
  });

  test("[FM5] no cell of the CSV for people is a formula", () => {
    const rows = parse(read("csv"), { bom: true }) as string[][];
    expect(rows).toHaveLength(HOSTILE_CORPUS.length + 1);
    expect(rows.flat().filter((cell) => /^[\s\p{C}\p{DI}]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
  });

  test.each([
    ["CommonMark", (text: string) => new HtmlRenderer().render(new Parser().parse(text))],
    ["GFM", (text: string) => new Marked({ async: false, gfm: true }).parse(text) as string],
  ])("[FM5] %s makes of the Markdown only what the report means, and no HTML of anybody's", (_, render) => {
    const page = render(read("markdown"));
    expect(unexpectedIn(page, "h1 h2 h3 p ul ol li strong em code blockquote a br")).toEqual(NOTHING);
    expect(page.match(/<h2/g)).toHaveLength(HOSTILE_CORPUS.length + 2);
  });

  test("[FM5] a Word document holds only text, and links to the web and to mail", async () => {
    const [claims, retractions] = [POISONED.claims.slice(0, 100), POISONED.retractions?.slice(0, 100) ?? []];
    const bytes = bytesOf(fileOf({ ...POISONED, claims, retractions }, "docx"));
    const parts = partsOf(bytes);
    const { value: page } = await mammoth.convertToHtml({ buffer: bytes });
    expect(unexpectedIn(page, "h1 h2 p ul ol li strong em a br")).toEqual(NOTHING);
    expect(page.match(/<h1/g)).toHaveLength(claims.length + 2);
    const fields = Object.values(parts).flatMap((part) => part.match(/<w:(instrText|fldSimple|fldChar)[^>]*>/g) ?? []);
    expect(fields).toEqual(['<w:fldSimple w:instr="PAGE">', '<w:fldSimple w:instr="NUMPAGES">']);
    const links = parts["word/_rels/document.xml.rels"]?.match(/Target="[^"]*" TargetMode="External"/g) ?? [];
    expect(links.filter((one) => !/^Target="(https?:\/\/|mailto:)/.test(one))).toEqual([]);
    const noXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/u;
    expect(Object.keys(parts).filter((name) => noXml.test(parts[name] ?? ""))).toEqual([]);
  });

  test("[FM5] an HTML report runs nothing and loads nothing", () => {
    const page = read("html");
    const expected =
      "html head meta title style body main header nav article section h1 h2 h3 p ul ol li dl dt dd div span strong em bdi q code blockquote br a svg path";
    expect(unexpectedIn(page.replace(/ style="--light:[^"]*"/g, ""), expected)).toEqual(NOTHING);
    expect(page).toContain("default-src &#39;none&#39;");
  });

  test.each(["markdown", "html"])(
    "[FM5] no control and nothing that turns what follows around is left in %s",
    (format) => {
      expect(read(format).match(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu)).toBeNull();
    },
  );

  test.each(EXPORT_FORMATS.map(({ id }) => id))("[FM5] the name of a %s file is one that every system takes", (id) => {
    for (const title of HOSTILE_CORPUS) {
      const { fileName } = fileOf({ ...SAMPLE_CLAIM_SET, case: { number: 14, title } }, id);
      expect(fileName).toMatch(/^case-14(-[a-z0-9]+)*-v2(\.[a-z]+)+$/);
      expect(fileName.length).toBeLessThan(80);
    }
  });
});
