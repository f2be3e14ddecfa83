import { expect, test } from "vitest";
import { HalfFullNote } from "#app/card/half-full-note.tsx";
import { spoken } from "#app/words/spoken.fixture.tsx";

test("a card that is half full says what to do, and any other says nothing", () => {
  expect(spoken(<HalfFullNote isHalfFull />)).toContain("Link to long texts instead of pasting them");
  expect(spoken(<HalfFullNote isHalfFull={false} />)).toBe("");
});
