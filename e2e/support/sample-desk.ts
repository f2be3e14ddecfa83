import type { Page } from "@playwright/test";
import { Desk } from "./desk.ts";
import { expect, test as people, withPageOf } from "./people.ts";
import { send } from "./send.ts";

export const PASSWORD = "seven herons over the weir";

/** A desk that nobody has set up yet; and the same with the sample case, as its first admin sees it. */
export const test = people.extend<{ empty: Desk; sample: Page }>({
  empty: async ({ browserName: _browser }, use) => {
    const desk = await Desk.open([]);
    await use(desk);
    await desk.close();
  },
  sample: ({ browser, empty, everyError }, use) =>
    withPageOf("Ana Noori", { browser, desk: empty, everyError }, async (page) => {
      await openSample(page, empty);
      await use(page);
    }),
});

/** Sets an empty desk up with the sample case, as its first admin. The page stands on the list of cases. */
export async function setUpWithSample(page: Page): Promise<void> {
  await page.getByLabel("Name of the desk").fill("Test desk");
  await fillAccount(page, "Ana Noori");
  await page.getByLabel("Open the sample case").check();
  await page.getByRole("button", { name: "Set up the desk" }).click();
  await expect(page.getByRole("heading", { name: "Cases", level: 1 })).toBeVisible();
}

export async function fillAccount(page: Page, name: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your e-mail").fill(`${name.split(" ")[0]?.toLowerCase()}@desk.invalid`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
}

/** Makes an invitation as an admin, and gives its address. The page stands on the members with the link shown. */
export async function invite(page: Page, role: string): Promise<string> {
  await page.goto(new URL("/members", page.url()).href);
  await page.getByLabel("As", { exact: true }).selectOption({ label: role });
  await page.getByRole("button", { name: "Make a link" }).click();
  return page.getByLabel(`Link for one ${role.toLowerCase()}`).inputValue();
}

/** Sets an empty desk up with the sample case, without the screens, and shows its cases to its first admin. */
async function openSample(page: Page, desk: Desk): Promise<void> {
  const account = { name: "Ana Noori", email: "ana@desk.invalid", password: PASSWORD };
  await send(page, desk.setUpLink, { deskName: "Test desk", ...account, sample: "on" });
  await page.goto(`${desk.url}/cases`);
}
