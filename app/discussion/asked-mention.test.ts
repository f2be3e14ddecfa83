import { expect, test } from "vitest";
import { askedMention, namedLike } from "#app/discussion/asked-mention.ts";

test("[DI20] @ opens the list of people until the name is written or left", () => {
  expect(askedMention("Ask @bo", 7)).toEqual({ from: 4, words: "bo" });
  expect(askedMention("@", 1)).toEqual({ from: 0, words: "" });
  expect(askedMention("Ask @bo li about it", 10)).toEqual({ from: 4, words: "bo li" });
  for (const text of ["bo", "bo@desk", "@bo\n"]) expect(askedMention(text, text.length)).toBeNull();
});

test("[DI20] any part of a name finds its person", () => {
  const people = [{ name: "Ana Noori" }, { name: "Bo Lindqvist" }, { name: "Nora Bell" }];
  const found = (words: string) => namedLike(people, words).map((one) => one.name);
  expect(found("")).toHaveLength(3);
  expect(found("no")).toEqual(["Ana Noori", "Nora Bell"]);
  expect(found("BO LI")).toEqual(["Bo Lindqvist"]);
  expect(found("bo lindqvist and")).toEqual([]);
});
