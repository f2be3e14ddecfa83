import { expect, test } from "vitest";
import { snoozeTimes } from "#app/notifications/snooze-times.ts";

const words = (now: Date) =>
  snoozeTimes(now).map(({ id, at }) => {
    const day = new Date(at);
    return `${id} ${day.getDate()} ${day.getHours()}:${day.getMinutes()}`;
  });

test("[NO11] later today is a full hour three hours on, tomorrow and Monday are nine in the morning of the reader", () => {
  expect(words(new Date(2026, 2, 11, 10, 20))).toEqual(["today 11 14:0", "tomorrow 12 9:0", "monday 16 9:0"]);
  expect(words(new Date(2026, 2, 9, 10, 0))).toEqual(["today 9 13:0", "tomorrow 10 9:0", "monday 16 9:0"]);
});

test("[NO11] late in the evening nothing is later today, and on Sunday tomorrow is Monday", () => {
  expect(words(new Date(2026, 2, 11, 21, 30))).toEqual(["tomorrow 12 9:0", "monday 16 9:0"]);
  expect(words(new Date(2026, 2, 15, 22, 0))).toEqual(["tomorrow 16 9:0"]);
});
