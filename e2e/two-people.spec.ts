import type { Page } from "@playwright/test";
import { claimFromWords, expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

test("an assignment that somebody made meanwhile is not undone without a word [CL7]", async ({ ana, bo }) => {
  const card = await claimFromWords(ana, "up to 2,400");
  for (const page of [ana, bo]) {
    await page.goto(card);
    await expectSaved(page);
    await page.getByRole("button", { name: "Assign…" }).click();
    await expect(assigning(page)).toBeVisible();
  }
  await assigning(bo).getByLabel("Assignee").selectOption({ label: "Dalia Haddad" });
  await assigning(bo).getByRole("button", { name: "Assign", exact: true }).click();
  await expect(assigning(bo)).toBeHidden();
  await expect(ana.locator(".claim-facts").getByText("Dalia Haddad")).toBeVisible();

  await assigning(ana).getByLabel("Chen Wei").check();
  await assigning(ana).getByRole("button", { name: "Assign", exact: true }).click();
  await expect(assigning(ana).getByRole("alert")).toContainText("Somebody else decided something on this claim");
  await expect(assigning(ana).getByText("Now Dalia Haddad works on it, nobody is asked to review it.")).toBeVisible();
  await expect(bo.locator(".claim-facts").getByText("Dalia Haddad")).toBeVisible();

  await assigning(ana).getByRole("button", { name: "Start from there" }).click();
  await expect(assigning(ana).getByLabel("Assignee").locator("option:checked")).toHaveText("Dalia Haddad");
  await assigning(ana).getByLabel("Chen Wei").check();
  await assigning(ana).getByRole("button", { name: "Assign", exact: true }).click();
  await expect(assigning(ana)).toBeHidden();
  for (const name of ["Dalia Haddad", "Chen Wei"])
    await expect(bo.locator(".claim-facts").getByText(name)).toBeVisible();
});

const assigning = (page: Page) => page.getByRole("dialog", { name: "Assign C-1-1" });
