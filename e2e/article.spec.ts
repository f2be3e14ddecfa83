import type { Page } from "@playwright/test";
import { expectNarrow } from "./support/layout.ts";
import { makeCase, openArticle, selectWords } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";
import { send } from "./support/send.ts";

const coverage = (page: Page) => page.getByRole("region", { name: "Coverage" });
const toolbar = (page: Page) => page.getByRole("toolbar", { name: "This sentence" });
const currentSentence = (page: Page) => page.locator(".sentence[data-current]");
const numberInText = (page: Page, reference: string) =>
  page.locator(".article-text").getByRole("button", { name: new RegExp(`^${reference}\\b`) });
const listed = (page: Page, reference: string) =>
  page
    .getByRole("region", { name: /^Claims/ })
    .getByRole("listitem")
    .filter({ hasText: reference });

/** Many paragraphs of one sentence each, so that the next open one is out of sight. */
const LONG = {
  title: "A long day in the harbour",
  text: Array.from({ length: 40 }, (_, at) => `Crane number ${at + 1} moved ${at + 2} boxes before noon.`).join("\n\n"),
};

test("the sentence that the toolbar is about is marked and in sight, also with the mouse", async ({ ana }) => {
  await openArticle(ana, LONG);
  for (const scheme of ["light", "dark"] as const) {
    await ana.emulateMedia({ colorScheme: scheme });
    await ana.getByRole("button", { name: "Next open sentence" }).click();
    await expect(toolbar(ana)).toBeVisible();
    await expect(currentSentence(ana)).toHaveCSS("outline-style", "solid");
    await expect(currentSentence(ana)).toBeInViewport({ ratio: 1 });
  }
  await expect(currentSentence(ana)).toHaveText("Crane number 2 moved 3 boxes before noon.");
  for (let sentence = 3; sentence <= 30; sentence++)
    await ana.getByRole("button", { name: "Next open sentence" }).click();
  await expect(currentSentence(ana)).toHaveText("Crane number 30 moved 31 boxes before noon.");
  await expect(currentSentence(ana)).toBeInViewport({ ratio: 1 });
  await expect(toolbar(ana)).toBeInViewport({ ratio: 1 });
});

test("no key decides on a sentence that nobody sees marked", async ({ ana }) => {
  await openArticle(ana, LONG);
  await ana.getByRole("button", { name: "Next open sentence" }).click();
  await expect(currentSentence(ana)).toHaveCount(1);
  await ana.getByRole("heading", { name: LONG.title }).click();
  await expect(toolbar(ana)).toBeHidden();
  await expect(currentSentence(ana)).toHaveCount(0);
  await ana.keyboard.press("n");
  await expect(ana.getByRole("region", { name: "Notices" })).toContainText("Select words in the article first");
  await expect(coverage(ana)).toContainText("0 of 40");
});

test("whoever scrolls while a colleague's claim comes in stays where they went", async ({ ana, bo }) => {
  const path = await openArticle(ana, LONG);
  await expect(ana.getByRole("button", { name: /^On this case/ })).toBeVisible();
  const { promise: anaHasGone, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: isUnderWay, resolve: started } = Promise.withResolvers<void>();
  await ana.route(/\/documents\/.*\.data/, async (route) => {
    started();
    await anaHasGone;
    await route.continue();
  });
  await send(bo, new URL(path, bo.url()).href, { intent: "claim", start: "0", end: "14", versionNumber: "1" });
  await isUnderWay;
  await ana.mouse.wheel(0, 900);
  await expect.poll(() => ana.evaluate(() => scrollY)).toBeGreaterThan(800);
  letGo();
  await expect(numberInText(ana, "C-1-1")).toBeAttached();
  expect(await ana.evaluate(() => scrollY)).toBeGreaterThan(800);
});

