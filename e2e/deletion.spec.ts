import type { Page } from "@playwright/test";
import { openTogether, rationale, writeRationale } from "./support/card.ts";
import { expectRationale, expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

const WORDS = "The harbour bulletin lists three hundred containers, and the union counted each of them. ".repeat(12);

const GAPS = "Nobody has seen the list that the union speaks of, nor says who wrote it. ".repeat(8).trim();

const notice = (page: Page) => page.getByRole("region", { name: "Much of this card was taken out" });

test("much of a card that a colleague deletes is announced, shown, and put back as it was [RT131]", async ({
  ana,
  bo,
  chen,
}) => {
  const card = await openTogether(chen, ana, bo);
  await writeRationale(chen, WORDS);
  await expectRationale(ana, WORDS.trim());
  await chen.getByLabel("What is not known").fill(GAPS);
  await expectSaved(chen);
  await chen.close();
  const deleteAll = async () => {
    await rationale(ana).press("Control+a");
    await rationale(ana).press("Delete");
    await expectSaved(ana);
  };

  await deleteAll();
  await expect(notice(bo)).toContainText("Ana Noori took out much of this card today");
  await expect(notice(bo)).toContainText(/[\d,]+ of [\d,]+ characters/);
  await rationale(ana).press("Control+z");
  await expectRationale(bo, WORDS.trim());
  for (const page of [ana, bo]) await expect(notice(page)).toBeHidden();

  await deleteAll();
  await notice(bo).getByRole("button", { name: "See what was taken out" }).click();
  await expect(notice(bo).locator("del")).toContainText("The harbour bulletin lists");
  await bo.getByLabel("What is not known").fill("");
  await expect(notice(bo)).toContainText("You took out much of this card");
  await expect(notice(bo).locator("del")).toHaveText([GAPS]);
  await notice(bo).getByRole("button", { name: "Leave it out" }).click();
  await ana.goto(card);
  await expect(notice(ana)).toContainText("You took out much of this card");
  await notice(bo).getByRole("button", { name: "Put it back" }).click();
  await expectRationale(ana, WORDS.trim());
  for (const page of [ana, bo]) await expect(notice(page)).toBeHidden();
  await bo.getByText("History").click();
  await expect(bo.getByText("put back what Ana Noori had taken out")).toBeVisible();
  await expect(bo.getByText("Ana Noori took out much of the card, and it was put back")).toBeVisible();
});
