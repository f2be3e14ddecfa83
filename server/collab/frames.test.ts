import fc from "fast-check";
import { expect, test } from "vitest";
import {
  acknowledgeFrame,
  awarenessFrame,
  readFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from "#server/collab/frames.ts";

test("[RT50] every frame that the server writes can be read back", () => {
  const payload = new Uint8Array([7, 8]);
  expect(readFrame(step1Frame(payload))).toEqual({ type: "step1", vector: payload });
  expect(readFrame(step2Frame(payload))).toEqual({ type: "step2", update: payload });
  expect(readFrame(updateFrame(payload))).toEqual({ type: "update", update: payload });
  expect(readFrame(awarenessFrame([])).type).toBe("awareness");
  const numbers = fc.property(fc.maxSafeNat(), (count) => {
    expect(readFrame(acknowledgeFrame(count))).toEqual({ type: "acknowledge", count });
  });
  fc.assert(numbers);
});

test.each([
  ["nothing", []],
  ["a type without a kind", [0]],
  ["a wish for an acknowledgement without its number", [100]],
  ["a number in more bytes than it needs", [0x80, 0x00, 0x02, 0x01, 0x05]],
  ["a kind in more bytes than it needs", [0x00, 0x82, 0x00, 0x01, 0x05]],
  ["a length in more bytes than it needs", [0x00, 0x02, 0x81, 0x00, 0x05]],
  ["a second message behind an acknowledgement", [100, 1, 100, 2]],
  ["a second message behind an update", [0, 2, 1, 5, 0, 2, 1, 5]],
  ["an update that stops early", [0, 2, 2, 5]],
  ["a number above what can be counted", [100, 255, 255, 255, 255, 255, 255, 255, 127]],
])("[RT50] %s is not read", (_what, bytes) => {
  expect(() => readFrame(new Uint8Array(bytes))).toThrow(expect.objectContaining({ code: 4400 }));
});

test("[RT50] arbitrary bytes are read or refused, never a crash", () => {
  const bytes = fc.property(fc.uint8Array({ maxLength: 40 }), (frame) => {
    try {
      readFrame(frame);
    } catch (error) {
      expect(error).toMatchObject({ name: "Refusal", code: 4400 });
    }
  });
  fc.assert(bytes, { numRuns: 2_000 });
});

/** A number with so many bytes more than it needs. */
function spelled(number: number, more: number): number[] {
  const bytes = Array.from({ length: more }, () => 0x80);
  return number < 0x80 && more > 0 ? [number | 0x80, ...bytes.slice(1), 0] : [number];
}

const numbersOf: [string, number[], number[]][] = [
  ["a question", [0, 0, 1], [0]],
  ["a Step2", [0, 1, 2], [0, 0]],
  ["an update", [0, 2, 2], [0, 0]],
  ["presence", [1, 1], [0]],
  ["a wish for an acknowledgement", [100, 7], []],
  ["a heartbeat", [101], []],
  ["a question for presence", [3], []],
];

test.each(numbersOf)("[RT123] no number of %s can be written longer than it needs", (_what, numbers, rest) => {
  readFrame(new Uint8Array([...numbers, ...rest]));
  for (const place of numbers.keys())
    for (let more = 1; more <= 9; more++) {
      const longer = numbers.flatMap((number, at) => spelled(number, at === place ? more : 0));
      expect(() => readFrame(new Uint8Array([...longer, ...rest]))).toThrow(expect.objectContaining({ code: 4400 }));
    }
});
