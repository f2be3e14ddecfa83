import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CATALOGUES } from "#domain/words/catalogues.ts";

const root = (language: string) => [{ id: "root", data: { language } }];

// All tests share the module that keeps the languages.
beforeEach(() => void vi.resetModules());
afterEach(() => void vi.resetModules());

test("[WD8] the title of a page is in the language that the server speaks, or in the only one that the browser has", async () => {
  const { keepSpeech, speechOf } = await import("#app/words/speeches.ts");
  const { pageTitle } = await import("#app/words/page-title.ts");
  expect(() => speechOf()).toThrow("No language is loaded.");
  keepSpeech({ language: "ar", catalogue: CATALOGUES.ar });
  expect(pageTitle(root("en"), "cases", "page")).toEqual([{ title: "الملفات · Assay" }]);
  keepSpeech({ language: "en", catalogue: CATALOGUES.en });
  expect(pageTitle(root("en"), "cases", "page")).toEqual([{ title: "Cases · Assay" }]);
  expect(pageTitle(root("ar"), "case", "settings_page", { number: 14 })).toEqual([
    { title: "إعدادات الملف 14 · Assay" },
  ]);
});
