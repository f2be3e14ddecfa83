import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Figure } from "#domain/figures.ts";
import { amountReadings, figureRange, formatFigure, guessFigures, parseAmount } from "#domain/figures.ts";
import { isFewerThanNone } from "#domain/people-count.ts";

const figure = (given: Partial<Figure>): Figure => ({
  id: "f",
  qualifier: "exactly",
  value: "",
  upper: "",
  unit: "",
  asOf: "",
  ...given,
});
const said = (sentence: string) => guessFigures(sentence).map((one) => formatFigure(one));

const digits = fc.stringMatching(/^(?:0|[1-9]\d{0,29})(?:\.\d{0,11}[1-9])?$/);

describe("reading an amount", () => {
  test.each([
    ["1500", "1500"],
    ["1,500", "1500"],
    ["1 500", "1500"],
    ["1\u202f500\u202f000", "1500000"],
    ["1’500", "1500"],
    ["1.500", "1500"],
    ["1.500,5", "1500.5"],
    ["1,500.50", "1500.5"],
    ["1.500.000", "1500000"],
    ["1,5", "1.5"],
    ["0.125", "0.125"],
    [".5", "0.5"],
    ["12.3456", "12.3456"],
    ["٨١", "81"],
    ["۱٬۵۰۰٫۵", "1500.5"],
    ["١٫٥٠١", "1.501"],
    ["1.5 million", "1500000"],
    ["1.125 Million", "1125000"],
    ["2bn", "2000000000"],
    ["-2.5", "-2.5"],
    ["−007", "-7"],
    ["-0.0", "0"],
    ["12345678901234567890.1", "12345678901234567890.1"],
  ])("%s is %s", (input, amount) => {
    expect(parseAmount(input)).toBe(amount);
  });

  test.each([
    "",
    "many",
    "1,50,0",
    "1,500,5",
    "12,",
    "1e5",
    "5m",
    "5 zillion",
    "1.5.2",
    "1 500,200 3",
    "--1",
    "81 men",
    "1'500 500",
    "½",
    "9".repeat(61),
  ])("%s is not taken for an amount", (input) => {
    expect(parseAmount(input)).toBeNull();
  });

  test("a locale says which mark is the decimal one where the number alone does not", () => {
    expect([parseAmount("1.500", "en"), parseAmount("1.500", "de")]).toEqual(["1.5", "1500"]);
    expect([parseAmount("1,500", "en"), parseAmount("1,500", "de")]).toEqual(["1500", "1.5"]);
  });

  test("[ED11] an amount that could be two numbers has both readings; one that the page itself writes has one", () => {
    expect(amountReadings("1.500")).toEqual(["1500", "1.5"]);
    expect(amountReadings("-12.000")).toEqual(["-12000", "-12"]);
    for (const typed of ["1,500", "1.5", "1.50", "0.125", "1.500,5", "1.125 million", "2.5 million", "1500"])
      expect(amountReadings(typed)).toHaveLength(1);
    expect(amountReadings("many")).toEqual([]);
  });

  test("what a locale writes is read back digit by digit, however long", () => {
    fc.assert(
      fc.property(digits, fc.constantFrom("en", "de", "fr", "de-CH", "ar-EG", "fa"), (value, locale) => {
        expect(parseAmount(formatFigure(figure({ value }), locale), locale)).toBe(value);
      }),
    );
  });

  test("whatever is typed, the answer is canonical and reads as itself", () => {
    const typed = fc
      .array(fc.constantFrom("1", "0", "500", ".", ",", " ", "-", "٨", "million"))
      .map((all) => all.join(""));
    fc.assert(
      fc.property(fc.oneof(typed, fc.string()), (input) => {
        const value = parseAmount(input);
        if (value === null) return;
        expect(value).toMatch(/^(?:-?(?:0|[1-9]\d*)\.\d*[1-9]|-?[1-9]\d*|0)$/);
        expect(parseAmount(value, "en")).toBe(value);
      }),
    );
  });
});

