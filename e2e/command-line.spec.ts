import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expectAccessible } from "./support/axe.ts";
import type { Desk } from "./support/desk.ts";
import { expectNarrow } from "./support/layout.ts";
import { expect, newPage } from "./support/people.ts";
import { test } from "./support/sample-desk.ts";

/** Runs a command on the desk while it goes on. Returns what it answers. */
async function assay(desk: Desk, ...words: string[]) {
  const { port } = new URL(desk.url);
  const env = { ...process.env, ASSAY_DATA: desk.folder, PORT: port };
  const { stdout } = await promisify(execFile)("node", ["server/cli/index.ts", ...words, "--json"], { env });
  return JSON.parse(stdout);
}

test("whoever forgot a password chooses another by a link from the command line, which ends the old session [CM3]", async ({
  empty: desk,
  sample: ana,
  browser,
  everyError,
}) => {
  const { link } = await assay(desk, "user", "reset", "--email", "ana@desk.invalid");
  const page = await newPage(await browser.newContext(), "Ana Noori", everyError);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Choose a password" })).toBeVisible();
  await expectAccessible(page, "choosing a password");
  await expectNarrow(page, "choosing a password");
  await page.getByLabel("New password", { exact: true }).fill("aaaaaaaaaaaaaaaa");
  await page.getByRole("button", { name: "Keep this password" }).click();
  await expect(page.getByRole("alert")).toHaveText("Choose a password with more different characters.");
  await page.getByLabel("New password", { exact: true }).fill("nine storks over the weir");
  await page.getByRole("button", { name: "Keep this password" }).click();
  await page.getByLabel("E-mail").fill("ana@desk.invalid");
  await page.getByLabel("Password", { exact: true }).fill("nine storks over the weir");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Cases", level: 1 })).toBeVisible();
  await ana.goto(`${desk.url}/my-work`);
  await expect(ana.getByRole("button", { name: "Sign in" })).toBeVisible();
  await page.goto(link);
  await expect(page.getByText("This link was used or is too old.")).toBeVisible();
  await page.context().close();
});
