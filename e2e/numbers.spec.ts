import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { claimFromWords, openCase } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

const chart = (page: Page, name: string) => page.getByRole("figure", { name });

test("numbers say what they show, as a table and a file too, without JavaScript and to nobody outside [NU1] [NU9] [NU10]", async ({
  ana,
  chen,
  desk,
  browser,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  await openCase(ana, "Empty case");
  await ana.getByRole("link", { name: "Numbers" }).last().click();
  await expect(ana.getByText("Nothing to count yet")).toBeVisible();
  await expect(ana.getByRole("figure")).toHaveCount(0);

  await ana.goto(`${card.replace(/\/claims.*/, "")}/numbers?days=7`);
  const queue = chart(ana, "Ageing queue");
  await expect(queue).toContainText("No claim has stood still for more than 3 days (1 claim in the queue)");
  await expect(queue.getByRole("img", { name: /^No claim has stood still/ })).toBeVisible();
  await expect(chart(ana, "Coverage")).toContainText(/1 of \d sentences/);
  await expect(chart(ana, "Time to verdict")).toContainText("No claim was signed off in this time.");
  await expectAccessible(ana, "numbers");
  await expectNarrow(ana, "numbers");

  await queue.getByText("Table", { exact: false }).first().click();
  await queue.getByRole("link", { name: "Inbox" }).click();
  await expect(ana).toHaveURL(/\/table\?status=inbox$/);
  await expect(ana.getByRole("link", { name: "Remove the filter Status: Inbox" })).toBeVisible();
  await ana.goBack();
  await ana.getByRole("navigation", { name: "Range" }).getByRole("link", { name: "All" }).click();
  await expect(ana.getByRole("heading", { name: "Since the beginning" })).toBeVisible();
  const download = ana.waitForEvent("download");
  await chart(ana, "Load").getByRole("link", { name: "CSV of Load" }).click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file).toContain('"","1","0"');

  await ana.goto(`${desk.url}/cases/1/settings`);
  await ana.getByLabel("Only the people I choose").check();
  await ana.getByRole("button", { name: "Change the settings" }).click();
  await expect(ana.getByText("Restricted", { exact: true })).toBeVisible();
  const outside = await chen.goto(`${desk.url}/cases/1/numbers`);
  expect(outside?.status()).toBe(404);
  await chen.goto(`${desk.url}/numbers`);
  await expect(chen.getByText("Nothing to count yet")).toBeVisible();

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await ana.context().storageState(),
  });
  const still = await plain.newPage();
  await still.goto(`${desk.url}/numbers`);
  await chart(still, "Ageing queue").getByText("Table", { exact: false }).first().click();
  await expect(chart(still, "Ageing queue").getByRole("row", { name: /^Inbox 1/ })).toBeVisible();
  await plain.close();
});
