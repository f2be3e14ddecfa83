import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { expectAccessible } from "./support/axe.ts";
import { expectFocusSeen, expectNarrow } from "./support/layout.ts";
import { expect, newPage } from "./support/people.ts";
import { fillAccount, invite, setUpWithSample, test } from "./support/sample-desk.ts";

test("the pages before signing in are accessible and narrow", async ({ context, browser, empty, everyError }) => {
  const page = await newPage(context, "Ana Noori", everyError);
  await page.goto(empty.setUpLink);
  await expectScreen(page, "setting up", "Set up this desk");
  await setUpWithSample(page);

  const link = await invite(page, "Viewer");
  const stranger = await newPage(await browser.newContext(), "Vera Kos", everyError);
  await stranger.goto(link);
  await expectScreen(stranger, "joining", "Join Test desk");

  await stranger.goto(`${empty.url}/sign-in`);
  await expectScreen(stranger, "signing in", "Sign in");
  await stranger.getByLabel("E-mail").fill("ana@desk.invalid");
  await stranger.getByLabel("Password", { exact: true }).fill("not the password");
  await stranger.getByRole("button", { name: "Sign in" }).click();
  await expect(stranger.getByRole("alert")).toBeVisible();
  await expectScreen(stranger, "signing in, refused", "Sign in");
  await stranger.context().close();
});

test("the welcome page of a demo is accessible and narrow", async ({ page, desk }) => {
  await page.goto(desk.linkOf("Vera Kos"));
  await expectScreen(page, "welcome", "Test desk");
});

test("the pages of the desk are accessible and narrow", async ({ sample }) => {
  await expectScreen(sample, "cases", "Cases");
  for (const [path, heading] of [
    ["/cases/new", "New case"],
    ["/scales", "Rating scales"],
    ["/my-work", "My work"],
    ["/nothing/here", "Not here"],
    ["/cases/99", "Not here"],
  ] as const) {
    await go(sample, path);
    await expectScreen(sample, path, heading);
  }
  await invite(sample, "Editor");
  await expectScreen(sample, "members with an invitation", "Members");
});

test("board and table are accessible and narrow, with a dialog and a menu too", async ({ sample }) => {
  await go(sample, "/cases/1/board");
  await expectScreen(sample, "board", "Board");
  await expectFocusSeen(sample, "board");

  const first = sample.locator(".claim-card").first();
  await first.getByRole("link").focus();
  await sample.keyboard.press("a");
  await expect(sample.getByRole("dialog")).toBeVisible();
  await expectScreen(sample, "board with the assign dialog");
  await sample.keyboard.press("Escape");
  await expect(sample.getByRole("dialog")).toBeHidden();

  await first.getByRole("link").focus();
  await sample.keyboard.press("s");
  await expect(sample.getByRole("menu")).toBeVisible();
  await expectAccessible(sample, "board with a menu");
  await expect(sample.getByRole("menu")).toBeFocused();
  await sample.keyboard.press("Escape");
  await expect(sample.getByRole("menu")).toBeHidden();

  await sample.keyboard.press("?");
  await expect(sample.getByRole("dialog")).toBeVisible();
  await expectScreen(sample, "the sheet of keys");
  await sample.getByRole("checkbox", { name: "Single keys work" }).uncheck();
  await sample.keyboard.press("Escape");
  await first.getByRole("link").focus();
  for (const key of ["s", "a", "?"]) await sample.keyboard.press(key);
  await expect(sample.getByRole("dialog").or(sample.getByRole("menu"))).toBeHidden();

  await go(sample, "/cases/1/board?q=nothing+has+these+words");
  await expectScreen(sample, "board, nothing matches", "Board");
  await go(sample, "/cases/1/table");
  await expectScreen(sample, "table", "Table");
  await expectFocusSeen(sample, "table");
});

