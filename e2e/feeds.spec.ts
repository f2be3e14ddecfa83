import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { claimFromWords } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

test("a viewer follows the releases of a case in a feed reader, each with an address of their own [FE3] [FE4]", async ({
  ana,
  vera,
  playwright,
}) => {
  await claimFromWords(ana, "up to 2,400");
  const reader = await playwright.request.newContext();
  const addresses: string[] = [];
  for (const page of [ana, vera]) {
    await page.goto(new URL("/cases/1/release", page.url()).href);
    await page.getByText("Follow in a feed reader").click();
    await page.getByRole("button", { name: "Make an address" }).click();
    await expect(page.getByLabel("RSS address")).toHaveValue(/\/rss$/);
    addresses.push(await page.getByLabel("Atom address").inputValue());
  }
  await expectAccessible(vera, "an address for a feed reader");
  await expectNarrow(vera, "an address for a feed reader");
  for (const address of addresses) {
    const answer = await reader.get(address);
    expect(answer.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
    expect(await answer.text()).toContain("Releases of “Harbour strike”");
  }
  const [, old = ""] = addresses;
  await vera.getByRole("button", { name: "Make a new address" }).click();
  await expect(vera.getByLabel("Atom address")).not.toHaveValue(old);
  expect((await reader.get(old)).status()).toBe(404);
  const renewed = await vera.getByLabel("Atom address").inputValue();
  await vera.getByRole("button", { name: "End the address" }).click();
  await expect(vera.getByRole("button", { name: "Make an address" })).toBeVisible();
  expect((await reader.get(renewed)).status()).toBe(404);
  expect((await reader.get(addresses[0] ?? "")).status()).toBe(200);
  await reader.dispose();
});
