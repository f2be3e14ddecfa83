import { describe, expect, test } from "vitest";
import { caseChoices } from "#app/cases/case-choices.ts";
import { parseForm } from "#app/http/form.ts";

function form(fields: Record<string, string | string[]>): FormData {
  const made = new FormData();
  const all = { once: "seed-0001:r1", title: "Ferry timetable", scaleId: "", quorum: "1", ...fields };
  for (const [name, value] of Object.entries(all)) for (const one of [value].flat()) made.append(name, one);
  return made;
}

describe("the form of a case", () => {
  test("an empty scale means verdicts in words only", () => {
    expect(parseForm(form({}), caseChoices)).toMatchObject({ scaleId: null, restricted: false, memberIds: [] });
  });

  test("a ticked box restricts it to the people who are ticked", () => {
    const parsed = parseForm(form({ restricted: "on", "memberIds[]": ["a", "b"] }), caseChoices);
    expect(parsed).toMatchObject({ restricted: true, memberIds: ["a", "b"] });
  });

  test("a title of spaces and a quorum of nobody are refused with a sentence", () => {
    expect(() => parseForm(form({ title: "   " }), caseChoices)).toThrow("Give the case a title.");
    for (const quorum of ["0", "10", "1.5", "two", ""]) {
      expect(() => parseForm(form({ quorum }), caseChoices)).toThrow("from 1 to 9");
    }
  });
});
