import fc from "fast-check";
import { expect, test } from "vitest";
import { waitToLoad } from "#app/live/pace.ts";

const alone = { people: 1, elapsedMs: Number.POSITIVE_INFINITY, place: 0 };

test("[RT77] after a quiet time a change is shown soon, whatever it is", () => {
  for (const isDecided of [true, false]) {
    expect(waitToLoad({ ...alone, isDecided })).toBe(100);
    expect(waitToLoad({ ...alone, isDecided, people: 30, place: 1 })).toBe(700);
  }
});

test("[RT77] while changes stream in, a decision waits less long than what is typed, however many have the case open", () => {
  expect(waitToLoad({ ...alone, isDecided: true, elapsedMs: 0 })).toBe(600);
  expect(waitToLoad({ ...alone, isDecided: false, elapsedMs: 0 })).toBe(1_000);
  expect(waitToLoad({ ...alone, isDecided: false, elapsedMs: 700 })).toBe(300);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), (people, place) => {
      const wait = (isDecided: boolean) => waitToLoad({ isDecided, people, place, elapsedMs: 0 });
      expect(wait(true)).toBeLessThan(wait(false));
    }),
  );
});

/** When the pages of so many people are loaded within the first seconds of a stream of changes. */
function loadsOf(people: number, isDecided: boolean, seconds: number): number[] {
  return Array.from({ length: people }, (_, one) => one / people).flatMap((place) => {
    const wait = (elapsedMs: number) => waitToLoad({ isDecided, people, elapsedMs, place });
    const loads: number[] = [];
    for (let at = wait(Number.POSITIVE_INFINITY); at < seconds * 1_000; at += wait(0)) loads.push(at);
    return loads;
  });
}

test("[RT77] however many have a case open, their pages are loaded ten times a second at most for what is typed, after the first time", () => {
  const people = fc.integer({ min: 1, max: 120 });
  fc.assert(
    fc.property(people, (many) => {
      const [typed, decided] = [loadsOf(many, false, 60), loadsOf(many, true, 60)];
      expect((typed.length - many) / 60).toBeLessThanOrEqual(10);
      expect((decided.length - many) / 60).toBeLessThanOrEqual(20);
    }),
    { numRuns: 40 },
  );
});

test("[RT77] pages that were loaded for one change do not stay together", () => {
  const late = loadsOf(30, false, 60).filter((at) => at > 30_000);
  const busiest = Math.max(...late.map((start) => late.filter((at) => at >= start && at < start + 1_000).length));
  expect(busiest).toBeLessThanOrEqual(15);
});
