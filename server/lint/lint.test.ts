import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Card } from "#domain/card.ts";
import { PRESET_SCALES, type Scale } from "#domain/scales.ts";
import { en } from "#domain/words/en.ts";
import { english } from "#domain/words/english.ts";
import { sampleCard, sampleSource } from "#server/export/claim-set.fixture.ts";
import { lint } from "#server/lint/lint.ts";
import { brokenRules, type Looked, RULES } from "#server/lint/rules.ts";

const DESK = "https://desk.example";
const [scale] = PRESET_SCALES as [Scale];
const sound: Partial<Card> = {
  statement: "120 people fled.",
  claimant: "The ministry",
  saidWhen: "2026-03-08",
  ratingId: "false",
};

/** The rules that a claim breaks whose card says what the test gives and is sound otherwise. */
const broken = (given: Partial<Card> = {}, rest: Partial<Looked> = {}) =>
  brokenRules(
    {
      card: sampleCard({ ...sound, saidWhenPrecision: "day", ...given }),
      scale,
      origins: ["https://wire.example/a"],
      ...rest,
    },
    DESK,
  );

describe("what readers of the files will stumble over", () => {
  test("[LN1] is nothing in a claim that follows every rule", () => {
    expect(broken()).toEqual([]);
  });

  test.each([
    ["label_in_statement", { statement: "120 people fled (false)" }],
    ["no_claimant", { claimant: " ; " }],
    ["no_date", { saidWhen: "" }],
    ["no_date", { saidWhen: "Monday", saidWhenPrecision: "as_said" }],
    ["long_statement", { statement: "x".repeat(76) }],
    ["long_label", { ratingId: "", verdict: "y".repeat(51) }],
    ["media_open", { media: { kind: "image", findings: [], original: "", context: "" } }],
    ["short_address", { sources: [sampleSource("s", { url: "https://bit.ly/3x" })] }],
    ["short_address", { sources: [sampleSource("s", { archivedUrl: "https://www.TinyURL.com/3x" })] }],
  ] as const)("[LN1] is found as %s in %j", (rule, given) => expect(broken(given as Partial<Card>)).toEqual([rule]));

  test.each([
    ["75 characters, however many units they take", { statement: "🌊".repeat(75) }],
    ["a year alone as the date", { saidWhen: "2026", saidWhenPrecision: "year" }],
    [
      "a protected source behind a short address",
      { sources: [sampleSource("s", { url: "https://bit.ly/3x", protected: true })] },
    ],
    ["a host that only ends like a shortener", { sources: [sampleSource("s", { url: "https://habit.ly/3x" })] }],
    ["a long verdict beside a label", { verdict: "y".repeat(200) }],
  ] as const)("[LN1] is not %s", (_, given) => expect(broken(given as Partial<Card>)).toEqual([]));

  test("[LN1] is an origin that is missing, no web address, one's own site, or short", () => {
    expect(broken({}, { origins: [] })).toEqual(["no_origin"]);
    expect(broken({}, { origins: ["", "javascript:alert(1)"] })).toEqual(["no_origin"]);
    expect(broken({}, { origins: ["https://desk.example/news"] })).toEqual(["own_origin"]);
    expect(broken({}, { origins: ["https://t.co/x"] })).toEqual(["short_address"]);
  });

  const claim = (number: number, given: Partial<Parameters<typeof lint>[1][number]> = {}) => ({
    ...{ number, reference: `C-14-${number}`, broken: [], scale },
    ...given,
  });

  test("[LN3] each kind of problem is said once, with whose rule it is and the part of each card where it is mended", () => {
    const found = lint(DESK, [
      claim(1, { broken: ["no_date"] }),
      claim(2),
      claim(3, { broken: ["no_date", "long_label"] }),
    ]);
    expect(found.map(({ id, claims }) => [id, claims.map(({ reference, part }) => `${reference} ${part}`)])).toEqual([
      ["no_date", ["C-14-1 when", "C-14-3 when"]],
      ["long_label", ["C-14-3 verdict"]],
      ["many_on_a_page", []],
    ]);
    expect(found[0]?.source).toEqual(RULES.no_date.source);
    const say = english("lint");
    for (const { id, values, source } of found) {
      expect(say(id, values)).toMatch(/\.$/);
      expect(source.href).toMatch(/^https:/);
    }
  });

  test.each([
    [[0, 5], { worst: 0, best: 5 }],
    [[3, 3], { worst: 3, best: 3 }],
    [[-1, -1], { worst: -1, best: -1 }],
  ])("[LN3] a scale from %j says that its numbers stay behind", (numbers, ends) => {
    const ratings = scale.ratings.slice(0, 2).map((rating, at) => ({ ...rating, value: numbers[at] ?? null }));
    const found = lint(DESK, [claim(1, { scale: { ...scale, ratings } })]);
    expect(found).toMatchObject([{ id: "scale_ends", values: { scale: scale.name, ...ends } }]);
    expect(
      lint(DESK, [claim(1, { scale: { ...scale, ratings: ratings.map((one) => ({ ...one, value: null })) } })]),
    ).toEqual([]);
  });

  test.each([
    "http://localhost:3000",
    "http://192.168.4.2",
    "http://172.20.0.1",
    "https://assay.internal",
    "http://[::1]:3000",
  ])("[LN3] an address that nobody outside can open is named: %s", (desk) =>
    expect(lint(desk, [claim(1)])).toMatchObject([{ id: "inside_address", values: { address: desk } }]),
  );

  test.each(["https://desk.example", "https://10.example.org", "https://localhost.example"])(
    "[LN3] %s is an address like others",
    (desk) => expect(lint(desk, [claim(1)])).toEqual([]),
  );

  test("[LN3] exports.md lists every advice that there is a sentence for", () => {
    const docs = readFileSync(new URL("../../docs/exports.md", import.meta.url), "utf8");
    const section = docs.split("## Advice before it is published\n")[1]?.split("\n## ")[0] ?? "";
    const listed = [...section.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, ids = ""]) => ids.match(/\w+/g) ?? []);
    const screen = ["title", "why", "rule", "more", "releases", "scales"];
    expect(listed.sort()).toEqual(
      Object.keys(en.lint)
        .filter((id) => !screen.includes(id))
        .sort(),
    );
  });
});
