import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { anyCard, cardPair } from "#domain/any-card.ts";
import type { Card } from "#domain/card.ts";
import { readCard } from "#domain/card.ts";
import { addQuote, addSource, setField, setFigure, setSource } from "#domain/card-edit.ts";
import { canonicalJson, contentHash, isSameContent, materialContent, sha256Hex } from "#domain/content.ts";

function filled(): Y.Doc {
  const doc = new Y.Doc();
  doc.getText("statement").insert(0, "Up to 1,500 escaped");
  setField(doc, "claimant", "SDF");
  setFigure(doc, { id: "f", qualifier: "up_to", value: "1500", upper: "", unit: "people", asOf: "" });
  addQuote(doc, { id: "q", versionId: "v", exact: "up to 1,500", prefix: "", suffix: "", start: 3, end: 14 });
  addSource(doc, "s1", { url: "https://a.example/", stance: "supports" });
  addSource(doc, "s2");
  return doc;
}

/** The hash of the filled card after a change to its document. */
function hashAfter(change: (doc: Y.Doc) => void): string {
  const doc = filled();
  change(doc);
  return contentHash(readCard(doc));
}
const unchanged = contentHash(readCard(filled()));

describe("the content hash covers what was read [SO3]", () => {
  test.each<[string, (doc: Y.Doc) => void]>([
    ["one letter of the statement", (doc) => doc.getText("statement").insert(0, "x")],
    ["the gaps", (doc) => doc.getText("gaps").insert(0, "x")],
    ["the verdict", (doc) => doc.getText("verdict").insert(0, "x")],
    ["the claimant", (doc) => setField(doc, "claimant", "ministry")],
    ["the outlet", (doc) => setField(doc, "outlet", "paper")],
    ["the assertion mode", (doc) => setField(doc, "mode", "alleged")],
    ["when it was said", (doc) => setField(doc, "saidWhen", "Monday")],
    ["the rating", (doc) => setField(doc, "ratingId", "false")],
    [
      "a figure's bound",
      (doc) => setFigure(doc, { id: "f", qualifier: "about", value: "1500", upper: "", unit: "people", asOf: "" }),
    ],
    [
      "what stands around a quote",
      (doc) =>
        addQuote(doc, { id: "q", versionId: "v", exact: "up to 1,500", prefix: "not ", suffix: "", start: 3, end: 14 }),
    ],
    ["a source's stance", (doc) => setSource(doc, "s1", "stance", "refutes")],
    ["a source's address", (doc) => setSource(doc, "s1", "url", "https://b.example/")],
    ["the title of a source without an address", (doc) => setSource(doc, "s2", "title", "A telephone call")],
    ["another source", (doc) => addSource(doc, "s3")],
  ])("%s changes it", (_, change) => {
    expect(hashAfter(change)).not.toBe(unchanged);
  });

  test.each<[string, (doc: Y.Doc) => void]>([
    ["a label", (doc) => setField(doc, "labels", ["prison"])],
    ["the language", (doc) => setField(doc, "language", "ar")],
    ["a confirmed guess", (doc) => setField(doc, "claimantGuessed", true)],
    [
      "a quote that stands unchanged in the next version",
      (doc) =>
        addQuote(doc, { id: "q", versionId: "w", exact: "up to 1,500", prefix: "", suffix: "", start: 7, end: 18 }),
    ],
    [
      "a quote that is found in the next version as well",
      (doc) =>
        addQuote(doc, { id: "q2", versionId: "w", exact: "up to 1,500", prefix: "", suffix: "", start: 7, end: 18 }),
    ],
    ["a source's title", (doc) => setSource(doc, "s1", "title", "Report")],
    ["a source's protection", (doc) => setSource(doc, "s1", "protected", true)],
    ["the order of sources", (doc) => (doc.getMap("sources").get("s2") as Y.Map<unknown>).set("order", "Zz")],
  ])("%s does not", (_, change) => {
    expect(hashAfter(change)).toBe(unchanged);
  });

  test("an edit that is taken back gives the same hash", () => {
    const hash = hashAfter((doc) => {
      doc.getText("statement").insert(0, "Not ");
      doc.getText("statement").delete(0, 4);
    });
    expect(hash).toBe(unchanged);
  });
});

test("what differs in no canonical way is the same content, and nothing else is", () => {
  const pairs = fc.oneof(
    cardPair,
    anyCard.map((card): [Card, Card] => [card, structuredClone(card)]),
  );
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      const [here, there] = [one, other].map(materialContent);
      expect(isSameContent(here, there)).toBe(canonicalJson(here) === canonicalJson(there));
    }),
  );
  expect(isSameContent({ gaps: "e\u0301" }, { gaps: "é" })).toBe(true);
  expect(isSameContent({ list: ["a"] }, { list: ["a", "b"] })).toBe(false);
  expect(isSameContent({}, { gaps: "x" })).toBe(false);
});

