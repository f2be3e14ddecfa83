import type { Page } from "@playwright/test";
import { claimFromWords, expectRationale, expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

test("undo takes only one's own words out of a paragraph in which a colleague went on [ED1]", async ({ ana, chen }) => {
  await openTogether(ana, chen);
  await writeRationale(ana, "Ana began. ");
  await expectRationale(chen, "Ana began. ");
  await writeRationale(chen, "Chen wrote that.");
  await expectRationale(ana, "Ana began. Chen wrote that.");
  await ana.keyboard.press("Control+z");
  for (const page of [ana, chen]) {
    await expectRationale(page, "Chen wrote that.");
    await expect(rationale(page)).not.toContainText("Ana began.");
  }
  await ana.keyboard.press("Control+Shift+z");
  await expectRationale(chen, "Ana began. Chen wrote that.");
});

test("undo leaves a source that a colleague has filled meanwhile, and says who did", async ({ ana, chen }) => {
  await openTogether(ana, chen);
  await ana.getByRole("button", { name: "Add a source" }).click();
  await chen.getByRole("button", { name: "Edit Untitled source" }).click();
  await chen.getByLabel("Quote, word for word").fill("Chen wrote that.");
  await expect(ana.getByLabel("Quote, word for word")).toHaveValue("Chen wrote that.");
  await ana.getByLabel("Stance").focus();
  await ana.keyboard.press("Control+z");
  const notices = ana.getByRole("region", { name: "Notices" });
  await expect(notices).toContainText("Chen Wei changed “Sources” after you; nothing undone.");
  for (const page of [ana, chen]) await expect(page.getByLabel("Quote, word for word")).toHaveValue("Chen wrote that.");
});

test("what does not fit into a field is refused in words, and the field goes on [ED3]", async ({ ana, chen }) => {
  await openTogether(ana, chen);
  const much = "unknown ".repeat(40_000);
  const gaps = ana.getByLabel("What is not known");
  await gaps.fill("The cold stores are closed. ");
  await expectSaved(ana);
  await gaps.press("End");
  await ana.keyboard.insertText(much);
  await expect(gaps).toHaveValue("The cold stores are closed. ");
  await expect(ana.getByRole("alert")).toHaveText(
    "Nothing was added: that is 300,028 characters too many. This field holds 20,000, and 19,972 more fit.",
  );
  await ana.keyboard.insertText("Nobody has opened them.");
  await expect(chen.getByLabel("What is not known")).toHaveValue("The cold stores are closed. Nobody has opened them.");
  await expect(ana.getByRole("alert")).toHaveCount(0);
  const page = much.slice(0, 40_000);
  await writeRationale(ana, page);
  await expect(ana.getByRole("alert")).toContainText("This field holds 20,000");
  await writeRationale(ana, "The bulletin lists 300.");
  await expectRationale(chen, "The bulletin lists 300.");
  await ana.getByLabel("Claimant").fill(page);
  await expect(ana.getByLabel("Claimant")).not.toHaveValue(page);
  await expect(ana.getByRole("alert")).toContainText("This field holds 2,000");
  await expectSaved(ana);
});

test("a member who is taken off the desk stops at once and keeps what was typed to copy [ED4]", async ({
  ana,
  chen,
  desk,
}) => {
  const network = await interruptible(chen);
  await openTogether(ana, chen);
  await chen.getByRole("button", { name: "Add a source" }).click();
  await expectSaved(chen);
  network.holdsBack = true;
  await chen.getByLabel("Archived copy").fill("https://web.example.org/harbour");
  await chen.getByLabel("As of").fill("Monday evening");
  await chen.getByLabel("What is not known").fill("Nobody has opened the cold stores.");
  await expect(chen.getByTestId("saving")).toHaveText("Saving…");

  await ana.goto(`${desk.url}/members`);
  await ana.getByRole("button", { name: /Chen Wei/ }).click();
  await ana.getByRole("menuitem", { name: /End their access/ }).click();
  await ana.getByRole("alertdialog").getByRole("button", { name: "End access" }).click();

  await expect(chen.getByTestId("saving")).toContainText("Can't save");
  await expect(chen.getByLabel("What is not known")).not.toBeEditable();
  const lost = chen.getByRole("region", { name: "What the server did not store" });
  await expect(lost).toContainText("https://web.example.org/harbour");
  await expect(lost).toContainText("up to 2,400 as of Monday evening");
  await expect(lost).toContainText("Nobody has opened the cold stores.");
  await chen.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await lost.getByRole("button", { name: "Copy what is not known" }).click();
  await expect(lost.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await chen.evaluate(() => navigator.clipboard.readText())).toBe("Nobody has opened the cold stores.");
  await chen.goto(`${desk.url}/cases`);
  await expect(chen.getByRole("button", { name: "Sign in" })).toBeVisible();
});

test("an entry that cannot be stored is not called saved, says why, and is not left behind unasked [ED5]", async ({
  ana,
}) => {
  const card = await openTogether(ana);
  const saving = ana.getByTestId("saving");
  await ana.getByLabel("Amount").fill("a hundred or so");
  await expect(saving).toHaveText("1 entry not stored");
  await expect(ana.getByLabel("Amount")).toHaveAccessibleDescription(/is not a number, so it is not stored/);

  await ana.getByRole("button", { name: "Add a source" }).click();
  await ana.getByLabel("Address", { exact: true }).fill("example.org/letter");
  await expect(saving).toHaveText("2 entries not stored");
  await ana.getByRole("button", { name: "Close Untitled source" }).click();
  await expect(ana.getByText("An entry of this source is not stored.")).toBeVisible();

  await ana.getByRole("link", { name: "Board" }).click();
  const question = ana.getByRole("alertdialog", { name: "Not saved yet" });
  await expect(question).toContainText("2 entries are not stored");
  await question.getByRole("button", { name: "Stay here" }).click();
  await expect(ana.getByLabel("Amount")).toHaveValue("a hundred or so");

  await ana.getByLabel("Amount").fill("100");
  await ana.getByRole("button", { name: "Edit Untitled source" }).click();
  await expect(ana.getByLabel("Address", { exact: true })).toHaveValue("example.org/letter");
  await ana.getByLabel("Address", { exact: true }).fill("https://example.org/letter");
  await expectSaved(ana);
  await ana.getByRole("link", { name: "Board" }).click();
  await expect(ana).not.toHaveURL(card);
});

const rationale = (page: Page) => page.getByRole("textbox", { name: "Rationale" });

/** Opens the card of a new claim for everybody. Returns its address. */
async function openTogether(...pages: [Page, ...Page[]]): Promise<string> {
  const card = await claimFromWords(pages[0], "up to 2,400");
  for (const page of pages) {
    await page.goto(card);
    await expectSaved(page);
  }
  return card;
}

/** Puts words at the end of the rationale in one go. */
async function writeRationale(page: Page, words: string): Promise<void> {
  await rationale(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(words);
}

/** Stands between a page and the server: while it holds back, nothing that the page sends about a card arrives. */
async function interruptible(page: Page): Promise<{ holdsBack: boolean }> {
  const network = { holdsBack: false };
  await page.routeWebSocket(/\/collab\/claims\//, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((frame) => !network.holdsBack && server.send(frame));
  });
  return network;
}