describe("saying a figure", () => {
  test.each([
    [{ qualifier: "up_to", value: "1500", unit: "detainees" }, "up to 1,500 detainees"],
    [{ qualifier: "between", value: "100", upper: "120", unit: "people" }, "between 100 and 120 people"],
    [{ qualifier: "exactly", value: "81", unit: "militants" }, "81 militants"],
    [{ qualifier: "about", value: "2.50", unit: "percent" }, "about 2.50 percent"],
    [{ qualifier: "at_least", value: "12345678901234567890.1" }, "at least 12,345,678,901,234,567,890.1"],
    [{ qualifier: "between", value: "100", unit: "people" }, "between 100 and … people"],
    [{ qualifier: "exactly", value: "dozens", unit: "dead" }, "dozens dead"],
  ] as const)("%j", (given, words) => {
    expect(formatFigure(figure(given))).toBe(words);
  });

  test("every digit is kept, however many there are", () => {
    const zeros = `1${"0".repeat(400)}`;
    expect(formatFigure(figure({ value: zeros })).replaceAll(",", "")).toBe(zeros);
    const nines = `1.${"9".repeat(150)}`;
    expect(formatFigure(figure({ value: nines }))).toBe(nines);
    expect(formatFigure(figure({ value: "-0.5" }))).toBe("-0.5");
  });

  test("the digits follow the locale", () => {
    expect(formatFigure(figure({ value: "1500.5" }), "de")).toBe("1.500,5");
  });
});

describe("finding figures in a sentence", () => {
  test.each([
    [
      "Forces were blamed for releasing around 120 Islamic State fighters from a prison.",
      ["about 120 Islamic State fighters"],
    ],
    ["At least 120 ISIS detainees escaped.", ["at least 120 ISIS detainees"]],
    ["It spoke of up to 1,500 inmates on the loose.", ["up to 1,500 inmates"]],
    ["They recaptured 81 of the escaped militants and went on.", ["81 escaped militants"]],
    ["They caught 81 of the escaped.", ["81 escaped"]],
    ["Between 5 and 7 camps were hit, and over 30 people died.", ["between 5 and 7 camps", "more than 30 people"]],
    ["More than 1.5 million people, or 12% of them, left.", ["more than 1,500,000 people", "12 percent"]],
    ["It held fewer than 40.", ["fewer than 40"]],
    ["About 2000 detainees fled.", ["about 2,000 detainees"]],
  ])("%s", (sentence, figures) => {
    expect(said(sentence)).toEqual(figures);
  });

  test.each([
    "He took power in December 2024.",
    "In 2011 and around 2012 it grew.",
    "They led 2011 protests.",
    "It happened between 2011 and 2015.",
    "On 8 December and on December 8, 2024, and on 2024-12-08, it fell.",
    "They agreed a four-day, later a 15-day ceasefire.",
    "The 2nd and the 21st of them spoke.",
    "At 10:30 or 9 p.m. it began.",
    "Resolution 2254 was passed under No. 7 rules.",
    "It cost $5 million and COVID-19 cases rose.",
    "A 45-year-old, aged 45, was held.",
  ])("no count in: %s", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe("the range of a figure", () => {
  test.each([
    [
      { qualifier: "exactly", value: "81" },
      { low: 81, high: 81 },
    ],
    [
      { qualifier: "about", value: "120" },
      { low: 120, high: 120 },
    ],
    [
      { qualifier: "at_least", value: "120" },
      { low: 120, high: null },
    ],
    [
      { qualifier: "more_than", value: "120" },
      { low: 120, high: null },
    ],
    [
      { qualifier: "up_to", value: "1500" },
      { low: null, high: 1500 },
    ],
    [
      { qualifier: "fewer_than", value: "9" },
      { low: null, high: 9 },
    ],
    [
      { qualifier: "between", value: "120", upper: "100" },
      { low: 100, high: 120 },
    ],
    [
      { qualifier: "between", value: "100" },
      { low: 100, high: null },
    ],
    [
      { qualifier: "exactly", value: "" },
      { low: null, high: null },
    ],
  ] as const)("%j", (given, range) => {
    expect(figureRange(figure(given))).toEqual(range);
  });
});

test.each([
  ["people", true],
  ["dead civilians", true],
  ["Families", true],
  ["degrees", false],
  ["percent", false],
  ["", false],
])("[ED11] below zero, %j is refused: %s", (unit, isRefused) => {
  expect(isFewerThanNone({ value: "-3", upper: "", unit })).toBe(isRefused);
});