describe("the rationale under the hash", () => {
  const hash = (...children: Extract<Card["rationale"][number], { type: "paragraph" }>["children"]) =>
    contentHash({ ...readCard(new Y.Doc()), rationale: [{ type: "paragraph", children }] });

  test("bold does not count, also in the middle of a link", () => {
    const href = "https://a.example/";
    expect(hash({ type: "text", text: "a", href, bold: true }, { type: "text", text: "b", href })).toBe(
      hash({ type: "text", text: "ab", href }),
    );
  });

  test("a link's address counts", () => {
    expect(hash({ type: "text", text: "a", href: "https://a.example/" })).not.toBe(
      hash({ type: "text", text: "a", href: "https://b.example/" }),
    );
  });

  test("typed brackets do not pass for a citation", () => {
    expect(hash({ type: "text", text: "[s1]" })).not.toBe(hash({ type: "citation", sourceId: "s1" }));
  });

  test("a citation that moves to other words counts, also where brackets are typed", () => {
    const text = (words: string) => ({ type: "text" as const, text: words });
    const cited = { type: "citation" as const, sourceId: "2" };
    expect(hash(text("Confirmed: "), cited, text(" Denied: [2]"))).not.toBe(
      hash(text("Confirmed: [2] Denied: "), cited),
    );
  });

  test("a link that moves to the same words elsewhere counts", () => {
    const [plain, linked] = [{}, { href: "https://a.example/" }].map((link) => ({
      type: "text" as const,
      text: "report",
      ...link,
    }));
    const between = { type: "text" as const, text: ", the army: " };
    if (plain && linked) expect(hash(linked, between, plain)).not.toBe(hash(plain, between, linked));
  });

  test("a quotation is not a paragraph that begins like one, and an empty paragraph is nothing", () => {
    const paragraph = (text: string): Card["rationale"][number] => ({
      type: "paragraph",
      children: [{ type: "text", text }],
    });
    const of = (...rationale: Card["rationale"]) => contentHash({ ...readCard(new Y.Doc()), rationale });
    expect(of({ type: "blockquote", language: "", cite: "", children: [paragraph("so")] })).not.toBe(
      of(paragraph("> so")),
    );
    expect(of(paragraph("so"), { type: "paragraph", children: [] })).toBe(of(paragraph("so")));
  });

  test("a blockquote's address counts", () => {
    const quoting = (cite: string) =>
      contentHash({ ...readCard(new Y.Doc()), rationale: [{ type: "blockquote", language: "", cite, children: [] }] });
    expect(quoting("https://a.example/")).not.toBe(quoting("https://b.example/"));
  });
});

describe("canonical JSON", () => {
  test("keys are sorted, numbers and strings are written as RFC 8785 says", () => {
    expect(canonicalJson({ b: [1.0, 1e21, null, true], a: "\u20ac$\u000f\n'\"\\/" })).toBe(
      '{"a":"€$\\u000f\\n\'\\"\\\\/","b":[1,1e+21,null,true]}',
    );
  });

  test("composed and decomposed letters are the same, in keys as well", () => {
    expect(canonicalJson({ "cafe\u0301": "e\u0301" })).toBe(canonicalJson({ "caf\u00e9": "\u00e9" }));
  });

  test("half a surrogate pair is written as the replacement character", () => {
    expect(canonicalJson("a\ud83d")).toBe('"a\ufffd"');
  });

  test("what has no JSON form is refused", () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
  });

  test("it is what another implementation of RFC 8785 writes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(normalised(value)));
      }),
      { numRuns: 500, examples: [[{ "10": 1, "9": [], "": {}, "\u20ac": -0, "\ud83d\ude00": 1e-7, "\uffe6": 1e21 }]] },
    );
    expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
    expect(() => canonicalJson([Number.NaN])).toThrow(TypeError);
  });

  test("it is its own fixed point, whatever the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = canonicalJson(value);
        expect(canonicalJson(JSON.parse(json))).toBe(json);
      }),
    );
  });
});

function normalised(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, one) => (typeof one === "string" ? one.normalize("NFC").toWellFormed() : one)),
  );
}

test("the hash is SHA-256 of UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(sha256Hex(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
    }),
  );
});

test("a figure and a quote that are taken out and entered again change nothing [SO3]", () => {
  const figure = { qualifier: "up_to" as const, value: "1500", upper: "", unit: "people", asOf: "" };
  const other = { ...figure, qualifier: "about" as const, value: "120" };
  const quote = { versionId: "v1", exact: "up to 1,500", prefix: "", suffix: "", start: 3, end: 14 };
  const [before, after] = [new Y.Doc(), new Y.Doc()].map(readCard).map((card, at) => ({
    ...card,
    figures: [
      { ...figure, id: at === 0 ? "a" : "z" },
      { ...other, id: "m" },
    ],
    quotes: [
      { ...quote, id: at === 0 ? "a" : "z" },
      { ...quote, id: "m", start: 40, end: 51 },
    ],
  }));
  expect(before && after && contentHash(before) === contentHash(after)).toBe(true);
});

test("the order in which a card lists its entries does not count", () => {
  const backwards = <T>(list: readonly T[]) => [...list].reverse();
  fc.assert(
    fc.property(anyCard, (card) => {
      const turned = {
        ...card,
        figures: backwards(card.figures),
        quotes: backwards(card.quotes),
        sources: backwards(card.sources),
      };
      expect(contentHash(turned)).toBe(contentHash(card));
    }),
  );
});
