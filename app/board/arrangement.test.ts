import { expect, test } from "vitest";
import { type Arrangement, countWaiting, settle } from "#app/board/arrangement.ts";

const arrange = (groups: Record<string, string>): Arrangement =>
  Object.entries(groups).map(([key, ids]) => ({ key, words: key, ids: ids.split("").filter(Boolean) }));
const letters = (arrangement: Arrangement) => arrangement.map(({ ids }) => ids.join(""));
const nobody = new Set<string>();

test("[BV21] what colleagues add, move and take away leaves everything where it stands", () => {
  const shown = arrange({ inbox: "abc", review: "d" });
  const wanted = arrange({ inbox: "xac", review: "bd" });
  expect(letters(settle(shown, wanted, nobody))).toEqual(["abc", "d"]);
  expect(countWaiting(shown, wanted)).toBe(2);
});

test("[BV21] what I moved myself goes where it belongs, among what stands there", () => {
  const shown = arrange({ inbox: "abc", review: "dfg" });
  const wanted = arrange({ inbox: "xac", review: "dbg" });
  expect(letters(settle(shown, wanted, new Set(["b"])))).toEqual(["ac", "dbfg"]);
});

test("[BV21] a claim that stands in another order counts once, and an unchanged list counts nothing", () => {
  const shown = arrange({ all: "abcdef" });
  expect(countWaiting(shown, arrange({ all: "fabcde" }))).toBe(1);
  expect(countWaiting(shown, shown)).toBe(0);
});

test("[BV21] a group that is new waits as well, unless it came from me", () => {
  const shown = arrange({ ana: "ab" });
  const wanted = arrange({ ana: "a", bo: "b" });
  expect(countWaiting(shown, wanted)).toBe(1);
  expect(letters(settle(shown, wanted, new Set(["b"])))).toEqual(["a", "b"]);
});
