import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { claimFromWords, expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

test("the server is killed while two people type: nothing that was shown as saved is lost", async ({
  ana,
  chen,
  desk,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  for (const page of [ana, chen]) {
    await page.goto(card);
    await expectSaved(page);
  }
  await ana.getByLabel("Statement").fill("Up to 2,400 containers were left on the quay.");
  await chen.getByLabel("What is not known").fill("The cold stores are closed.");
  await expectSaved(ana);
  await expectSaved(chen);

  await desk.kill();
  const file = new Database(desk.database, { readonly: true });
  const texts = file.prepare("select count(*) as count from updates").get() as { count: number };
  file.close();
  expect(texts.count).toBeGreaterThan(2);

  await expect(ana.getByTestId("saving")).toContainText("Offline");
  await ana.getByLabel("Verdict in a sentence").fill("Typed while the server was gone.");
  await expect(ana.getByTestId("saving")).toContainText(/Offline: \d+ changes? kept in this tab/);

  await desk.restart();
  await expectSaved(ana);
  await expectSaved(chen);
  for (const page of [ana, chen]) {
    await expect(page.getByLabel("Statement")).toHaveValue("Up to 2,400 containers were left on the quay.");
    await expect(page.getByLabel("What is not known")).toHaveValue("The cold stores are closed.");
    await expect(page.getByLabel("Verdict in a sentence")).toHaveValue("Typed while the server was gone.");
  }
});

test("a restricted case does not exist for others, over HTTP and over the socket", async ({ ana, chen, desk }) => {
  await ana.goto(`${desk.url}/cases/new`);
  await ana.getByLabel("Title").fill("Quiet inquiry");
  await ana.getByLabel(/^Only/).check();
  await ana.getByRole("button", { name: "Make the case" }).click();
  await expect(ana.getByRole("heading", { name: "Quiet inquiry" })).toBeVisible();
  const there = await chen.goto(`${desk.url}/cases/1`);
  const nowhere = await chen.goto(`${desk.url}/cases/999`);
  expect([there?.status(), nowhere?.status()]).toEqual([404, 404]);
  await chen.goto(`${desk.url}/cases`);
  await expect(chen.getByText("Quiet inquiry")).toHaveCount(0);
});

test("whoever has a case open hears at once that the disk refuses, and that it takes words again [RT74]", async ({
  ana,
  bo,
  desk,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  await bo.goto(new URL("/cases/1/board", desk.url).href);
  await expect(bo.getByRole("button", { name: /^On this case: you/ })).toBeVisible();
  await ana.goto(card);
  await expectSaved(ana);
  const full = (page: Page) =>
    page.getByText("The server cannot write to its disk, so nothing can be changed right now.");

  const other = new Database(desk.database);
  other.exec("begin immediate");
  await ana.getByLabel("Statement").fill("Typed while the disk was full.");
  for (const page of [ana, bo]) await expect(full(page)).toBeVisible();
  other.exec("rollback");
  other.close();
  for (const page of [ana, bo]) await expect(full(page)).toBeHidden();
  await expectSaved(ana);
  await ana.reload();
  await expect(ana.getByLabel("Statement")).toHaveValue("Typed while the disk was full.");
});
