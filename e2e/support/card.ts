import type { Page } from "@playwright/test";
import { claimFromWords, expectSaved } from "./newsroom.ts";

export const rationale = (page: Page) => page.getByRole("textbox", { name: "Rationale" });

/** Opens the card of a new claim for everybody. Returns its address. */
export async function openTogether(...pages: [Page, ...Page[]]): Promise<string> {
  const card = await claimFromWords(pages[0], "up to 2,400");
  for (const page of pages) {
    await page.goto(card);
    await expectSaved(page);
  }
  return card;
}

/** Puts words at the end of the rationale in one go. */
export async function writeRationale(page: Page, words: string): Promise<void> {
  await rationale(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(words);
}
