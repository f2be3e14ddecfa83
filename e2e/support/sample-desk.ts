import { type BrowserContext, expect, type Page } from "@playwright/test";
import type { Desk } from "./desk.ts";
import { newPage } from "./people.ts";
import { send } from "./send.ts";

export const PASSWORD = "seven herons over the weir";

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

/** A desk that was just set up with the sample case, without the screens, seen by its admin. */
export async function openSample(context: BrowserContext, desk: Desk, everyError: string[]): Promise<Page> {
  const page = await newPage(context, "Ana Noori", everyError);
  const account = { name: "Ana Noori", email: "ana@desk.invalid", password: PASSWORD };
  await send(page, desk.setUpLink, { deskName: "Test desk", ...account, sample: "on" });
  await page.goto(`${desk.url}/cases`);
  return page;
}
