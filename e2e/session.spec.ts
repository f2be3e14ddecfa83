import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { expectAccessible } from "./support/axe.ts";
import type { Desk } from "./support/desk.ts";
import { ARTICLE, claimFromWords, expectSaved, makeArticle, makeCase } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

const REFUSED = /^You are signed out, so nothing was sent\. What you typed is still here/;
const lineOn = (page: Page) => page.getByRole("main").getByText("You are signed out, so this page stands still");

test("an article that was pasted outlives signing out, and is sent after signing in again [HT13]", async ({
  ana,
  desk,
}) => {
  const casePath = await makeCase(ana, "Harbour strike");
  await ana.goto(`${desk.url}${casePath}/documents/new`);
  await ana.getByLabel("Title").fill(ARTICLE.title);
  await ana.getByLabel("Text", { exact: true }).fill(ARTICLE.text);
  await signOutInAnotherTab(ana, desk);

  await ana.getByRole("button", { name: "Lock the text and open it" }).click();
  await expect(ana.getByRole("alert").filter({ hasText: REFUSED })).toBeVisible();
  await expect(ana.getByLabel("Text", { exact: true })).toHaveValue(ARTICLE.text);
  await expect(ana.getByLabel("Title")).toHaveValue(ARTICLE.title);

  await signInAgain(ana, desk);
  await ana.getByRole("button", { name: "Lock the text and open it" }).click();
  await expect(ana.getByRole("heading", { name: ARTICLE.title })).toBeVisible();
  await expect(lineOn(ana)).toBeHidden();
});

test("the reason for a request outlives signing out [HT13]", async ({ ana, bo, desk }) => {
  const card = await claimFromWords(ana, "up to 2,400");
  await bo.goto(card);
  await expectSaved(bo);
  await bo.getByRole("button", { name: "Request changes" }).click();
  await bo.getByLabel("What should change").fill("Say who counted.");
  await signOutInAnotherTab(bo, desk);

  await bo.getByRole("button", { name: "Send back" }).click();
  await expect(bo.getByText(REFUSED)).toBeVisible();
  await expect(bo.getByLabel("What should change")).toHaveValue("Say who counted.");

  await signInAgain(bo, desk);
  await bo.getByRole("button", { name: "Send back" }).click();
  await expect(bo.getByText("Changes requested", { exact: true })).toBeVisible();
  await expectSaved(bo);
  await expect(lineOn(bo)).toBeHidden();
});

test("a session that ended while nobody was looking takes no page away [HT13]", async ({ ana, bo, desk }) => {
  const casePath = await makeCase(ana, "Harbour strike");
  await ana.goto(`${desk.url}${casePath}/documents/new`);
  await ana.getByLabel("Text", { exact: true }).fill("Half an article");
  await expect(ana.getByRole("button", { name: "On this case: you" })).toBeVisible();
  quietFor(desk, "Ana Noori", 9);

  await makeArticle(bo, casePath);
  await expect(lineOn(ana)).toBeVisible();
  const asked: string[] = [];
  ana.on("request", (request) => asked.push(request.url()));
  await expect(ana.getByRole("link", { name: "Sign in in another tab" })).toHaveAttribute("target", "_blank");
  await expect(ana.getByLabel("Text", { exact: true })).toHaveValue("Half an article");

  await signInAgain(ana, desk);
  // It looked once more whether somebody is signed in, and does so again when somebody turns to it.
  expect(asked.length).toBeLessThanOrEqual(2);
  await comeBack(ana);
  await expect(lineOn(ana)).toBeHidden();
  await expect(ana.getByLabel("Text", { exact: true })).toHaveValue("Half an article");
});

test("an open page that follows its case keeps nobody signed in, a click does [AC4]", async ({ ana, bo, desk }) => {
  const casePath = await makeCase(ana, "Harbour strike");
  await ana.goto(`${desk.url}${casePath}/board`);
  await expect(ana.getByRole("button", { name: "On this case: you" })).toBeVisible();
  const seen = quietFor(desk, "Ana Noori", 7);

  await makeArticle(bo, casePath);
  await expect(ana.getByRole("link", { name: "Open the article" })).toBeVisible();
  expect(lastSeen(desk, "Ana Noori")).toBe(seen);

  await ana.getByRole("link", { name: "Record" }).click();
  await expect(ana.getByRole("heading", { name: "Record" })).toBeVisible();
  expect(lastSeen(desk, "Ana Noori")).toBeGreaterThan(seen);
});

test("a request to review shows up on My work by itself, and keeps nobody signed in [WO7]", async ({
  ana,
  bo,
  desk,
}) => {
  await bo.clock.install();
  await bo.goto(`${desk.url}/my-work`);
  await expect(bo.getByText("Nothing waits for you")).toBeVisible();
  const seen = quietFor(desk, "Bo Lindqvist", 7);

  await ana.goto(await claimFromWords(ana, "up to 2,400"));
  await ana.getByRole("button", { name: "Assign…" }).click();
  await ana.getByRole("checkbox", { name: "Bo Lindqvist" }).check();
  await ana.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(ana.getByRole("dialog")).toBeHidden();

  await bo.clock.fastForward(20_000);
  await expect(bo.getByRole("link", { name: "up to 2,400" })).toBeVisible();
  expect(lastSeen(desk, "Bo Lindqvist")).toBe(seen);
});

