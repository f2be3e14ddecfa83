import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Check } from "#server/import/check.ts";
import { QUIRKS } from "#server/import/quirks.fixture.ts";
import { readFile } from "#server/import/read-file.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (value: unknown) => readFile(bytes(typeof value === "string" ? value : JSON.stringify(value)));
const ids = (notes: readonly { id: string }[]) => notes.map(({ id }) => id);
const claimsOf = (checks: readonly Check[]) => checks.map(({ claim }) => claim);

const review = (claimReviewed: string, given: object = {}) => ({
  "@context": "https://schema.org",
  "@type": "ClaimReview",
  claimReviewed,
  url: `https://checks.example/${claimReviewed}`,
  ...given,
});
const [one, two] = [review("one"), review("two")];

describe("[IM1] checks are found", () => {
  test.each([
    ["in an object", one, ["one"]],
    ["in a list", [one, two], ["one", "two"]],
    ["in a graph, among other things", { "@graph": [{ "@type": "WebPage" }, one, two] }, ["one", "two"]],
    [
      "in a feed",
      { "@type": "DataFeed", dataFeedElement: [{ item: [one] }, { "@type": "DataFeedItem", item: two }] },
      ["one", "two"],
    ],
    [
      "in nested lists",
      { "@type": "ItemList", itemListElement: [{ item: { mainEntity: [[one], two] } }] },
      ["one", "two"],
    ],
    ["under the whole name of their type", { ...one, "@type": "http://schema.org/ClaimReview" }, ["one"]],
    ["behind what nests too deeply", { "@graph": [JSON.parse(`${"[".repeat(90)}${"]".repeat(90)}`), one] }, ["one"]],
    ["line by line", `${JSON.stringify(one)}\n\n${JSON.stringify(two)}\n`, ["one", "two"]],
  ])("%s", (_where, file, claims) => {
    expect(claimsOf(read(file).checks)).toEqual(claims);
  });

  test("in a web page, in every script, also escaped and with the page's own address", () => {
    const escaped = JSON.stringify(two).replaceAll('"', "&quot;");
    const page = `<!doctype html><link rel=canonical href="https://checks.example/p"><SCRIPT type='application/ld+json; charset=utf-8'>
      ${JSON.stringify(review("one", { url: "/a" }))}</SCRIPT><script type=application/ld+json>${escaped}</script>
      <script>const claimReviewed = 1</script><script type=application/ld+json>{"@type":"ClaimReview",}</script>`;
    const { checks, notes, format } = read(page);
    expect(checks.map(({ claim, url }) => [claim, url])).toEqual([
      ["one", "https://checks.example/a"],
      ["two", "https://checks.example/two"],
    ]);
    expect(format).toBe("page");
    expect(notes.map(({ path, id }) => [path, id])).toEqual([
      ["script[1]", "note_escaped"],
      ["script[2]", "note_no_json"],
    ]);
    expect(ids(read("<p>Nothing here</p>").notes)).toEqual(["note_no_script"]);
  });

  test("in a web page in the encoding that it names, as older ones are", () => {
    const cyrillic = (text: string) => [...text].map((sign) => "абвгдежзийклмнопрстуфхцчшщъыьэюя".indexOf(sign) + 0xe0);
    const inPage = (meta: string) => {
      const [before = "", after = ""] = JSON.stringify({ ...one, claimReviewed: "*" }).split("*");
      const start = `<html>${meta}<script type="application/ld+json">${before}`;
      return Buffer.concat([bytes(start), Buffer.from(cyrillic("мост")), bytes(`${after}</script>`)]);
    };
    const named = readFile(inPage('<meta http-equiv=content-type content="text/html; charset=Windows-1251">'));
    expect(claimsOf(named.checks)).toEqual(["мост"]);
    expect(named.notes).toMatchObject([{ id: "note_encoding_named", values: { name: "windows-1251" } }]);
    for (const meta of ["", "<meta charset=utf-8>", "<meta charset=nonsense>"])
      expect(ids(readFile(inPage(meta)).notes)).toEqual(["note_encoding"]);
  });

  test("in pages and answers of Google's", () => {
    const markup = {
      claimReviewed: "The bridge closed",
      claimAuthor: { name: "The port" },
      claimDate: "2026-05-02",
      claimLocation: "Harbour",
      claimFirstAppearance: "https://a.example/1",
      rating: {
        ratingValue: 1,
        bestRating: 5,
        worstRating: 1,
        textualRating: "False",
        ratingExplanation: "It did not.",
      },
    };
    const page = {
      pageUrl: "https://checks.example/bridge",
      publishDate: "2026-05-03",
      claimReviewAuthor: { name: "Bridge Watch" },
      claimReviewMarkups: [markup],
      versionId: "7",
    };
    const expected = {
      ...{ claim: "The bridge closed", claimant: "The port", claimDate: "2026-05-02", publisher: "Bridge Watch" },
      ...{ url: "https://checks.example/bridge", reviewDate: "2026-05-03", rating: "False" },
    };
    expect(read({ pages: [page] })).toMatchObject({
      format: "factchecktools",
      checks: [{ ...expected, saidWhere: "Harbour", value: 1, explanation: "It did not." }],
    });
    const answer = {
      text: "The bridge closed",
      claimant: "The port",
      claimDate: "2026-05-02",
      claimReview: [
        {
          publisher: { name: "Bridge Watch", site: "checks.example" },
          url: "https://checks.example/bridge",
          title: "Did it?",
          reviewDate: "2026-05-03",
          textualRating: "False",
          languageCode: "en",
        },
      ],
    };
    const found = read({ claims: [answer], nextPageToken: "x" });
    expect(found).toMatchObject({
      format: "search",
      checks: [{ ...expected, publisherUrl: "https://checks.example/" }],
    });
    expect(found.reports[0]?.notes).toEqual([]);
  });
});

