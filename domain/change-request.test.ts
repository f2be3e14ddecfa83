import { expect, test } from "vitest";
import { changeRequestText } from "#domain/change-request.ts";

test("[WO14] a request names the part of each sentence, in the order of the card, and leaves out parts without one", () => {
  const text = changeRequestText([
    { part: "sources", words: " Archive the letter. " },
    { part: "gaps", words: " " },
    { part: "figures", words: "300 is an estimate." },
  ]);
  expect(text).toBe("Figures: 300 is an estimate.\nSources: Archive the letter.");
  expect(changeRequestText([])).toBe("");
});
