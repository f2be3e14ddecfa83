import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { claimFromWords, expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

const verdict = (page: Page) => page.getByLabel("Verdict in a sentence");

async function release(page: Page, number: number): Promise<void> {
  await page.goto(new URL("/cases/1/release", page.url()).href);
  await page.getByRole("button", { name: `Release v${number}: 1 claim` }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: `Release v${number}` })
    .click();
  await expect(page.getByRole("article", { name: `Release v${number}` })).toBeVisible();
}

test("a released claim is corrected by two people, on the record, and the next release tells its readers [CO2] [CO3] [CO8]", async ({
  ana,
  bo,
  vera,
}) => {
  const card = await claimFromWords(ana, "Nobody in the harbour will forget that day.");
  const log = new URL("/cases/1/corrections", card).href;
  await ana.goto(card);
  await verdict(ana).fill("Nobody asked them.");
  await expectSaved(ana);
  await bo.goto(card);
  await bo.getByRole("button", { name: "Sign off", exact: true }).click();
  await expect(ana.locator(".card-head").getByText("Signed off")).toBeVisible();
  await release(ana, 1);

  await vera.goto(log);
  await expect(vera.getByText("Nothing was corrected")).toBeVisible();
  await expect(verdict(bo)).toBeHidden();
  await bo.getByRole("link", { name: "Prepare correction" }).click();
  await expectAccessible(bo, "the form of a correction");
  await expectNarrow(bo, "the form of a correction");
  await bo.getByLabel("Correction", { exact: false }).first().check();
  await bo.getByLabel("What was wrong, or is new").fill("Twelve people were asked.");
  await bo.getByLabel("Why", { exact: true }).fill("We read an older note.");
  await bo.getByRole("button", { name: "Put it on the record" }).click();
  await expect(bo.getByText(/^A correction is on the record/)).toBeVisible();

  await ana.goto(card);
  await expectSaved(ana);
  await verdict(ana).fill("Twelve people were asked.");
  await expectSaved(ana);
  await bo.getByRole("button", { name: "Still stands: sign off" }).click();
  await expect(ana.locator(".card-head").getByText("Signed off")).toBeVisible();
  await expectAccessible(ana, "the card of a corrected claim");
  await release(ana, 2);
  await ana.getByRole("link", { name: "Read v2" }).click();
  await expect(ana.getByRole("heading", { name: "Corrections" })).toBeVisible();
  await expect(ana.getByText("We read an older note.")).toBeVisible();
  await expectAccessible(ana, "a release with a correction");

  await vera.goto(card);
  await expect(vera.getByText(/^Released in v2/)).toBeVisible();
  await expect(vera.getByRole("link", { name: "Prepare correction" })).toBeHidden();
  await vera.goto(`${card}/correct`);
  await expect(vera.getByText(/Your role/)).toBeVisible();
  await vera.goto(log);
  await expect(vera.getByText("Since v2")).toBeVisible();
  await expectAccessible(vera, "the corrections of a case");
  await expectNarrow(vera, "the corrections of a case");
});