describe("[IM2] a quirk is repaired or left out, and told", () => {
  test.each(Object.entries(QUIRKS))("%s", (_name, { review: given, check, notes }) => {
    const { checks, reports } = read(given);
    expect(checks).toEqual(check ? [expect.objectContaining(check)] : []);
    expect(reports.map(({ outcome }) => outcome)).toEqual([check ? "kept" : "dropped"]);
    expect(ids(reports[0]?.notes ?? [])).toEqual(notes);
    for (const { path } of reports[0]?.notes ?? []) expect(path).toMatch(/^\$/);
  });

  test("every word of an object is in its check, or its place is named", () => {
    const word = fc.stringMatching(/^[a-z]{8}$/);
    const members = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,6}$/),
      fc.oneof(word, fc.array(word), fc.dictionary(word, word)),
      {
        maxKeys: 3,
      },
    );
    fc.assert(
      fc.property(members, members, (outer, itemReviewed) => {
        const { checks, reports } = read({ ...review("one", outer), itemReviewed });
        const kept = JSON.stringify(checks);
        const told = JSON.stringify(reports);
        for (const [path, text] of leaves({ ...outer, itemReviewed }))
          expect(kept.includes(text) || told.includes(path) || told.includes(text), `${path}: ${text}`).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

function leaves(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((entry) => leaves(entry, path));
  return Object.entries(value as object).flatMap(([name, entry]) => leaves(entry, path ? `${path}.${name}` : name));
}

describe("[IM3] no file makes the import fail", () => {
  test("any JSON, in place of anything", () => {
    const places = ["claimReviewed", "itemReviewed", "reviewRating", "author", "url", "datePublished", "@type"];
    const anything = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(anything, fc.constantFrom(...places), (value, place) => {
        read({ "@graph": [value, { ...one, [place]: value }] });
        read({ claimReviewMarkups: [{ ...one, rating: value, [place]: value }], pageUrl: value });
        read({ claims: [{ text: "x", claimReview: [value, { [place]: value }] }] });
        read({ format: "assay-claim-set", claims: value, [place]: value });
      }),
      { numRuns: 200 },
    );
  });

  test("any bytes, and any text that begins like something", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (given) => void readFile(given)),
      { numRuns: 200 },
    );
    const starts = fc.constantFrom("{", "[", "<script type=application/ld+json>", "a,b\n", "PK\u0003\u0004", '"');
    fc.assert(fc.property(starts, fc.string({ maxLength: 100 }), (start, rest) => void read(start + rest)));
  });

  test("deep nesting, long texts, and names that objects inherit", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(ids(read(deep).notes)).toEqual(["note_too_deep"]);
    expect(ids(read(`{"@graph":${"[".repeat(90)}1${"]".repeat(90)}}`).notes)).toEqual(["note_too_deep"]);
    const long = read(review("x".repeat(1_000_000)));
    expect(long.checks[0]?.claim).toHaveLength(5_000);
    expect(ids(long.reports[0]?.notes ?? [])).toEqual(["note_cut", "note_long_address"]);
    const proto = read(
      '{"__proto__":{"claimReviewed":"no","@type":"ClaimReview"},"constructor":{"prototype":{"url":1}},"@type":"ClaimReview","claimReviewed":"one","toString":"x"}',
    );
    expect(claimsOf(proto.checks)).toEqual(["one"]);
    expect(proto.reports[0]?.notes[0]).toMatchObject({ id: "note_not_taken" });
    expect(Object.hasOwn(Object.prototype, "claimReviewed")).toBe(false);
  });

  test("hundreds of thousands of open tags, in a claim and in a page, cost no more than any other text", () => {
    const tags = "<b>".repeat(400_000);
    expect(claimsOf(read(review(`${tags}one`)).checks)).toEqual(["one"]);
    expect(ids(read(tags).notes)).toEqual(["note_no_script"]);
  });

  test("of scripts and columns without end the first are read, and the rest is told", () => {
    const script = `<script type=application/ld+json>${JSON.stringify(one)}</script>`;
    const page = read(script.repeat(201));
    expect(page.reports).toHaveLength(200);
    expect(page.notes).toMatchObject([{ id: "note_many_scripts", values: { count: 201, limit: 200 } }]);
    const wide = read(`claim${",x".repeat(200)}\none`);
    expect(claimsOf(wide.checks)).toEqual(["one"]);
    expect(wide.notes[0]).toMatchObject({ id: "note_many_columns", values: { count: 201, limit: 150 } });
  });

  test("a quote that is never closed and a row without an end are told as what they are", () => {
    expect(ids(read('claim,url\n"never closed,https://a.example\nb,c').notes)).toEqual(["note_open_quote"]);
    expect(ids(read(`claim,url\n${"x".repeat(2_000_000)}`).notes)).toEqual(["note_long_row"]);
  });

  test("a zip file that is no bundle", () => {
    expect(ids(readFile(zipSync({ "a.txt": strToU8("x") })).notes)).toEqual(["note_no_bundle"]);
    expect(ids(readFile(bytes("PK\u0003\u0004…")).notes)).toEqual(["note_no_bundle"]);
  });
});

