import { expect, test } from "vitest";
import { pageTitle } from "#app/words/page-title.ts";
import { keepSpeech, speechOf } from "#app/words/speeches.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";

const root = (language: string) => [{ id: "root", data: { language } }];

test("[WD8] the title of a page is in the language that the server speaks, or in the only one that the browser has", () => {
  expect(() => speechOf()).toThrow("No language is loaded.");
  keepSpeech({ language: "ar", catalogue: CATALOGUES.ar });
  expect(pageTitle(root("en"), "cases", "page")).toEqual([{ title: "الملفات · Assay" }]);
  keepSpeech({ language: "en", catalogue: CATALOGUES.en });
  expect(pageTitle(root("en"), "cases", "page")).toEqual([{ title: "Cases · Assay" }]);
  expect(pageTitle(root("ar"), "case", "settings_page", { number: 14 })).toEqual([
    { title: "إعدادات الملف 14 · Assay" },
  ]);
});
