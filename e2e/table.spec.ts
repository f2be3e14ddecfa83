import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { MANY, makeManyClaims } from "./support/many-claims.ts";
import { makeCase } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

const claim = (page: Page, number: number) => page.getByRole("link", { name: `C-1-${number}`, exact: true });
const row = (page: Page, number: number) => page.locator("[data-claim]").filter({ has: claim(page, number) });
const place = (page: Page, number: number) => row(page, number).getAttribute("aria-rowindex");

test("a table that draws only what is in sight is walked from end to end by keys, and keeps what I chose and where I am [BV10] [BV21]", async ({
  ana,
  bo,
  desk,
}) => {
  const table = `${desk.url}${await makeCase(ana, "Harbour strike")}/table`;
  await makeManyClaims(ana, table);
  await ana.goto(`${table}?sort=owner`);
  await expect(ana.getByRole("button", { name: "On this case: you" })).toBeVisible();

  await test.step("the last row is one key away, and each row says which one it is of how many", async () => {
    await expect(ana.getByRole("table")).toHaveAttribute("aria-rowcount", String(MANY + 1));
    expect(await ana.locator("[data-claim]").count()).toBeLessThan(50);
    await claim(ana, 1).focus();
    await ana.keyboard.press("x");
    await ana.keyboard.press("Shift+ArrowDown");
    await expect(claim(ana, 2)).toBeFocused();
    await ana.keyboard.press("End");
    await expect(claim(ana, MANY)).toBeFocused();
    await expect(claim(ana, MANY)).toBeInViewport();
    expect(await place(ana, MANY)).toBe(String(MANY + 1));
    await expect(row(ana, 1)).toHaveCount(0);
    await expectAccessible(ana, "the end of a long table");
  });

  await test.step("what was chosen is chosen still, out of sight and back", async () => {
    await expect(ana.getByText("2 claims selected")).toBeVisible();
    await ana.keyboard.press("Home");
    await expect(claim(ana, 1)).toBeFocused();
    expect(await place(ana, 1)).toBe("2");
    for (const number of [1, 2]) await expect(row(ana, number).getByRole("checkbox")).toBeChecked();
    await expect(row(ana, 3).getByRole("checkbox")).not.toBeChecked();
  });

  await test.step("the row that the keyboard is on stays however far one scrolls, and the arrows go on from it", async () => {
    await ana.keyboard.press("PageDown");
    await expect(claim(ana, 9)).toBeFocused();
    await ana.getByRole("region", { name: "Claims in a table" }).evaluate((frame) => frame.scrollTo(0, 1e6));
    await expect(claim(ana, MANY)).toBeInViewport();
    await expect(claim(ana, 9)).toBeFocused();
    await ana.keyboard.press("ArrowDown");
    await expect(claim(ana, 10)).toBeFocused();
    await expect(claim(ana, 10)).toBeInViewport();
  });

  await test.step("a colleague's claim would go to the top: my row stays where it is until I ask", async () => {
    await bo.goto(`${desk.url}/cases/1/claims/${MANY}`);
    await bo.getByRole("button", { name: "Take this claim" }).click();
    await expect(ana.getByRole("button", { name: "1 new or moved: show L" })).toBeVisible();
    await expect(claim(ana, 10)).toBeFocused();
    expect(await place(ana, 10)).toBe("11");
    await ana.keyboard.press("l");
    await expect.poll(() => place(ana, 10)).toBe("12");
    await expect(claim(ana, 10)).toBeFocused();
    await ana.keyboard.press("Home");
    await expect(claim(ana, MANY)).toBeFocused();
  });
});
