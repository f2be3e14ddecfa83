import type { Locator, Page } from "@playwright/test";
import { expect } from "./people.ts";

export const discussion = (page: Page): Locator => page.locator("#discussion");

/** The thread in which these words stand. */
export const threadWith = (page: Page, words: string): Locator =>
  discussion(page).locator(".thread").filter({ hasText: words });

/** Selects these words in a box of the card, with the keyboard's means. */
export async function selectIn(page: Page, label: string, words: string): Promise<void> {
  const box = page.getByLabel(label, { exact: true });
  await box.focus();
  await box.evaluate((element: HTMLTextAreaElement, wanted) => {
    const from = element.value.indexOf(wanted);
    element.setSelectionRange(from, from + wanted.length);
  }, words);
}

/** Says something about the whole claim. */
export async function comment(page: Page, words: string): Promise<void> {
  await discussion(page).getByLabel("Comment on the claim").fill(words);
  await discussion(page).getByRole("button", { name: "Comment", exact: true }).click();
  await expect(threadWith(page, words)).toBeVisible();
}

/** Answers in the thread in which these words stand. */
export async function replyTo(page: Page, thread: string, words: string): Promise<void> {
  await threadWith(page, thread).getByRole("button", { name: "Reply" }).click();
  await page.getByLabel("Your reply").fill(words);
  await threadWith(page, thread).getByRole("button", { name: "Reply" }).click();
  await expect(threadWith(page, thread).getByText(words)).toBeVisible();
}
