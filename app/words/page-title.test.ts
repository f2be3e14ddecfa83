import { expect, test } from "vitest";
import { pageTitle } from "#app/words/page-title.ts";
import { keepSpeech, speechOf } from "#app/words/speeches.ts";
import { ar } from "#domain/words/ar.ts";
import { en } from "#domain/words/en.ts";

const root = (language: string) => [{ id: "root", data: { language } }];

test("[WD8] the title of a page is in the language that the server speaks, or in the only one that the browser has", () => {
  expect(() => speechOf()).toThrow("No language is loaded.");
  keepSpeech({ language: "ar", catalogue: ar });
  expect(pageTitle(root("en"), "cases", "page")).toEqual([{ title: "الملفات · Assay" }]);
  keepSpeech({ language: "en", catalogue: en });
  expect(pageTitle(root("en"), "cases", "page")).toEqual([{ title: "Cases · Assay" }]);
  expect(pageTitle(root("ar"), "case", "settings_page", { number: 14 })).toEqual([
    { title: "إعدادات الملف 14 · Assay" },
  ]);
});
