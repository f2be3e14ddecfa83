import { expect, test } from "vitest";
import { type CardPart, changeRequestText } from "#domain/change-request.ts";
import { english } from "#domain/words/english.ts";

const nameOf = (part: CardPart) => english("work")(`part_${part}`);

test("[WO14] a request names the part of each sentence, in the order of the card, and leaves out parts without one", () => {
  const text = changeRequestText(
    [
      { part: "sources", words: " Archive the letter. " },
      { part: "gaps", words: " " },
      { part: "figures", words: "300 is an estimate." },
    ],
    nameOf,
  );
  expect(text).toBe("Figures: 300 is an estimate.\nSources: Archive the letter.");
  expect(changeRequestText([], nameOf)).toBe("");
});