test("the article is accessible and narrow, with marks, a sentence and selected words", async ({ sample }) => {
  await go(sample, "/cases/1");
  await sample.getByRole("link", { name: "Article" }).click();
  await expectScreen(sample, "article with marks", /Two counts of the displaced/);
  await sample.keyboard.press("o");
  await expect(sample.getByRole("toolbar", { name: "This sentence" })).toBeVisible();
  await expectScreen(sample, "article with a sentence");
  await sample.keyboard.press("o");
  await sample.keyboard.press("ArrowRight");
  await sample.keyboard.press("Shift+ArrowRight");
  await expect(sample.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  await expectScreen(sample, "article with selected words");
  await sample.keyboard.press("a");
  await expectScreen(sample, "article, finding the claim to add words to");
  await sample.getByRole("dialog").getByRole("combobox", { name: "Claim" }).press("Enter");
  await expectScreen(sample, "article, adding words to a claim");
  await sample.keyboard.press("Escape");
  await expect(sample.getByRole("dialog")).toBeHidden();
  await sample.keyboard.press("Escape");
  await sample.keyboard.press("]");
  await expectScreen(sample, "article with a chosen claim");
  await expectFocusSeen(sample, "article");
});

test("the paste form is accessible and narrow, also when it refuses", async ({ sample }) => {
  await go(sample, "/cases/1/documents/new");
  await expectScreen(sample, "paste form", /./);
  await sample.getByLabel("Title").fill("A title without a text");
  await sample.getByRole("button", { name: "Lock the text and open it" }).click();
  await expect(sample.locator("[aria-invalid]")).toBeVisible();
  await expectScreen(sample, "paste form, refused");
});

test("a card is accessible and narrow while it is edited and while it is sent back", async ({ sample }) => {
  await go(sample, "/cases/1/claims/2");
  await expect(sample.getByTestId("saving")).toHaveText(/^Saved /);
  await expect(sample.getByRole("toolbar", { name: "Format the rationale" })).toBeVisible();
  await expectScreen(sample, "card", /C-1-2/);
  await expectFocusSeen(sample, "card");
  await sample.setViewportSize({ width: 320, height: 640 });
  await expectFocusSeen(sample, "card on a phone");
  await sample.setViewportSize({ width: 1440, height: 900 });

  await sample
    .getByRole("button", { name: /^Edit / })
    .first()
    .click();
  await expect(sample.getByLabel("Stance")).toBeVisible();
  await expectScreen(sample, "card with a source open");
  await sample.getByRole("button", { name: "Request changes" }).click();
  await expect(sample.getByLabel("What should change")).toBeVisible();
  await expectScreen(sample, "card being sent back");
});

test("card, article and release are accessible and narrow for a viewer", async ({ sample, browser, everyError }) => {
  const link = await invite(sample, "Viewer");
  const vera = await newPage(await browser.newContext(), "Vera Kos", everyError);
  await vera.goto(link);
  await fillAccount(vera, "Vera Kos");
  await vera.getByRole("button", { name: "Join" }).click();
  await expectScreen(vera, "cases of a viewer", "Cases");
  await go(vera, "/cases/1/claims/1");
  await expect(vera.getByTestId("saving")).toHaveText("Live, read only");
  await expectScreen(vera, "card, read only", /C-1-1/);
  await vera.getByRole("link", { name: "Article" }).click();
  await expectScreen(vera, "article of a viewer", /Two counts of the displaced/);
  await go(vera, "/cases/1/release");
  await expectScreen(vera, "release of a viewer", "Next release");
  await vera.context().close();
});

test("release, record and settings are accessible and narrow", async ({ sample }) => {
  await go(sample, "/cases/1/release");
  await expectScreen(sample, "preflight", "Next release");
  await sample.getByRole("button", { name: /^Release / }).click();
  await expect(sample.getByRole("alertdialog")).toBeVisible();
  await expectScreen(sample, "release, asked once more");
  await sample.getByRole("alertdialog").getByRole("button", { name: "Release v1" }).click();
  await expect(sample.getByRole("alertdialog")).toBeHidden();
  await expectScreen(sample, "after a release", "Next release");
  await sample.getByRole("link", { name: "Read v1" }).click();
  await expectScreen(sample, "a release to read", "Release v1");
  await go(sample, "/cases/1/record");
  await expectScreen(sample, "record", "Record");
  await go(sample, "/cases/1/settings");
  await expectScreen(sample, "settings", /./);
});

test("the form of a new version is accessible and narrow", async ({ sample }) => {
  await go(sample, "/cases/1");
  await sample.getByRole("link", { name: "Article", exact: true }).click();
  await expect(sample.getByRole("heading", { name: /Two counts of the displaced/ })).toBeVisible();
  await go(sample, `${new URL(sample.url()).pathname}/new-version`);
  await expectScreen(sample, "new version", "Version 2 of this document");
});

test("the dialogs of the board are accessible and narrow: dropping a claim, and making one", async ({ sample }) => {
  await go(sample, "/cases/1/board");
  // Keys are heard once the page is live, and so is the roster.
  await expect(sample.getByRole("button", { name: /^On this case/ })).toBeVisible();
  await sample.locator(".claim-card").first().getByRole("link").focus();
  await sample.keyboard.press("s");
  await sample.getByRole("menuitem", { name: "Drop…" }).click();
  await expect(sample.getByRole("dialog", { name: /^Drop / })).toBeVisible();
  await sample.getByRole("radio", { name: /^Duplicate/ }).check();
  await expectScreen(sample, "board with the drop dialog");
  await sample.keyboard.press("Escape");
  await expect(sample.getByRole("dialog")).toBeHidden();

  await sample.getByRole("button", { name: "New claim" }).click();
  await expect(sample.getByRole("dialog", { name: "New claim" })).toBeVisible();
  await expectScreen(sample, "board with the new claim dialog");
});

test("citing and linking in a rationale are accessible and narrow", async ({ sample }) => {
  await go(sample, "/cases/1/claims/2");
  await expect(sample.getByTestId("saving")).toHaveText(/^Saved /);
  const tools = sample.getByRole("toolbar", { name: "Format the rationale" });
  await tools.getByRole("button", { name: "Cite" }).click();
  await expect(sample.getByRole("combobox", { name: "Cite which source" })).toBeFocused();
  await expectScreen(sample, "card with the citation picker");
  await sample.keyboard.press("Escape");
  await expect(sample.getByRole("combobox", { name: "Cite which source" })).toBeHidden();
  await sample.keyboard.press("Control+A");
  await tools.getByRole("button", { name: "Link" }).click();
  await expect(sample.getByRole("dialog", { name: "Link" })).toBeVisible();
  await expectScreen(sample, "card with the link dialog");
});

test("a disk that refuses, and a page of somebody who is signed out, are shown accessibly and narrow", async ({
  sample,
  empty,
}) => {
  await go(sample, "/cases/1/claims/2");
  await expect(sample.getByTestId("saving")).toHaveText(/^Saved /);
  const full = sample.getByText("The server cannot write to its disk, so nothing can be changed right now.");
  const other = new Database(empty.database);
  other.exec("begin immediate");
  await sample.getByLabel("What is not known").fill("Typed while the disk was full.");
  await expect(full).toBeVisible();
  await expectScreen(sample, "card on a disk that refuses");
  other.exec("rollback");
  await expect(full).toBeHidden();
  await expect(sample.getByTestId("saving")).toHaveText(/^Saved /);

  other.exec("update sessions set last_seen_at = 0");
  other.close();
  await sample.getByRole("button", { name: "Request changes" }).click();
  await sample.getByLabel("What should change").fill("Say who counted.");
  await sample.getByRole("button", { name: "Send back" }).click();
  await expect(sample.getByText(/^You are signed out, so nothing was sent/)).toBeVisible();
  await expectScreen(sample, "card, signed out");
});

test("the page of a fault is accessible and narrow", async ({ sample, empty }) => {
  const file = new Database(empty.database);
  file.exec("alter table claims rename to claims_elsewhere");
  // A page of its own, because a browser reports the status 500 that this is about.
  const page = await sample.context().newPage();
  await page.goto(`${empty.url}/cases/1/board`);
  await expectScreen(page, "fault", "Something went wrong here");
  await expect(page.locator("code")).toBeVisible();
  file.exec("alter table claims_elsewhere rename to claims");
  file.close();
  await page.getByRole("link", { name: "Load again" }).click();
  await expect(page.getByRole("heading", { name: "Board" })).toBeAttached();
});

async function go(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}

/** Accessible in light and dark, and no wider than a phone. */
async function expectScreen(page: Page, screen: string, heading?: string | RegExp): Promise<void> {
  if (heading) await expect(page.getByRole("heading", { name: heading }).first()).toBeVisible();
  await expectAccessible(page, screen);
  await expectNarrow(page, screen);
}
