import fc from "fast-check";
import { expect, test } from "vitest";
import { waitToLoad } from "#app/live/pace.ts";

const alone = { people: 1, elapsedMs: 60_000, place: 0 };

test("[RT77] after a quiet time a change is shown soon, whatever it is", () => {
  for (const isDecided of [true, false]) {
    expect(waitToLoad({ ...alone, isDecided })).toBe(100);
    expect(waitToLoad({ ...alone, isDecided, people: 30, place: 1 })).toBe(700);
  }
});

test("[RT77] while changes stream in, a decision waits less long than what is typed", () => {
  expect(waitToLoad({ ...alone, isDecided: true, elapsedMs: 0 })).toBe(600);
  expect(waitToLoad({ ...alone, isDecided: false, elapsedMs: 0 })).toBe(1_000);
  expect(waitToLoad({ ...alone, isDecided: false, elapsedMs: 700 })).toBe(300);
});

test("[RT77] however many have a case open, their pages together are loaded ten times a second at most", () => {
  const case_ = fc.record({
    isDecided: fc.boolean(),
    people: fc.integer({ min: 6, max: 200 }),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(case_, (one) => {
      const between = waitToLoad({ ...one, elapsedMs: 0 });
      expect((one.people * 1_000) / between).toBeLessThanOrEqual(10 + 1e-9);
    }),
  );
});
