import { expect, test } from "vitest";
import { ROOM, whyTooLong } from "#app/card/room.ts";
import { LIMITS } from "#domain/limits.ts";
import { english } from "#domain/words/english.ts";

const say = english("card");

test("what fits is taken to the last character", () => {
  expect(whyTooLong(say, 0, ROOM.text, ROOM.text)).toBeNull();
  expect(whyTooLong(say, 0, ROOM.text + 1, ROOM.text)).not.toBeNull();
});

test("[ED3] says how many characters are too many and how many fit", () => {
  expect(whyTooLong(say, 50, 300_050, 20_000)).toBe(
    "Nothing was added: that is 280,050 characters too many. This field holds 20,000, and 19,950 more fit.",
  );
});

test("a text that is too long already can be made shorter", () => {
  expect(whyTooLong(say, 30_000, 29_999, 20_000)).toBeNull();
  expect(whyTooLong(say, 30_000, 30_001, 20_000)).toContain("and 0 more fit");
});

test("the fullest field fits into one message in every script", () => {
  expect(Math.max(...Object.values(ROOM)) * 3).toBeLessThan(LIMITS.message);
});
