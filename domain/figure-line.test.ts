import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureLines } from "#domain/figure-line.ts";
import { type Figure, QUALIFIERS, type Qualifier } from "#domain/figures.ts";

const figure = (qualifier: Qualifier, value: string, more: Partial<Figure> = {}): Figure => ({
  ...{ id: "f", qualifier, value, upper: "", unit: "people", asOf: "" },
  ...more,
});
const line = (...figures: Figure[]) => {
  const { lines } = figureLines(figures.map((one, of) => ({ of, figure: one })));
  expect(lines).toHaveLength(1);
  return lines[0] as (typeof lines)[number];
};
const ends = (...figures: Figure[]) => line(...figures).marks.map(({ from, to }) => [from, to].map(Math.round));

describe("[FG1] a figure is drawn by its bound", () => {
  test("a point, a bar, or open to the side that was not said", () => {
    const list = ["exactly", "about", "at_least", "more_than", "up_to", "fewer_than"] as const;
    const drawn = ends(...list.map((one) => figure(one, "1000")), figure("between", "500", { upper: "2000" }));
    expect(line(figure("exactly", "1000"), figure("exactly", "2000")).ticks.map(({ value }) => value)).toEqual([
      0, 1000, 2000, 3000,
    ]);
    const at = 33;
    expect(drawn).toEqual([
      [at, at],
      [at, at],
      [at, 100],
      [at, 100],
      [0, at],
      [0, at],
      [17, 67],
    ]);
  });

  test("an interval that was entered the wrong way round is the same interval", () => {
    const [right] = ends(figure("between", "500", { upper: "2000" }));
    expect(ends(figure("between", "2000", { upper: "500" }))).toEqual([right]);
  });

  test("an amount that is missing or beyond all measure is not drawn, and is not lost", () => {
    const left = [
      figure("exactly", ""),
      figure("between", "3"),
      figure("up_to", "9".repeat(400)),
      figure("exactly", "a lot"),
    ];
    const { lines, undrawn } = figureLines([...left, figure("exactly", "3")].map((one, of) => ({ of, figure: one })));
    expect(lines.map((one) => one.marks.length)).toEqual([1]);
    expect(undrawn.map((one) => one.figure)).toEqual(left);
  });
});

test("[FG2] figures of different units never share a line; the same unit written otherwise is the same unit", () => {
  const units = ["people", "containers", " People ", "", "containers"];
  const { lines } = figureLines(units.map((unit, of) => ({ of, figure: figure("exactly", "5", { unit }) })));
  expect(lines.map((one) => [one.unit, one.marks.map((mark) => mark.of)])).toEqual([
    ["people", [0, 2]],
    ["containers", [1, 4]],
    ["", [3]],
  ]);
});

test.each([
  [["3", "5"], 0],
  [["120", "1500"], 0],
  [["10050", "10100"], 10040],
  [["-5", "10"], -5],
  [["-20", "-10"], -20],
  [["0"], 0],
])("[FG1] the line of %j begins at %d", (values, low) => {
  const { ticks } = line(...values.map((value) => figure("exactly", value)));
  expect(ticks[0]?.value).toBeLessThanOrEqual(low);
  expect(ticks.length).toBeLessThanOrEqual(6);
});

const amount = fc.oneof(
  fc.integer({ min: -2_000_000, max: 2_000_000 }).map(String),
  fc.integer({ min: 0, max: 99_999 }).map((digits) => `0.${String(digits).padStart(5, "0")}`),
  fc.constantFrom("0", "1", "1500", "999999999999999"),
);
const any = fc.record({
  id: fc.constant("f"),
  qualifier: fc.constantFrom(...QUALIFIERS),
  value: amount,
  upper: amount,
  unit: fc.constant("people"),
  asOf: fc.constant(""),
});

test("[FG1] every figure lies on its line, in the order of the amounts, under few labels", () => {
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), (figures) => {
      const { ticks, marks } = line(...figures);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(new Set(ticks.map(({ value }) => value)).size).toBe(ticks.length);
      for (const { from, to } of marks) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(100);
      }
      const points = marks.filter(({ figure: { qualifier } }) => qualifier === "exactly" || qualifier === "about");
      const sorted = points.toSorted((a, b) => Number(a.figure.value) - Number(b.figure.value));
      for (const [nth, { from }] of sorted.entries()) expect(from).toBeGreaterThanOrEqual(sorted[nth - 1]?.from ?? 0);
    }),
  );
});