test("another role is asked for before it counts, and a link says for whom it is [AC15]", async ({
  ana,
  chen,
  desk,
}) => {
  await ana.goto(`${desk.url}/members`);
  await ana.getByRole("button", { name: "Actions for Chen Wei" }).click();
  await ana.getByRole("menuitem", { name: /^Make viewer/ }).click();
  const question = ana.getByRole("alertdialog", { name: "Make Chen Wei a viewer?" });
  await question.getByRole("button", { name: "Keep" }).click();
  await expect(question).toBeHidden();
  await chen.goto(`${desk.url}/cases/new`);
  await expect(chen.getByRole("heading", { name: "New case" })).toBeVisible();

  await ana.getByRole("button", { name: "Actions for Chen Wei" }).click();
  await ana.getByRole("menuitem", { name: /^Make viewer/ }).click();
  await question.getByRole("button", { name: "Make viewer" }).click();
  await expect(ana.getByRole("row", { name: /Chen Wei/ })).toContainText("Viewer");

  await ana.getByLabel("For whom").fill("for Dalia");
  await ana.getByRole("button", { name: "Make a link" }).click();
  await expect(ana.getByRole("listitem").filter({ hasText: "Analyst, for Dalia" })).toContainText(
    "Made by Ana Noori today",
  );
});

test("whoever is given another role sees it at once on the page that is open [AC11]", async ({ ana, chen, desk }) => {
  const card = await claimFromWords(ana, "up to 2,400");
  await ana.goto(`${desk.url}/members`);
  await chen.goto(card);
  await expectSaved(chen);
  for (const [role, mayEdit] of [
    ["viewer", false],
    ["analyst", true],
  ] as const) {
    await ana.getByRole("button", { name: "Actions for Chen Wei" }).click();
    await ana.getByRole("menuitem", { name: new RegExp(`^Make ${role}`) }).click();
    await ana
      .getByRole("alertdialog")
      .getByRole("button", { name: `Make ${role}` })
      .click();
    await expect(chen.getByRole("button", { name: "Take this claim" })).toHaveCount(mayEdit ? 1 : 0);
  }
});

test("signing out leaves nothing of the desk in the browser, and the way back in is open [HT16]", async ({
  ana,
  desk,
}) => {
  await ana.goto(`${desk.url}/cases`);
  await ana.evaluate(() => localStorage.setItem("left", "behind"));
  await ana.getByRole("banner").locator("summary").click();
  const answer = ana.waitForResponse((one) => new URL(one.url()).pathname.startsWith("/sign-out"));
  await ana.getByRole("button", { name: "Sign out" }).click();
  expect(await (await answer).headerValue("clear-site-data")).toBe('"cache", "storage"');
  await expect(ana.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect.poll(() => ana.evaluate(() => localStorage.getItem("left"))).toBeNull();

  await ana.goto(desk.linkOf("Ana Noori"));
  await ana.getByRole("button", { name: "Continue as Ana" }).click();
  await expect(ana.getByRole("heading", { name: "Cases", level: 1 })).toBeVisible();
  await ana.reload();
  await expect(ana.getByRole("heading", { name: "Cases", level: 1 })).toBeVisible();
});

test("signing out while the server is away is said, and keeps the words; once it is back they are sent, and the way out is free", async ({
  ana,
  desk,
}) => {
  await ana.goto(await claimFromWords(ana, "up to 2,400"));
  await expectSaved(ana);
  await desk.kill();
  await ana.getByLabel("What is not known").fill("Who counted.");
  await expect(ana.getByTestId("saving")).toContainText("Offline");
  await ana.getByRole("banner").locator("summary").click();
  await ana.getByRole("button", { name: "Sign out" }).click();
  const question = ana.getByRole("alertdialog", { name: "Not saved yet" });
  await question.getByRole("button", { name: "Stay here" }).click();
  await ana.getByRole("banner").locator("summary").click();
  await ana.getByRole("button", { name: "Sign out" }).click();
  await question.getByRole("button", { name: "Leave" }).click();
  await expect(ana.getByText("The server could not be reached, so you are still signed in.").first()).toBeVisible();
  await expectAccessible(ana, "signing out without a server");
  await expect(ana.getByLabel("What is not known")).toHaveValue("Who counted.");
  await desk.restart();
  await expectSaved(ana);
  await ana.keyboard.press("Control+k");
  await ana.getByRole("combobox", { name: "Find, go or do" }).fill("sign out");
  await ana.keyboard.press("Enter");
  await expect(ana.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

/** As in real life: the other tab shares the cookie, and this one hears of it only when it asks. */
async function signOutInAnotherTab(page: Page, desk: Desk): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(`${desk.url}/cases`);
  await other.getByRole("banner").locator("summary").click();
  await other.getByRole("button", { name: "Sign out" }).click();
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await other.close();
}

async function signInAgain(page: Page, desk: Desk): Promise<void> {
  const name = await page.getByRole("banner").locator(".member-name").innerText();
  const other = await page.context().newPage();
  await other.goto(desk.linkOf(name));
  await other.getByRole("button", { name: /^Continue as / }).click();
  await expect(other.getByRole("heading", { name: "Cases", level: 1 })).toBeVisible();
  await other.close();
}

/** Puts a person's last request so many hours back, and says when that is. */
function quietFor(desk: Desk, name: string, hours: number): number {
  const at = Date.now() - hours * 60 * 60_000;
  withDatabase(desk, (file) => file.prepare(`update sessions set last_seen_at = ? where ${OF}`).run(at, name));
  return at;
}

const lastSeen = (desk: Desk, name: string) =>
  withDatabase(desk, (file) => file.prepare(`select last_seen_at from sessions where ${OF}`).pluck().get(name));

const OF = "member_id = (select id from members where name = ?)";

function withDatabase<T>(desk: Desk, use: (file: Database.Database) => T): T {
  const file = new Database(desk.database);
  try {
    return use(file);
  } finally {
    file.close();
  }
}

/** What the browser says when somebody turns to this tab again; here every tab counts as visible all the time. */
const comeBack = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
