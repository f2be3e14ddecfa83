import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { tabTo } from "./support/keys.ts";
import { expectNarrow } from "./support/layout.ts";
import { ARTICLE, claimInArticle, openArticle, selectWords } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";
import { send } from "./support/send.ts";

const QUAY = "around 300 containers were left on the quay on Monday";
const text = (page: Page) => page.locator(".article-text");
const number = (page: Page, reference: string) =>
  text(page).getByRole("button", { name: new RegExp(`^${reference}\\b`) });
const beside = (page: Page, reference: string) =>
  page.getByRole("complementary", { name: `${reference} beside the text` });
const tray = (page: Page) => page.getByRole("region", { name: /^Not marked in this version/ });
const live = (page: Page) => expect(page.getByRole("button", { name: /^On this case/ })).toBeVisible();

/** Makes further claims on the article that is open, and opens it again. */
async function claimMore(page: Page, ...passages: string[]): Promise<void> {
  for (const words of passages) {
    const start = [...ARTICLE.text.slice(0, ARTICLE.text.indexOf(words))].length;
    const end = start + [...words].length;
    await send(page, page.url(), { intent: "claim", start: String(start), end: String(end), versionNumber: "1" });
  }
  await page.reload();
  await live(page);
}

test("claims that overlap each have their number free, and the words say who stands on them, in both directions [AR1]", async ({
  ana,
}) => {
  await claimInArticle(ana, QUAY);
  await claimMore(ana, "300 containers were left", "left on the quay");
  await claimMore(ana, "متحدث باسم النقابة إن الإضراب", "النقابة إن الإضراب مستمر");
  await expect(text(ana).getByText("(C-1-1, C-1-2 and C-1-3 overlap here)")).toBeAttached();
  await expect(text(ana).getByText("(C-1-4 and C-1-5 overlap here)")).toBeAttached();
  const ends = text(ana).getByRole("group", { name: "Claims on these words" });
  await expect(ends).toHaveText(["⁠21…3…", "⁠31…", "⁠45…"]);
  await expect(ends.first().getByRole("button", { name: /^Goes on from here: C-1-3: left on the quay/ })).toBeVisible();
  for (const width of [1440, 320]) {
    await ana.setViewportSize({ width, height: 900 });
    expect(await text(ana).getByRole("button").evaluateAll(covered), `at ${width} px`).toEqual([]);
  }
  await tabTo(ana, "button", /^Goes on from here: C-1-5/);
  await expectNarrow(ana, "overlapping claims");
});

/** Numbers that are too small or lie under something else, by their words. Runs in the page. */
function covered(buttons: Element[]): string[] {
  return buttons.flatMap((button) => {
    button.scrollIntoView({ block: "center" });
    const { left, top, width, height } = button.getBoundingClientRect();
    const edges = [0.1, 0.5, 0.9].map((part) => document.elementFromPoint(left + width * part, top + height / 2));
    const isFree = width >= 24 && height >= 24 && edges.every((one) => one === button);
    return isFree ? [] : [button.textContent ?? ""];
  });
}

test("a claim opens beside the text, which stays; its address is shared, Esc gives the focus back, paper has notes [AR5]", async ({
  ana,
  bo,
}) => {
  await claimInArticle(ana, QUAY);
  await claimMore(ana, "At least 45 lorries turned back");
  const path = new URL(ana.url()).pathname;
  const one = number(ana, "C-1-1");
  await one.focus();
  const before = await one.boundingBox();
  await ana.keyboard.press("Enter");
  await expect(beside(ana, "C-1-1")).toBeFocused();
  await expect(beside(ana, "C-1-1").getByRole("heading", { name: QUAY })).toBeVisible();
  await expect(one).toHaveAttribute("aria-pressed", "true");
  expect(await one.boundingBox()).toEqual(before);
  await expectAccessible(ana, "a claim beside the text");
  await ana.keyboard.press("]");
  await expect(beside(ana, "C-1-2").getByRole("heading", { name: /^At least 45 lorries/ })).toBeVisible();
  await expect(number(ana, "C-1-2")).toBeFocused();
  await expect(ana).toHaveURL(new RegExp(`${path}/claims/2$`));

  await bo.goto(ana.url());
  await expect(beside(bo, "C-1-2").getByRole("heading", { name: /^At least 45 lorries/ })).toBeVisible();
  await ana.keyboard.press("Escape");
  await expect(beside(ana, "C-1-2")).toBeHidden();
  await expect(one).toBeFocused();
  await expect(ana).toHaveURL(new RegExp(`${path}$`));

  await bo.setViewportSize({ width: 390, height: 844 });
  await expect(beside(bo, "C-1-2")).toBeInViewport({ ratio: 0.9 });
  await expectAccessible(bo, "a claim as a sheet");
  await expectNarrow(bo, "a claim as a sheet");
  await bo.getByRole("button", { name: "Close C-1-2" }).click();
  await expect(number(bo, "C-1-2")).toBeFocused();
  await bo.goto(new URL(`${path}/claims/99`, bo.url()).href);
  await expect(bo.getByRole("alert")).toBeVisible();
  await expect(number(bo, "C-1-1")).toBeVisible();

  await ana.emulateMedia({ media: "print" });
  const notes = ana.getByRole("list").filter({ has: ana.locator(".claim-note") });
  await expect(notes.locator(".claim-note")).toHaveText(["1", "2"]);
  await expect(notes.getByText(QUAY)).toBeVisible();
  for (const hidden of ["Coverage", "Screens of this case"]) await expect(ana.getByLabel(hidden)).toBeHidden();
  await expect(ana.getByRole("link", { name: "Open card C-1-1" })).toBeHidden();
});

