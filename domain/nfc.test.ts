import fc from "fast-check";
import { expect, test } from "vitest";
import { nfc } from "#domain/nfc.ts";

/** Every mark there is: those of each combining class, those that nothing moves across, and those that fall into two. */
const MARKS = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((one) => /\p{M}/u.test(one));

const mark = fc.oneof(
  fc.constantFrom(...MARKS),
  fc.constantFrom("\u0301", "\u0316", "\u0344", "\u0345", "\u0334", "\u0f73"),
);
const run = fc.array(mark, { minLength: 25, maxLength: 120 }).map((marks) => marks.join(""));
const text = fc.array(fc.oneof(run, fc.string({ unit: "binary" }), fc.constantFrom("e", "ع", "각", "क")), {
  maxLength: 12,
});

test("text is put in the form that the runtime gives it, whatever marks stand in it", () => {
  const all = `e${MARKS.join("")}e${[...MARKS].reverse().join("")}`;
  expect(nfc(all)).toBe(all.normalize("NFC"));
  fc.assert(
    fc.property(text, (parts) => {
      const given = parts.join("");
      expect(nfc(given)).toBe(given.normalize("NFC"));
    }),
    { numRuns: 400 },
  );
});

test("[RT49] a long run of marks takes time with its length", () => {
  const run = (length: number) => `e${"\u0301\u0316".repeat(length / 2)}`;
  const time = (work: () => unknown) => {
    const before = process.threadCpuUsage();
    work();
    return process.threadCpuUsage(before).user;
  };
  const native = time(() => run(20_000).normalize("NFC"));
  expect(time(() => nfc(run(20_000)))).toBeLessThan(native / 3);
});
