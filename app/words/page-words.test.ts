import { expect, test } from "vitest";
import { noting, pageWords } from "#app/words/page-words.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import { say } from "#domain/words/say.ts";

const files = (language: string) => ({
  shell: `/assets/words-${language}-shell.js`,
  times: `/assets/words-${language}-shell.js`,
  board: `/assets/words-${language}-board.js`,
  reviews: `/assets/words-${language}-reviews.js`,
});
const split = {
  rooms: { entry: ["times"], root: ["shell"], board: ["board"] },
  files: { en: files("en"), ar: files("ar") },
};

test("[WD23] a page gets the sentences of its routes and of what was said on it, in its language, each file once", () => {
  const { importMap, firstWords } = pageWords(split, "ar", ["root", "board"], ["reviews", "shell"]);
  expect([...firstWords.matchAll(/import\("([^"]+)"\)/g)].map(([, file]) => file)).toEqual([
    "/assets/words-ar-shell.js",
    "/assets/words-ar-board.js",
    "/assets/words-ar-reviews.js",
  ]);
  expect(JSON.parse(importMap).imports).toMatchObject({
    "words/times": "/assets/words-ar-shell.js",
    "words/board": "/assets/words-ar-board.js",
  });
  expect(pageWords(split, "en", ["root"], []).firstWords).toBe(
    'assayWordsReady=Promise.all([import("/assets/words-en-shell.js")])',
  );
});

test("[WD23] where nothing is split no page asks for a file", () => {
  expect(pageWords(null, "en", ["root"], ["shell"])).toEqual({ importMap: "{}", firstWords: "" });
});

test("[WD23] the server notes which rooms are said while it writes a page, also in the gap of a sentence", () => {
  const said = new Set<string>();
  const speech = { language: "en", catalogue: noting(CATALOGUES.en, said) } as const;
  const values = { reference: "C-1-1", from: { room: "statuses", id: "inbox" }, to: "?" } as const;
  expect(say(speech, "board", "moved", values)).toBe("C-1-1 moved from Inbox to ?.");
  expect([...said].sort()).toEqual(["board", "statuses"]);
});
