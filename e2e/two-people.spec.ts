import type { Page } from "@playwright/test";
import { holdBack, holdChannel } from "./support/network.ts";
import {
  claimFromWords,
  claimInArticle,
  expectRationale,
  expectSaved,
  makeArticle,
  makeCase,
} from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";
import { send } from "./support/send.ts";

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
  await expect(assigning(ana).getByRole("alert")).toContainText("Meanwhile Bo Lindqvist gave it to Dalia Haddad.");
  await expect(bo.locator(".claim-facts").getByText("Dalia Haddad")).toBeVisible();

  await assigning(ana).getByRole("button", { name: "Start from there" }).click();
  await expect(assigning(ana).getByLabel("Assignee").locator("option:checked")).toHaveText("Dalia Haddad");
  await assigning(ana).getByLabel("Chen Wei").check();
  await assigning(ana).getByRole("button", { name: "Assign", exact: true }).click();
  await expect(assigning(ana)).toBeHidden();
  for (const name of ["Dalia Haddad", "Chen Wei"])
    await expect(bo.locator(".claim-facts").getByText(name)).toBeVisible();
});

test("a page of a case is loaded once; what changed before its channel was open is shown all the same [RT76]", async ({
  ana,
  bo,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  const here = ana.getByRole("list", { name: "Also on this card" }).getByRole("listitem");
  const loads: string[] = [];
  ana.on("request", (request) => new URL(request.url()).pathname.endsWith(".data") && loads.push(request.url()));
  await ana.goto(card);
  await expectSaved(ana);
  await bo.goto(card);
  await expect(here).toHaveText(["Bo Lindqvist"]);
  expect(loads).toEqual([]);

  const open = await holdChannel(ana);
  await ana.reload();
  await bo.getByRole("button", { name: "Take this claim" }).click();
  await expect(bo.getByRole("button", { name: "Take this claim" })).toHaveCount(0);
  await expect(ana.locator(".claim-facts")).not.toContainText("Bo Lindqvist");
  open();
  await expect(ana.locator(".claim-facts")).toContainText("Bo Lindqvist");
  expect(loads).not.toEqual([]);
});

test("while a colleague types, a page loads its own part again, and the case's with what changes that [RT77]", async ({
  ana,
  bo,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  const parts = new Set<string | null>();
  for (const page of [ana, bo]) {
    await page.goto(card);
    await expectSaved(page);
  }
  ana.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname.endsWith(".data")) parts.add(url.searchParams.get("_routes"));
  });
  await bo.getByRole("textbox", { name: "Rationale" }).pressSequentially("The union counted twice.");
  await expectRationale(ana, "The union counted twice.");
  await expect.poll(() => [...parts]).toEqual(["routes/cases.$number.claims.$claimNumber"]);
  await makeArticle(bo, new URL(card).pathname.replace(/\/claims\/.*/, ""));
  await expect.poll(() => [...parts]).toContain("routes/cases.$number");
});

test("a list that is asked for while it is loaded again by itself shows what that was for [BV24]", async ({
  ana,
  bo,
}) => {
  const board = (await claimInArticle(ana, "up to 2,400")).replace(/claims.*/, "board");
  await ana.goto(board);
  await expect(ana.getByText("up to 2,400")).toBeVisible();
  const letIn = await holdBack(ana, /\/rows/);
  const loads: string[] = [];
  ana.on("request", (request) => /\/rows/.test(request.url()) && loads.push(request.url()));
  await send(bo, board.replace("board", "table.data"), { intent: "create", statement: "The quay was closed." });
  await expect.poll(() => loads.length).toBe(1);
  await ana.getByRole("link", { name: "Board" }).click();
  await expect.poll(() => loads.length).toBe(2);
  letIn();
  await expect(ana.getByText("The quay was closed.")).toBeVisible();
});

test("what colleagues add is shown although I filter the list while it is loaded again for that [BV24]", async ({
  ana,
  bo,
}) => {
  const board = (await claimInArticle(ana, "up to 2,400")).replace(/claims.*/, "board");
  await ana.goto(board);
  await expect(ana.getByText("up to 2,400")).toBeVisible();
  const letIn = await holdBack(ana, /\/rows/);
  const asked = ana.waitForRequest(/\/rows/);
  await send(bo, board.replace("board", "table.data"), { intent: "create", statement: "The quay was closed." });
  await asked;
  await ana.getByRole("searchbox").fill("quay");
  await expect(ana.getByText("up to 2,400")).toBeHidden();
  letIn();
  await expect(ana.getByText("The quay was closed.")).toBeVisible();
});

test("settings that somebody else saved meanwhile throw away nothing that was entered, nor what the server said [CA2] [HT13]", async ({
  ana,
  bo,
  desk,
}) => {
  const casePath = await makeCase(ana, "Harbour strike");
  for (const page of [ana, bo]) await page.goto(`${desk.url}${casePath}/settings`);
  await ana.getByLabel("Title").fill("Harbour strike, both sides");
  await bo.getByLabel("Sign-offs needed").fill("2");
  await bo.getByRole("button", { name: "Change the settings" }).click();

  const line = ana.getByText("Bo Lindqvist changed the settings meanwhile.");
  await expect(line).toBeVisible();
  await expect(bo.getByText(/changed the settings meanwhile/)).toBeHidden();
  await expect(ana.getByLabel("Title")).toHaveValue("Harbour strike, both sides");
  await ana.getByRole("button", { name: "Change the settings" }).click();
  await expect(ana.getByRole("alert")).toContainText(
    "Meanwhile Bo Lindqvist changed the sign-offs needed from 1 to 2.",
  );
  await expect(ana.getByLabel("Title")).toHaveValue("Harbour strike, both sides");

  await bo.getByLabel("Title").fill("Harbour strike in May");
  await bo.getByRole("button", { name: "Change the settings" }).click();
  await expect(ana.getByRole("heading", { name: "Harbour strike in May" })).toBeVisible();
  await expect(ana.getByRole("alert")).toBeVisible();
  await ana.getByRole("button", { name: "Show the new settings" }).click();
  await expect(ana.getByLabel("Sign-offs needed")).toHaveValue("2");
  await expect(ana.getByRole("alert")).toBeHidden();
  await ana.getByLabel("Title").fill("Harbour strike, both sides");
  await ana.getByRole("button", { name: "Change the settings" }).click();
  await expect(ana.getByRole("heading", { name: "Harbour strike, both sides" })).toBeVisible();
  await expect(line).toBeHidden();
  await expect(bo.getByText("Ana Noori changed the settings meanwhile.")).toBeVisible();
  await bo.getByRole("button", { name: "Show the new settings" }).click();
  await expect(bo.getByLabel("Title")).toHaveValue("Harbour strike, both sides");
});

const assigning = (page: Page) => page.getByRole("dialog", { name: "Assign C-1-1" });
