import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { claimFromWords, expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";
import { send } from "./support/send.ts";

const row = (page: Page, words: string) => page.getByRole("row").filter({ hasText: words });
const labelsOf = (page: Page, words: string) => row(page, words).getByRole("list", { name: "Labels" });

test("claims are labelled together and on the card, found by label, claimant and due time, and a view keeps that [BV23] [CL30] [CL31]", async ({
  ana,
  chen,
  vera,
  desk,
}) => {
  const card = await claimFromWords(ana, "around 300 containers");
  const list = `${desk.url}/cases/1/table`;
  for (const statement of ["The crane fell.", "The ship left."])
    await send(ana, `${list}.data`, { intent: "create", statement });
  for (const page of [ana, chen]) await page.goto(list);
  await expect(ana.getByRole("combobox", { name: "Label" })).toHaveCount(0);
  await labelFully(ana, list, "The ship left.");
  await expect(ana.getByRole("combobox", { name: "Label" })).toBeVisible();

  await test.step("a label is added to what was chosen; what cannot have it is named with the reason", async () => {
    for (const words of ["around 300", "The crane fell.", "The ship left."])
      await row(chen, words).getByRole("checkbox").click();
    await chen.getByRole("button", { name: "Label…" }).click();
    const dialog = chen.getByRole("dialog", { name: "Label 3 claims" });
    await expectAccessible(chen, "labelling many claims");
    await dialog.getByLabel("Label").fill("  Prison ");
    await chen.keyboard.press("Enter");
    const left = chen.getByRole("dialog", { name: "1 claim was left as it is" });
    await expect(left).toContainText("This claim has 20 labels, which is as many as it can have.");
    await left.getByRole("button", { name: "Close the list" }).click();
    await expect(chen.getByText("2 claims have the label “Prison” now.").first()).toBeVisible();
    await expect(labelsOf(ana, "around 300")).toHaveText("Prison");
    await expect(labelsOf(ana, "The ship left.")).toHaveText("Topic 1Topic 2Topic 3and 17 more");
  });

  await test.step("on the card it is a word among others, and can be taken away", async () => {
    await ana.goto(card);
    await expectSaved(ana);
    await ana.getByLabel("Add a label").fill("PRISON");
    await ana.keyboard.press("Enter");
    await expect(ana.getByRole("alert")).toHaveText("The label “PRISON” is there already.");
    await expectAccessible(ana, "a card with labels");
    await expectNarrow(ana, "a card with labels");
    await ana.getByLabel("Add a label").fill("figures");
    await ana.keyboard.press("Enter");
    await ana.getByRole("button", { name: "Take away the label “Prison”" }).click();
    await expectSaved(ana);
    await expect(labelsOf(chen, "around 300")).toHaveText("figures");
    await vera.goto(card);
    await expect(vera.getByRole("list", { name: "Labels" })).toHaveText("figures");
    await expect(vera.getByLabel("Add a label")).toHaveCount(0);
  });

  await test.step("filters narrow the list, stand in the address, and a view keeps them", async () => {
    await chen.getByRole("combobox", { name: "Label" }).selectOption("figures");
    await expect(row(chen, "The crane fell.")).toHaveCount(0);
    await chen.getByRole("combobox", { name: "Due" }).selectOption({ label: "No due time" });
    await expect(chen).toHaveURL(/due=none&label=figures|label=figures&due=none/);
    await chen.getByRole("button", { name: "Views" }).click();
    await chen.getByRole("menuitem", { name: /Save as a view/ }).click();
    await chen.getByLabel("Name", { exact: true }).fill("Figures to date");
    await chen.getByRole("button", { name: "Save the view" }).click();
    await expect(chen.getByRole("button", { name: "Views: “Figures to date”" })).toBeVisible();
    await chen.getByRole("link", { name: "Remove the filter Label: figures" }).click();
    await chen.getByRole("combobox", { name: "Due" }).selectOption({ label: "Overdue" });
    await expect(chen.getByText("Nothing matches")).toBeVisible();
    await chen.getByRole("button", { name: /^Views/ }).click();
    await chen.getByRole("menuitem", { name: /^Figures to date/ }).click();
    await expect(row(chen, "around 300")).toBeVisible();
    await expect(chen.getByRole("link", { name: "Remove the filter Due: no time" })).toBeVisible();
    await expectNarrow(chen, "a list with filters");
  });
});

/** Gives a claim as many labels as it can have, without the screens. */
async function labelFully(page: Page, list: string, words: string): Promise<void> {
  const claimId = await row(page, words).getAttribute("data-claim");
  for (let number = 1; number <= 20; number++) {
    const act = JSON.stringify({ act: "label", label: `Topic ${number}`, on: true });
    await send(page, `${list}.data`, { intent: "bulk", act, claims: `${claimId}:1` });
  }
}
