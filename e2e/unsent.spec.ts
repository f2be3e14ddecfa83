import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { discussion, selectIn, threadWith } from "./support/discussion.ts";
import { expectNarrow } from "./support/layout.ts";
import { interruptible } from "./support/network.ts";
import { claimFromWords, expectSaved } from "./support/newsroom.ts";
import { expect, newPage, test } from "./support/people.ts";

const GAPS = "What is not known";
const WORDS = "Nobody has opened the cold stores.";

test("what was typed offline outlives its tab: it is counted, sent once under the name of its author, and a half-written comment is still there [ED30] [ED32]", async ({
  ana,
  chen,
  everyError,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  const network = await interruptible(ana.context());
  await keepTyped(ana, "Yes");
  for (const page of [ana, chen]) {
    await page.goto(card);
    await expectSaved(page);
  }
  await selectIn(ana, "Statement", "2,400");
  await ana.keyboard.press("Control+Alt+m");
  await ana.getByLabel("Comment on the selected words").fill("Whose figure is it?");
  await network.cut();
  await ana.getByLabel(GAPS).fill(WORDS);
  await expect(ana.getByTestId("saving")).toHaveText("Offline: 1 change is kept on this device");
  await ana.getByRole("link", { name: "Board" }).click();
  await expect(ana.getByRole("alertdialog")).toContainText("It stays on this device, and is sent when you open this");
  await ana.getByRole("button", { name: "Stay here" }).click();
  await ana.close();

  const again = await newPage(ana.context(), "Ana Noori", everyError);
  await again.clock.setFixedTime(Date.now() + 60_000);
  await again.goto(new URL("/cases", card).href);
  const line = again.getByText(/^1 change waits on this device and was not sent: C-1-1\./);
  await expect(line).toBeVisible();
  await expectAccessible(again, "a page while changes wait");
  await expectNarrow(again, "a page while changes wait");
  await line.getByRole("link", { name: "C-1-1" }).click();
  await expect(again.getByTestId("saving")).toHaveText("Connecting… 1 change waits on this device");
  await expect(line).toBeHidden();
  network.isCut = false;
  await expectSaved(again);
  await expect(again.getByText("1 change that was kept on this device is sent.").first()).toBeVisible();
  for (const page of [again, chen]) await expect(page.getByLabel(GAPS)).toHaveValue(WORDS);
  await chen.goto(`${card}/history`);
  await expect(chen.getByRole("link", { name: /Ana Noori.*What is not known/ })).toHaveCount(1);

  await expect(again.getByLabel("Comment on the selected words")).toHaveValue("Whose figure is it?");
  await discussion(again).getByRole("button", { name: "Comment", exact: true }).click();
  await expect(threadWith(again, "Whose figure is it?").getByRole("button", { name: "2,400" })).toBeVisible();
  await again.reload();
  await expectSaved(again);
  await expect(again.getByLabel(GAPS)).toHaveValue(WORDS);
  await expect(again.getByLabel("Comment on the claim")).toHaveValue("");
});

test("words that wait go with their author: at sign-out, for the next one at this browser, and when the right to edit is gone [ED31]", async ({
  ana,
  chen,
  desk,
  everyError,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  const network = await interruptible(chen.context());
  const typeAndClose = async (page: Page) => {
    network.isCut = false;
    await keepTyped(page, "Yes");
    await page.goto(card);
    await expectSaved(page);
    await network.cut();
    await page.getByLabel(GAPS).fill(WORDS);
    await expect(page.getByTestId("saving")).toHaveText(/^Offline: 1 change is kept on this device$/);
    await page.close();
    network.isCut = false;
    return newPage(chen.context(), "Chen Wei", everyError);
  };

  const signedOut = await typeAndClose(chen);
  await signedOut.goto(`${desk.url}/cases`);
  expect(await databases(signedOut)).toHaveLength(1);
  await signedOut.getByRole("banner").locator("summary").click();
  await signedOut.getByRole("button", { name: "Sign out" }).click();
  await expect(signedOut.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(await databases(signedOut)).toEqual([]);

  await signIn(signedOut, desk.linkOf("Chen Wei"));
  const shared = await typeAndClose(signedOut);
  await chen.context().clearCookies();
  await signIn(shared, desk.linkOf("Bo Lindqvist"));
  await shared.goto(card);
  await expectSaved(shared);
  await expect(shared.getByLabel(GAPS)).toHaveValue("");
  expect(await databases(shared)).toEqual([]);

  await chen.context().clearCookies();
  await signIn(shared, desk.linkOf("Chen Wei"));
  const demoted = await typeAndClose(shared);
  await ana.goto(`${desk.url}/members`);
  await ana.getByRole("button", { name: "Actions for Chen Wei" }).click();
  await ana.getByRole("menuitem", { name: /^Make viewer/ }).click();
  await ana.getByRole("alertdialog").getByRole("button", { name: "Make viewer" }).click();
  await expect(ana.getByRole("row", { name: /Chen Wei/ })).toContainText("Viewer");
  await demoted.goto(card);
  const kept = demoted.getByRole("region", { name: "Kept on this device, not sent" });
  await expect(kept).toContainText("You may not edit this card any more");
  await expect(kept).toContainText(WORDS);
  await expectAccessible(demoted, "words that are not sent");
  await expectNarrow(demoted, "words that are not sent");
  await kept.getByRole("button", { name: "Delete it from this device" }).click();
  await expect(demoted.getByText("It is deleted from this device.").first()).toBeVisible();
  await expect(kept).toBeHidden();
  await demoted.reload();
  await expect(demoted.getByTestId("saving")).toHaveText("Live, read only");
  await expect(kept).toBeHidden();
  await ana.goto(card);
  await expectSaved(ana);
  await expect(ana.getByLabel(GAPS)).toHaveValue("");
});

/** Chooses in the member's menu whether this browser keeps what is typed. */
async function keepTyped(page: Page, choice: "Yes" | "No"): Promise<void> {
  await page.goto(new URL("/cases", page.url()).href);
  await page.getByRole("banner").locator("summary").click();
  const group = page.getByRole("group", { name: "Keep what I type on this device until it is sent" });
  await group.getByRole("button", { name: choice }).click();
  const chosen = page.locator(`button[name=keep-typed][value=${choice.toLowerCase()}]`);
  await expect(chosen).toHaveAttribute("aria-pressed", "true");
}

async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: /^Continue as / }).click();
  await expect(page.getByRole("heading", { name: "Cases", level: 1 })).toBeVisible();
}

const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
