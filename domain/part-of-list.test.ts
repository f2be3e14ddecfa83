import { expect, test } from "vitest";
import { entriesIn, partOfList } from "#domain/part-of-list.ts";

const list = Array.from({ length: 23 }, (_, at) => at + 1);
const part = (page: number, found = 23) => partOfList({ page, words: "" }, { found, size: 10 });

test("a long list is shown page by page, the last one with what is left", () => {
  expect(part(1)).toMatchObject({ page: 1, pages: 3, from: 1, to: 10 });
  expect(entriesIn(list, part(3))).toEqual([21, 22, 23]);
  expect([1, 2, 3].flatMap((page) => entriesIn(list, part(page)))).toEqual(list);
});

test("a page that is not there is the nearest that is", () => {
  expect(part(9)).toEqual(part(3));
  expect(part(-1)).toEqual(part(1));
});

test("an empty list has one page with nothing on it", () => {
  expect(part(2, 0)).toMatchObject({ page: 1, pages: 1, from: 0, to: 0 });
  expect(entriesIn(list, part(1, 0))).toEqual([]);
});