test("the map of the text leads to any place of it, by key and by click, and says what is there [AR2]", async ({
  ana,
}) => {
  const sentences = Array.from({ length: 60 }, (_, at) => `Crane number ${at + 1} moved ${at + 2} boxes before noon.`);
  await openArticle(ana, {
    title: "A long day in the harbour",
    text: sentences.join("\n\n"),
  });
  await live(ana);
  const map = ana.getByRole("slider", { name: "Map of the text" });
  const current = ana.locator(".sentence[data-current]");
  await map.focus();
  await ana.keyboard.press("End");
  await expect(map).toHaveAttribute("aria-valuetext", "Sentence 60 of 60, open");
  await expect(text(ana).getByText(/^Crane number 60 /)).toBeInViewport();
  await ana.keyboard.press("PageUp");
  await expect(map).toHaveAttribute("aria-valuetext", "Sentence 54 of 60, open");
  await ana.keyboard.press("Enter");
  await expect(current).toHaveText(/^Crane number 54 /);
  await ana.keyboard.press("c");
  await expect(number(ana, "C-1-1")).toBeVisible();
  await map.click({ position: { x: 8, y: 3 } });
  await expect(current).toHaveText(/^Crane number 1 /);
  await expect(current).toBeInViewport();
  const { height = 0 } = (await map.boundingBox()) ?? {};
  await map.click({ position: { x: 8, y: (height * 53.5) / 60 } });
  await expect(number(ana, "C-1-1")).toBeFocused();
  await expect(number(ana, "C-1-1")).toBeInViewport();
  await ana.setViewportSize({ width: 390, height: 844 });
  await expect(map).toBeHidden();
});

test("claims of the tray are put onto words or kept on purpose, and words are added to a claim found by words, by keyboard alone [AR3] [AR4]", async ({
  ana,
  vera,
}) => {
  await claimInArticle(ana, QUAY);
  await claimMore(ana, "At least 45 lorries turned back");
  const changed = ARTICLE.text.replace("around 300", "around 340").replace("At least 45", "Some 50");
  const facts = { title: ARTICLE.title, originUrl: "", outlet: "", publishedOn: "", language: "" };
  await send(ana, `${ana.url()}/new-version`, { ...facts, text: changed });
  await ana.reload();
  await live(ana);
  await expectAccessible(ana, "the tray");

  await (await tabTo(ana, "button", "Choose its new words: C-1-1")).press("Enter");
  await expect(ana.getByRole("region", { name: "New words for C-1-1" })).toBeVisible();
  await expect(ana.locator(".sentence[data-current]")).toContainText("around 340 containers");
  await expectNarrow(ana, "choosing words for a claim of the tray");
  await ana.keyboard.press("p");
  const dialog = ana.getByRole("dialog", { name: "Add these words to a claim" });
  await expect(dialog.locator("ins").first()).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Attach the new words" })).toBeFocused();
  await ana.keyboard.press("Enter");
  await expect(number(ana, "C-1-1")).toBeVisible();

  await vera.goto(ana.url());
  await expect(tray(vera).getByText("At least 45 lorries turned back")).toBeVisible();
  await expect(tray(vera).getByRole("button")).toHaveCount(0);
  await (await tabTo(ana, "button", "Keep the words of version 1 of C-1-2")).press("Enter");
  await expect(ana.getByRole("region", { name: "Notices" })).toContainText(
    "C-1-2 keeps the words of version 1, on purpose.",
  );
  for (const page of [ana, vera]) await expect(tray(page)).toBeHidden();

  await selectWords(ana, "Some 50 lorries turned back");
  await ana.keyboard.press("a");
  const box = dialog.getByRole("combobox", { name: "Claim" });
  await expect(box).toBeFocused();
  await ana.keyboard.type("ships of nobody");
  await expect(dialog.getByText(/^No claim of this case has all of these words/)).toBeVisible();
  await box.fill("lorr");
  await expect(dialog.getByRole("option")).toHaveCount(1);
  await ana.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Add to C-1-2" })).toBeFocused();
  await ana.keyboard.press("Enter");
  await expect(number(ana, "C-1-2")).toBeVisible();
});