test("[IM4] what is no JSON is told with its line and column, and nothing of it is guessed", () => {
  const { checks, notes } = read(`{\n  "@type": "ClaimReview",\n  "claimReviewed": "one",\n}`);
  expect(checks).toEqual([]);
  expect(notes).toEqual([{ path: "$", field: null, id: "note_no_json", values: { line: 4, column: 1, sign: "}" } }]);
  expect(ids(read('{"claimReviewed": "on').notes)).toEqual(["note_ends_early"]);
});

test("[IM5] what a file says about roles, ids and sign-offs is in no check", () => {
  const { checks } = read(QUIRKS["what pretends to be decided here"]?.review);
  expect(JSON.stringify(checks)).not.toMatch(/admin|Ana|m-1|released/);
});

describe("[IM6] a table", () => {
  const rows = (separator: string) =>
    [
      ["Statement", "Rating", "Link", "Ödd"],
      ["The bridge\nclosed", "Falsch", "https://checks.example/1", "x"],
      ["", "True", "", ""],
    ]
      .map((row) => row.map((cell) => `"${cell}"`).join(separator))
      .join("\r\n");

  const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  test.each([
    ["UTF-8", bytes(rows(",")), []],
    ["UTF-8 with a byte order mark, semicolons", bytes(`\ufeff${rows(";")}`), []],
    ["UTF-16 with a mark, tabs", utf16(rows("\t"), true), []],
    ["UTF-16 without a mark", utf16(rows("|"), false), []],
    ["UTF-16, big end first", utf16(rows(","), true).swap16(), []],
    ["semicolons that its first line names", bytes(`sep=;\r\n${rows(";")}`), []],
    ["Windows-1252", Buffer.from(rows(";"), "latin1"), ["note_encoding"]],
  ])("is read in %s", (_encoding, file, notes) => {
    const { checks, reports, table, notes: told } = readFile(file);
    expect(table?.headers).toEqual(["Statement", "Rating", "Link", "Ödd"]);
    expect(table?.mapping).toEqual(["claim", "rating", "url", null]);
    expect(checks).toMatchObject([{ claim: "The bridge\nclosed", rating: "Falsch", url: "https://checks.example/1" }]);
    expect(reports.map(({ path, outcome }) => [path, outcome])).toEqual([
      ["row 2", "kept"],
      ["row 3", "dropped"],
    ]);
    expect(ids(told)).toEqual([...notes, "note_columns"]);
  });

  test("is taken as somebody says, column by column", () => {
    const { checks } = readFile(bytes(rows(",")), ["title", null, null, "claim"]);
    expect(checks).toMatchObject([{ claim: "x", title: "The bridge\nclosed", rating: "" }]);
  });

  test("that is none says so", () => {
    expect(ids(read("just a sentence").notes)).toEqual(["note_unknown_file"]);
    expect(ids(read("").notes)).toEqual(["note_unknown_file"]);
  });
});
