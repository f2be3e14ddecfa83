import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { comment, discussion } from "./support/discussion.ts";
import { expectNarrow } from "./support/layout.ts";
import { claimFromWords, expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

const directionOf = (words: Locator) => words.evaluate((element) => getComputedStyle(element).direction);

async function expectArabic(page: Page, screen: string): Promise<void> {
  await expect(page.locator("html[lang=ar][dir=rtl]")).toBeVisible();
  await expectAccessible(page, `${screen} in Arabic`);
  await expectNarrow(page, `${screen} in Arabic`);
}

test("history, record, numbers and discussion are read in Arabic, while English words in them stay English [WD20]", async ({
  ana,
  chen,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  await chen.goto(card);
  await chen.getByLabel("Statement", { exact: true }).fill("Up to 2,400 containers were left on the quay.");
  await comment(chen, "Who counted them?");
  await expectSaved(chen);
  await ana.context().addCookies([{ name: "assay-language", value: "ar", url: new URL(card).origin }]);

  await ana.goto(`${card}/history`);
  await expect(ana).toHaveTitle("السجل الزمني لـ C-1-1 · Assay");
  const versions = ana.getByRole("navigation", { name: "النسخ" });
  await expect(versions.getByRole("link", { name: /Chen Wei.*نص الادعاء/ })).toHaveAttribute("aria-current", "true");
  await expect(ana.getByText("جزء واحد مختلف.")).toBeVisible();
  const changed = ana.getByRole("region", { name: "نص الادعاء" }).getByRole("definition");
  await expect(changed).toContainText("containers were left on the quay.");
  expect(await directionOf(changed)).toBe("ltr");
  expect(await directionOf(ana.locator(".history-statement"))).toBe("ltr");
  await expectArabic(ana, "history");

  const inCase = card.replace(/\/claims.*/, "");
  await ana.goto(`${inCase}/record`);
  const record = ana.getByRole("region", { name: "السجل" });
  await expect(record.getByRole("listitem").first()).toContainText("أنشأ Ana Noori الادعاء");
  await expect(record.locator("bdi", { hasText: "Harbour strike: two sides" })).toBeVisible();
  await expectArabic(ana, "record");

  await ana.goto(`${inCase}/numbers`);
  const queue = ana.getByRole("figure", { name: "أعمار المنتظر" });
  await expect(queue).toContainText("لم يتوقف أي ادعاء أكثر من 3 أيام (في الانتظار ادعاء واحد)");
  await expect(queue.locator("desc")).toContainText("الوارد: 0–1 يوم: 1");
  await expectArabic(ana, "numbers");

  await ana.goto(card);
  const said = discussion(ana);
  await expect(said.getByText("على الادعاء", { exact: true })).toBeVisible();
  expect(await directionOf(said.getByText("Who counted them?"))).toBe("ltr");
  await said.getByRole("textbox", { name: "تعليق على الادعاء" }).fill("عدّها اتحاد العمال.");
  await said.getByRole("button", { name: "علّق", exact: true }).click();
  await expect(discussion(chen).getByText("عدّها اتحاد العمال.")).toBeVisible();
  expect(await directionOf(discussion(chen).getByText("عدّها اتحاد العمال."))).toBe("rtl");
});
