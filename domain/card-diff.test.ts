import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { cardPair } from "#domain/any-card.ts";
import type { Card } from "#domain/card.ts";
import { readCard } from "#domain/card.ts";
import { diffCards } from "#domain/card-diff.ts";
import { contentHash } from "#domain/content.ts";
import type { Figure } from "#domain/figures.ts";
import { diffSides } from "#domain/side-diff.ts";

const empty = readCard(new Y.Doc());
const card = (given: Partial<Card>): Card => ({ ...empty, ...given });
const source = (id: string, url = "") => ({
  ...{
    id,
    url,
    stance: "supports" as const,
    rank: null,
    protected: false,
    title: "",
    publisher: "",
    author: "",
    date: "",
  },
  ...{ quote: "", quoteLanguage: "", locator: "", archivedUrl: "", origin: "", note: "" },
});
const names = { sourceLabel: (id: string) => `Source ${id.slice(1)}` };
const diff = (before: Partial<Card>, after: Partial<Card>) => diffCards(card(before), card(after), names);

test("one changed word is shown in its field", () => {
  expect(diff({ statement: "120 escaped" }, { statement: "157 escaped" })).toEqual([
    {
      field: "statement",
      label: "Statement",
      parts: [
        { type: "removed", text: "120" },
        { type: "added", text: "157" },
        { type: "same", text: " escaped" },
      ],
    },
  ]);
});

test("figures are shown as they are said", () => {
  const figure: Figure = { id: "f", qualifier: "up_to", value: "1500", upper: "", unit: "people", asOf: "" };
  expect(diff({ figures: [figure] }, { figures: [{ ...figure, qualifier: "about" }] })[0]).toEqual({
    field: "figures",
    label: "Figures",
    parts: [
      { type: "removed", text: "up to " },
      { type: "added", text: "about " },
      { type: "same", text: "1,500 people" },
    ],
  });
});

describe("the rationale", () => {
  const cites = (sourceId: string): Card["rationale"] => [
    {
      type: "paragraph",
      children: [
        { type: "text", text: "As seen " },
        { type: "citation", sourceId },
      ],
    },
  ];

  test("shows citations by number", () => {
    const [change] = diff({ sources: [source("s7")] }, { sources: [source("s7")], rationale: cites("s7") });
    expect(change).toMatchObject({ label: "Rationale", parts: [{ type: "added", text: "As seen [1]" }] });
  });

  test("names the sources when a citation has the same number but another source", () => {
    const sources = [source("s7"), source("s8")];
    const [change] = diff({ sources, rationale: cites("s7") }, { sources, rationale: cites("s8") });
    expect(change?.parts.filter((one) => one.type !== "same").map((one) => one.text)).toEqual(["7", "8"]);
  });

  test("shows a link's new address", () => {
    const links = (href: string): Card["rationale"] => [
      { type: "paragraph", children: [{ type: "text", text: "here", href }] },
    ];
    const [change] = diff({ rationale: links("https://a.example/") }, { rationale: links("https://b.example/") });
    expect(change?.parts.map((one) => one.text).join("")).toContain("b.example");
  });
});

test("a source that came shows each thing it says", () => {
  const fields = diff({}, { sources: [source("s2", "https://a.example/")] }).map(({ field, label, parts }) => [
    field,
    label,
    parts,
  ]);
  expect(fields).toEqual([
    ["sources.s2.url", "Source 2: address", [{ type: "added", text: "https://a.example/" }]],
    ["sources.s2.stance", "Source 2: stance", [{ type: "added", text: "supports" }]],
  ]);
});

test("the same words among other words show what is around them", () => {
  const quote = { id: "q", versionId: "v1", exact: "81", prefix: "says ", suffix: " fled", start: 3, end: 5 };
  const [change] = diff({ quotes: [quote] }, { quotes: [{ ...quote, prefix: "denies ", start: 7, end: 9 }] });
  const after = change?.parts.filter((one) => one.type !== "removed").map((one) => one.text);
  expect(after?.join("")).toBe("…denies “81” fled…");
});

test("a rating is shown by the label that the reader gives it", () => {
  const ratingLabel = (_: string, id: string) => id.toUpperCase();
  const [change] = diffCards(card({ ratingId: "true" }), card({ ratingId: "false" }), { ...names, ratingLabel });
  expect(change?.parts.map((one) => one.text)).toEqual(["TRUE", "FALSE"]);
});

test("[HI4] however much of two cards differs, comparing them ends: what is left comes as one removal and one addition", () => {
  const saying = (words: string) =>
    Array.from({ length: 30 }, (_, at) => ({
      ...source(`s${at}`),
      quote: `${words} stays `.repeat(300),
      note: `${words} stays `.repeat(300),
    }));
  const [before, after] = [saying("old"), saying("new")];
  const last = { statement: "120 escaped", sources: [] };
  const quotes = diff({ ...last, sources: before }, { ...last, sources: after }).map(({ parts }) => parts);
  expect(quotes).toHaveLength(30);
  expect(quotes[0]).toContainEqual({ type: "same", text: " stays " });
  for (const parts of quotes.slice(2)) expect(parts.map(({ type }) => type)).toEqual(["removed", "added"]);
  const notes = diffSides(card({ sources: before }), card({ sources: after }), names).fields.map(({ parts }) => parts);
  expect(notes).toHaveLength(30);
  for (const parts of notes.slice(2)) expect(parts.map(({ type }) => type)).toEqual(["removed", "added"]);
});

test("nothing differs exactly when the content hashes are equal, and what differs is always visible [SO3]", () => {
  fc.assert(
    fc.property(cardPair, ([before, after]) => {
      const changes = diffCards(before, after, names);
      expect(changes.length === 0).toBe(contentHash(before) === contentHash(after));
      for (const { parts, label } of changes) {
        expect(label).not.toBe("");
        expect(parts.some((one) => one.type !== "same")).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});
