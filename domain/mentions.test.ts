import fc from "fast-check";
import { expect, test } from "vitest";
import { mentionsIn } from "#domain/mentions.ts";

const people = [
  { id: "1", name: "Bo" },
  { id: "2", name: "Bo Lindqvist" },
  { id: "3", name: "دلال حداد" },
  { id: "4", name: "J. O'Neil (desk)" },
];
const named = (text: string) => mentionsIn(text, people).map(({ person }) => person.id);

test("[DI14] a mention is a whole name after @, the longest one, in any script, in capitals or not", () => {
  expect(named("@Bo, ask @bo lindqvist.")).toEqual(["1", "2"]);
  expect(named("(@دلال حداد)")).toEqual(["3"]);
  expect(named("@J. O'Neil (desk)?")).toEqual(["4"]);
  for (const text of ["Bo", "@Bob", "bo@bo.example", "@ Bo", "x@Bo", ""]) expect(named(text)).toEqual([]);
});

test("[DI14] a mention stands where it says, whatever a name holds", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "grapheme" }), fc.string({ unit: "grapheme" }), (name, before) => {
      const text = `${before} @${name}`;
      for (const { at, words } of mentionsIn(text, [{ id: "x", name }]))
        expect(text.slice(at, at + words.length)).toBe(words);
    }),
  );
});
