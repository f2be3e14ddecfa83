import fc from "fast-check";
import { expect, test } from "vitest";
import { isLater, markOf } from "#domain/case-mark.ts";

const run = fc.uuid();
const tick = fc.nat({ max: Number.MAX_SAFE_INTEGER });

test("of one run, the mark with the higher tick is later", () => {
  fc.assert(
    fc.property(run, tick, tick, (of, one, other) => {
      expect(isLater(markOf(of, one), markOf(of, other))).toBe(one > other);
    }),
  );
});

test("a mark of another run counts as later, and so does what is none", () => {
  fc.assert(
    fc.property(run, run, tick, tick, (of, other, one, two) => {
      fc.pre(of !== other);
      expect(isLater(markOf(of, one), markOf(other, two))).toBe(true);
    }),
  );
  for (const none of ["", "run", "run ", "run x", "run undefined"])
    expect([isLater("run 1", none), isLater(none, "run 1")]).toEqual([true, true]);
});
