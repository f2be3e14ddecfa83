import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { HalfFullNote } from "#app/card/half-full-note.tsx";

test("a card that is half full says what to do, and any other says nothing", () => {
  expect(renderToString(<HalfFullNote isHalfFull />)).toContain("Link to long texts instead of pasting them");
  expect(renderToString(<HalfFullNote isHalfFull={false} />)).toBe("");
});
