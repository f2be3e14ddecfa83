import type { Page } from "@playwright/test";
import { heap } from "./heap.ts";
import { isLive, percentile, type Stage, timed, watch } from "./stage.ts";
import { MY_KEY_EVERY_MS } from "./typing.ts";

export const BOARD = "/cases/1/board";

/** From the list of cases to the board, and what it weighs there. */
export async function openBoard(stage: Stage) {
  const page = await stage.page();
  await page.goto(stage.url("/cases"));
  await page.waitForLoadState("networkidle");
  const link = page.getByRole("link", { name: "Harbour strike", exact: true });
  const { took, at } = await timed(page, () => link.click(), { event: "click", selector: ".claim-card" });
  const answered = await page.evaluate(() => {
    const answers = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return answers.find((one) => one.name.endsWith("/cases/1/rows"))?.responseEnd ?? Number.NaN;
  });
  await isLive(page);
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  return { "board.open": took, "board.render": at - answered, "board.nodes": nodes, "board.heap": await heap(page) };
}

/** Scrolling, filtering, moving and opening, on a board that is open. */
export async function useBoard(stage: Stage) {
  const page = await stage.page();
  await page.goto(stage.url(BOARD));
  await isLive(page);
  const scroll = await longestFrame(page);
  const filter = await filterKeys(page);
  const move = await moveClaim(page);
  return { "board.scroll": scroll, "board.filter": filter, "board.move": move };
}

async function longestFrame(page: Page): Promise<number> {
  await page.locator(".card-list").first().hover();
  const frames = await page.evaluateHandle(() => window.stopwatch.frames());
  for (let step = 0; step < 60; step++) await page.mouse.wheel(0, 300);
  return frames.evaluate((lengths) => Math.max(...lengths));
}

/** Each key narrows the list further, so that the count below the box tells when its list is there. */
async function filterKeys(page: Page): Promise<number> {
  const times: number[] = [];
  const box = page.getByLabel("Words in the claim");
  await box.focus();
  for (const [typed, key] of ["7", "4", "1"].entries()) {
    const address = new RegExp(`q=${"741".slice(0, typed + 1)}$`);
    const told = await watch(page, { how: "changed", event: "keydown", selector: ".filter-count" });
    await page.keyboard.press(key);
    times.push((await told()).took);
    await page.waitForURL(address);
  }
  await box.fill("");
  await page.waitForURL((url) => url.search === "");
  return Math.max(...times);
}

async function moveClaim(page: Page): Promise<number> {
  const inbox = page.getByRole("region", { name: /^Inbox/ });
  await inbox
    .getByRole("button", { name: /^More actions/ })
    .first()
    .click();
  const choice = page.getByRole("menuitemradio", { name: "Researching" });
  await choice.waitFor();
  const { took } = await timed(page, () => choice.click(), { event: "pointerup" });
  return took;
}

/** A key in the dialog that finds: when it shows, and when the first answer to it does. */
export async function findKeys(stage: Stage) {
  const page = await stage.page();
  await page.goto(stage.url(BOARD));
  await isLive(page);
  await page.keyboard.press("Control+K");
  await page.getByRole("combobox", { name: "Find, go or do" }).waitFor();
  // One letter alone is not looked for, and the next one comes as somebody types.
  await page.keyboard.press("q", { delay: MY_KEY_EVERY_MS });
  const answered = await timed(page, () => page.keyboard.press("u"), {
    ...{ event: "keydown", selector: ".find-group", words: "Found" },
  });
  const times = await page.evaluateHandle(() => window.stopwatch.keys("a"));
  // Keys that are sent without a pause share a frame and wait for each other, which nobody's do.
  await page.keyboard.type("a".repeat(12), { delay: MY_KEY_EVERY_MS });
  await page.evaluate(() => window.stopwatch.painted());
  return { "find.key": percentile(await times.jsonValue(), 50), "find.answer": answered.took };
}
