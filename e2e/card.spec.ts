import type { Page } from "@playwright/test";
import { claimFromWords, expectRationale, expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

test("undo takes only one's own words out of a paragraph in which a colleague went on [ED1]", async ({ ana, chen }) => {
  await openTogether(ana, chen);
  await writeRationale(ana, "Ana began. ");
  await expectRationale(chen, "Ana began. ");
  await writeRationale(chen, "Chen wrote that.");
  await expectRationale(ana, "Ana began. Chen wrote that.");
  await ana.keyboard.press("Control+z");
  for (const page of [ana, chen]) {
    await expectRationale(page, "Chen wrote that.");
    await expect(rationale(page)).not.toContainText("Ana began.");
  }
  await ana.keyboard.press("Control+Shift+z");
  await expectRationale(chen, "Ana began. Chen wrote that.");
});

test("undo leaves a source that a colleague has filled meanwhile, and says who did", async ({ ana, chen }) => {
  await openTogether(ana, chen);
  await ana.getByRole("button", { name: "Add a source" }).click();
  await chen.getByRole("button", { name: "Edit Untitled source" }).click();
  await chen.getByLabel("Quote, word for word").fill("Chen wrote that.");
  await expect(ana.getByLabel("Quote, word for word")).toHaveValue("Chen wrote that.");
  await ana.getByLabel("Stance").focus();
  await ana.keyboard.press("Control+z");
  const notices = ana.getByRole("region", { name: "Notices" });
  await expect(notices).toContainText("Chen Wei changed “Sources” after you; nothing undone.");
  for (const page of [ana, chen]) await expect(page.getByLabel("Quote, word for word")).toHaveValue("Chen wrote that.");
});

const rationale = (page: Page) => page.getByRole("textbox", { name: "Rationale" });

/** Opens the card of a new claim for both. */
async function openTogether(first: Page, second: Page): Promise<string> {
  const card = await claimFromWords(first, "up to 2,400");
  for (const page of [first, second]) {
    await page.goto(card);
    await expectSaved(page);
  }
  return card;
}

/** Puts words at the end of the rationale in one go. */
async function writeRationale(page: Page, words: string): Promise<void> {
  await rationale(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(words);
}
