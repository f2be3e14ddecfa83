import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { claimFromWords, expectSaved } from "./support/newsroom.ts";
import { expect, newPage, test } from "./support/people.ts";

test("a browser that asks for Arabic gets it at the door, and whoever chooses English there stays with it; both with the sentences of the door only [WD1] [WD23]", async ({
  browser,
  desk,
  everyError,
}) => {
  const context = await browser.newContext({ locale: "ar-EG" });
  const nobody = await newPage(context, "nobody", everyError);
  await nobody.goto(`${desk.url}/my-work`);
  await expect(nobody.getByRole("button", { name: "العربية" })).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(nobody, "signing in, in Arabic");
  await expectNarrow(nobody, "signing in, in Arabic");
  const late = Promise.withResolvers<void>();
  await nobody.route("**/words-en-doors-*.js", (file) => late.promise.then(() => file.continue()));
  await nobody.getByRole("button", { name: "English" }).click();
  await expect(nobody.locator("html[lang=en][dir=ltr]")).toBeVisible();
  await expect(nobody.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(nobody.locator("html[data-ready]")).toHaveCount(0);
  late.resolve();
  await expect(nobody.locator("html[data-ready]")).toBeVisible();
  const files = await nobody.evaluate(sentencesLoaded);
  expect(files, "what each page has, and what a door has").toHaveLength(2);
  expect(files).toContain("en-doors");
  await expect(nobody).toHaveURL(/\/sign-in\?to=%2Fmy-work$/);
  await nobody.reload();
  await expect(nobody.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await context.close();
});

/** Runs in the page. */
const sentencesLoaded = () =>
  performance.getEntriesByType("resource").flatMap(({ name }) => /\/words-(\w+-\w+)-/.exec(name)?.[1] ?? []);

const saved = (page: Page) => expect(page.getByTestId("saving")).toHaveText(/^حُفظ \d\d:\d\d$/);
const heard = (page: Page, words: string) => page.getByRole("log").getByText(words);

test("Ana works in English and Bo in Arabic on one claim, and each hears of the other in their own language [WD5] [WD20]", async ({
  ana,
  bo,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  await ana.goto(card);
  await bo.goto(new URL("/cases", card).href);
  await bo.locator(".member-summary").click();
  await bo.getByRole("button", { name: "العربية" }).click();
  await expect(bo.locator("html[lang=ar][dir=rtl]")).toBeVisible();
  await bo.goto(card);
  await saved(bo);
  await expectSaved(ana);

  await test.step("who is where, and what is written, is told in both languages", async () => {
    await ana.getByLabel("Verdict in a sentence").fill("Only the union says so.");
    await expect(bo.getByRole("list", { name: "على هذه البطاقة أيضًا" })).toHaveText("Ana Noori في جملة الحكم");
    await expectSaved(ana);
    await bo.getByLabel("صاحب الادعاء", { exact: true }).focus();
    await expect(ana.getByRole("list", { name: "Also on this card" })).toHaveText("Bo Lindqvist in Claimant");
    await expect(bo.getByText("حتى 2,400", { exact: true })).toBeVisible();
    await expectAccessible(bo, "card in Arabic");
    await expectNarrow(bo, "card in Arabic");
  });

  await test.step("Bo signs off, and Ana hears it in English", async () => {
    await bo.getByRole("button", { name: "اعتمد", exact: true }).click();
    await expect(heard(ana, "Bo Lindqvist signed off, which completes the claim")).toBeAttached();
    await expect(bo.locator(".card-head").getByText("معتمد")).toBeVisible();
  });

  await test.step("Ana changes the card, and Bo hears in Arabic that the sign-off is stale", async () => {
    await ana.getByLabel("Verdict in a sentence").fill("Only one side says so.");
    await expectSaved(ana);
    await expect(heard(bo, "غيّر Ana Noori البطاقة، فلم يعد اعتماد Bo Lindqvist ساريًا")).toBeAttached();
    await bo.getByRole("link", { name: "الإشعارات، 1 غير مقروء" }).click();
    await expect(bo.getByText("غيّر Ana Noori البطاقة، فلم يعد اعتمادك ساريًا.")).toBeVisible();
    await expectAccessible(bo, "inbox in Arabic");
    await expectNarrow(bo, "inbox in Arabic");
    await bo.keyboard.press("j");
    await bo.keyboard.press("Enter");
    await bo.getByRole("button", { name: "لا يزال صحيحًا: اعتمد" }).click();
    await expect(ana.locator(".card-head").getByText("Signed off")).toBeVisible();
  });

  await test.step("Bo releases it from an Arabic page", async () => {
    await bo.getByRole("link", { name: "الإصدار", exact: true }).click();
    await expect(bo.getByText("حتى 2,400")).toBeVisible();
    await expectAccessible(bo, "release in Arabic");
    await bo.getByRole("button", { name: "إصدار v1: ادعاء واحد" }).click();
    await bo.getByRole("alertdialog").getByRole("button", { name: "إصدار v1" }).click();
    await expect(ana.locator(".card-head").getByText("Released")).toBeVisible();
    await bo.getByRole("link", { name: "اقرأ v1" }).click();
    await expect(bo.getByText("حتى 2,400")).toBeVisible();
    await expectAccessible(bo, "released claims in Arabic");
    await expectNarrow(bo, "released claims in Arabic");
  });
});
