import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MessageFrames } from "#app/card/message-frames.ts";

let told: string[];
let frames: MessageFrames;
const take = (what: string, isEdit = true) => frames.take(() => told.push(what), isEdit);

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  frames = new MessageFrames((edits) => {
    told.push("(");
    edits();
    told.push(")");
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("what comes before the next frame is one edit; carets come after the words that they stand in", () => {
  take("caret of Bo", false);
  take("words of Bo");
  take("words of Chen");
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(["(", "words of Bo", "words of Chen", ")", "caret of Bo"]);
});

test("[ED15] the caret is read before any of them is taken in", () => {
  const page = new EventTarget();
  page.addEventListener("selectionchange", () => told.push("caret is read"));
  vi.stubGlobal("document", page);
  take("words of Bo");
  take("caret of Bo", false);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(["caret is read", "(", "words of Bo", ")", "caret of Bo"]);
});

test("a stream of messages is taken in 25 times a second at most, and its last one too", () => {
  for (let at = 0; at < 100; at++) {
    take(`${at}`);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(100);
  expect(told.filter((one) => one === "(").length).toBeLessThanOrEqual(26);
  expect(told.filter((one) => /\d/.test(one))).toEqual(Array.from({ length: 100 }, (_, at) => `${at}`));
});

test("nothing is let into a card that was left", () => {
  take("words of Bo");
  frames.destroy();
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([]);
});
