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