test("a claim that was just made is shown as new in the list, and can be taken back [CL12]", async ({ ana }) => {
  await openArticle(ana, LONG);
  await expect(ana.getByText(/^No claims yet\. Select words in the article and press/)).toBeVisible();
  await selectWords(ana, "Crane number 1 moved 2 boxes");
  await ana.keyboard.press("c");
  await expect(listed(ana, "C-1-1").getByText("New", { exact: true })).toBeInViewport();
  await expect(numberInText(ana, "C-1-1")).toBeVisible();
  await expect(coverage(ana)).toContainText("1 claimed");

  const notice = ana.getByRole("region", { name: "Notices" }).getByText("C-1-1 made.");
  await expect(notice).toBeVisible();
  await ana.getByRole("button", { name: "Undo" }).click();
  await expect(numberInText(ana, "C-1-1")).toBeHidden();
  await expect(coverage(ana)).toContainText("0 claimed");

  await ana.getByRole("link", { name: "Board" }).click();
  await ana
    .getByRole("group")
    .getByText(/^Dropped/)
    .click();
  await expect(ana.getByText("Made by mistake")).toBeVisible();
});

test("whoever marks the same words in the same second is led to the claim that is there [CL3]", async ({
  ana,
  chen,
}) => {
  const path = await openArticle(ana);
  await chen.goto(new URL(path, chen.url()).href);
  for (const person of [ana, chen]) await selectWords(person, "around 300 containers");
  const { promise: chenIsDone, resolve: letGo } = Promise.withResolvers<void>();
  await ana.route(/\/documents\//, async (route) => {
    if (route.request().method() === "POST") await chenIsDone;
    await route.continue();
  });
  await ana.keyboard.press("c");
  await expect(ana.getByText("Making…")).toBeVisible();
  await chen.keyboard.press("c");
  await expect(numberInText(chen, "C-1-1")).toBeVisible();
  letGo();

  await expect(ana.getByRole("region", { name: "Notices" })).toContainText(
    "Chen Wei has just made C-1-1 from these words.",
  );
  await expect(numberInText(ana, "C-1-1")).toHaveCount(1);
  await ana.getByRole("link", { name: "Open C-1-1" }).click();
  await expect(ana).toHaveURL(/\/claims\/1$/);
});

test("a headline that the text begins with stands on the page once, and the day as everywhere else", async ({
  ana,
}) => {
  const headline = "A long night in the harbour";
  const casePath = await makeCase(ana, "Harbour strike");
  await ana.goto(new URL(`${casePath}/documents/new`, ana.url()).href);
  await ana.getByLabel("Title").fill(headline);
  await ana.getByLabel("Published on").fill("2026-03-09");
  await ana.getByLabel("Text", { exact: true }).fill(`${headline}\n\nThe crane moved 12 boxes.`);
  await ana.getByRole("button", { name: "Lock the text and open it" }).click();
  await expect(ana.locator(".article-text").getByText(headline)).toBeVisible();
  await expect(ana.getByRole("heading", { name: headline })).toHaveCSS("width", "1px");
  await expect(ana.getByText("9 Mar 2026", { exact: true })).toBeVisible();
});

test("on a phone the tabs of the case, the table and its filters fit, and each claim is a card", async ({ ana }) => {
  const path = await openArticle(ana);
  await selectWords(ana, "around 300 containers");
  await ana.keyboard.press("c");
  await expect(numberInText(ana, "C-1-1")).toBeVisible();
  await ana.setViewportSize({ width: 390, height: 844 });
  await ana.goto(new URL(path.replace(/documents.*/, "settings"), ana.url()).href);
  const tabs = ana.getByRole("navigation", { name: "Screens of this case" });
  await expect(tabs.getByRole("link", { name: "Settings" })).toBeInViewport({ ratio: 0.99 });
  await tabs.getByRole("link", { name: "Table" }).click();
  await expect(ana.getByRole("cell", { name: "around 300 containers" }).first()).toBeInViewport({ ratio: 1 });
  await expect(ana.getByRole("cell", { name: /^Changed/ })).toBeInViewport({ ratio: 1 });
  await expectNarrow(ana, "the table");
  await ana.setViewportSize({ width: 320, height: 640 });
  await tabs.getByRole("link", { name: "Settings" }).click();
  await expect(tabs.getByRole("link", { name: "Settings" })).toBeInViewport({ ratio: 0.99 });
});
