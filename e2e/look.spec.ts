import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { openCase } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";
import { send } from "./support/send.ts";

/** So many that the screen draws only those in sight. */
const CLAIMS = 155;

test("a long case is drawn as far as it is in sight, a compact table shows more of it, and paper gets it all in a list [BV30]", async ({
  ana,
  desk,
}) => {
  const table = `${desk.url}${await openCase(ana, "Harbour strike")}/table`;
  await makeClaims(ana, table);
  await ana.goto(table);
  await expect(ana.getByText(`${CLAIMS} claims`)).toBeVisible();
  await test.step("of a long column the board draws what is in sight", async () => {
    await ana.goto(table.replace("/table", "/board"));
    await expect(ana.getByRole("button", { name: "On this case: you" })).toBeVisible();
    await expect(ana.locator(".claim-card").nth(3)).toBeVisible();
    expect(await ana.locator(".claim-card").count()).toBeLessThan(20);
  });
  await ana.goto(table);
  const before = await rowsInSight(ana);

  await test.step("the choice counts at once and is kept", async () => {
    await ana.getByRole("banner").locator("summary").click();
    await ana.getByRole("button", { name: "Compact" }).click();
    await expect.poll(() => rowsInSight(ana)).toBeGreaterThan(before * 1.4);
    await expect(ana.locator("button[name=density][value=compact]")).toHaveAttribute("aria-pressed", "true");
    await ana.reload();
    await expect.poll(() => rowsInSight(ana)).toBeGreaterThan(before * 1.4);
    await expectAccessible(ana, "compact table");
    await expectNarrow(ana, "compact table");
  });

  await test.step("paper gets the list, and the screen its table back", async () => {
    await expect(ana.getByRole("button", { name: "On this case: you" })).toBeVisible();
    await ana.emulateMedia({ media: "print" });
    await ana.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await expect(ana.locator(".printed-claim")).toHaveCount(CLAIMS);
    await expect(ana.getByText(`The quay was closed ${CLAIMS} times.`)).toBeVisible();
    await expect(ana.getByRole("table")).toBeHidden();
    await expect(ana.getByRole("search")).toBeHidden();
    await ana.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await ana.emulateMedia({ media: null });
    await expect(ana.getByRole("table")).toBeVisible();
    await expect(ana.locator(".printed-claim")).toHaveCount(0);
  });
});

/** Asks for the answer alone, without the page around it. */
async function makeClaims(page: Page, table: string): Promise<void> {
  const make = (number: number) =>
    send(page, `${table}.data`, { intent: "create", statement: `The quay was closed ${number} times.` });
  for (let number = 1; number <= CLAIMS; number += 5)
    await Promise.all([0, 1, 2, 3, 4].map((more) => make(number + more)));
}

const rowsInSight = (page: Page) =>
  page
    .locator("[data-claim]")
    .evaluateAll((rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length);
