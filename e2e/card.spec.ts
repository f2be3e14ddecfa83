import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { openTogether, rationale, writeRationale } from "./support/card.ts";
import { interruptible } from "./support/network.ts";
import { addSource, expectRationale, expectSaved, wordsBefore } from "./support/newsroom.ts";
import { expect, newPage, test } from "./support/people.ts";

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

test("undo goes back over field and rationale, through one's own edits only [ED1]", async ({ ana, chen }) => {
  await openTogether(ana, chen);
  await ana.getByLabel("Claimant").fill("Harbour union");
  await expect(chen.getByLabel("Claimant")).toHaveValue("Harbour union");
  await writeRationale(ana, "Ana counted. ");
  await expectRationale(chen, "Ana counted. ");
  await chen.getByLabel("What is not known").fill("Chen asked.");
  await writeRationale(chen, "Chen counted too.");
  await expectRationale(ana, "Ana counted. Chen counted too.");
  await ana.keyboard.press("Control+z");
  await expect(rationale(chen)).not.toContainText("Ana counted.");
  await expectRationale(chen, "Chen counted too.");
  await ana.getByLabel("Statement").press("Control+z");
  await expect(chen.getByLabel("Claimant")).toHaveValue("");
  await ana.getByLabel("Statement").press("Control+z");
  await expect(ana.getByRole("status")).toContainText("Nothing of yours left to undo.");
  await expect(ana.getByLabel("What is not known")).toHaveValue("Chen asked.");
  await expectRationale(ana, "Chen counted too.");
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
  await expect(lost).not.toBeInViewport();
  await chen.getByRole("link", { name: "Go to the text" }).click();
  await expect(lost).toBeInViewport();
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

test("after a break in which both changed the card, who was away reads what both did [ED20]", async ({ ana, chen }) => {
  const network = await interruptible(ana);
  await openTogether(ana, chen);
  await network.cut();
  await expect(ana.getByTestId("saving")).toContainText("Offline");
  await ana.getByLabel("Claimant").fill("Harbour union");
  await chen.getByLabel("Claimant").fill("Port authority");
  await chen.getByLabel("What is not known").fill("Nobody has opened the cold stores.");
  await expectSaved(chen);
  network.isCut = false;

  await expectSaved(ana);
  const list = ana.getByRole("region", { name: "Changed by you and by others while you were offline" });
  await expect(list.getByRole("heading", { name: /^Claimant: both of you changed it/ })).toBeVisible();
  const states = list.locator(".absence-both .card-diff > div");
  await expect(states.filter({ hasText: "You" })).toContainText("Harbour union");
  await expect(states.filter({ hasText: "Others" })).toContainText("Port authority");
  await list.getByText("Changed by others only").click();
  await expect(list.getByText("Nobody has opened the cold stores.")).toBeVisible();
  await expectAccessible(ana, "what both sides changed");
  await list.getByRole("button", { name: "Close this list" }).click();
  await expect(list).toBeHidden();
  await expect(chen.getByRole("region", { name: /^Changed by you and by others/ })).toHaveCount(0);
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

test("the question before leaving outlives what a colleague changes meanwhile [ED5]", async ({ ana, bo }) => {
  const card = await openTogether(ana, bo);
  await ana.getByLabel("Amount").fill("a hundred or so");
  await ana.getByRole("link", { name: "Board" }).click();
  const question = ana.getByRole("alertdialog", { name: "Not saved yet" });
  await expect(question).toBeVisible();
  const loadedAgain = ana.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith(".data"));
  await bo.getByLabel("What is not known").fill("The cold stores are closed.");
  await (await loadedAgain).finished();
  await expectSaved(bo);
  await question.getByRole("button", { name: "Leave and lose the changes" }).click();
  await expect(ana).not.toHaveURL(card);
});

test("a colleague is seen: by name, in which field, and with the caret where it stands", async ({ ana, chen }) => {
  await openTogether(ana, chen);
  const here = chen.getByRole("list", { name: "Also on this card" });
  await expect(here.getByRole("listitem")).toHaveText(["Ana Noori"]);
  await ana.getByLabel("Statement").press("End");
  await expect(here.getByRole("listitem")).toHaveText(["Ana Noori in Statement"]);
  await expect(fieldOf(chen, "statement").locator(".here-name")).toHaveText("Ana Noori");
  const caret = fieldOf(chen, "statement").locator(".caret");
  await expect(caret.locator(".caret-name")).toHaveText("Ana Noori");
  await expect.poll(() => wordsBefore(caret)).toBe("up to 2,400");
  await ana.keyboard.press("Home");
  await expect.poll(() => wordsBefore(caret)).toBe("");
  await writeRationale(ana, "Ana counted.");
  await expect(here.getByRole("listitem")).toHaveText(["Ana Noori in Rationale"]);
  await expect(rationale(chen).locator(".caret-name")).toHaveText("Ana Noori");
  await ana.close();
  await expect(here).toHaveCount(0);
});

test("a caret stays where it was put while a colleague's words stream in [ED15]", async ({ ana, chen }) => {
  await openTogether(ana, chen);
  await writeRationale(ana, "The union names no list.");
  await expectRationale(chen, "The union names no list.");
  await writeRationale(chen, "Chen");
  await chen.keyboard.press("Enter");
  const streaming = chen.keyboard.type(" counts".repeat(12));
  await rationale(ana).press("Home");
  for (let time = 0; time < 10; time++) {
    await ana.keyboard.press("End");
    await ana.keyboard.press("Home");
    await ana.keyboard.press("x");
  }
  await streaming;
  await expectRationale(ana, `${"x".repeat(10)}The union names no list.`);
});

test("two tabs of one person merge what is typed, and colleagues see that person once", async ({
  ana,
  chen,
  everyError,
}) => {
  const card = await openTogether(ana, chen);
  const second = await newPage(ana.context(), "Ana Noori, second tab", everyError);
  await second.goto(card);
  await expectSaved(second);
  await ana.getByLabel("What is not known").fill("In the first tab.");
  await expect(second.getByLabel("What is not known")).toHaveValue("In the first tab.");
  await second.getByLabel("Verdict in a sentence").fill("In the second tab.");
  await expect(ana.getByLabel("Verdict in a sentence")).toHaveValue("In the second tab.");
  for (const page of [ana, second]) {
    await expectSaved(page);
    await expect(page.getByRole("list", { name: "Also on this card" }).getByRole("listitem")).toHaveText(["Chen Wei"]);
  }
  const here = chen.getByRole("list", { name: "Also on this card" });
  await expect(here.getByRole("listitem")).toHaveText([/^Ana Noori/]);
  await second.close();
  await ana.getByLabel("Statement").focus();
  await expect(here.getByRole("listitem")).toHaveText(["Ana Noori in Statement"]);
});

test("two people in one short field make no mixture: each keeps their words, sees the other's, and the last one to leave wins [ED8]", async ({
  ana,
  bo,
}) => {
  await openTogether(ana, bo);
  await ana.getByRole("button", { name: "Add a source" }).click();
  await bo.getByRole("button", { name: "Edit Untitled source" }).click();
  const writeTogether = async (mine: Locator, theirs: Locator) => {
    await mine.pressSequentially("Breitbart");
    await expect(theirs).toHaveValue("Breitbart");
    await theirs.focus();
    await expect(beside(mine)).toContainText("Bo Lindqvist is writing here");
    await theirs.fill("United Nations OCHA");
    await expect(beside(mine)).toContainText("Bo Lindqvist wrote: United Nations OCHA");
    await mine.pressSequentially(" news desk");
    await expect(mine).toHaveValue("Breitbart news desk");
    await expect(beside(theirs)).toContainText("Ana Noori wrote: Breitbart news desk");
    await expect(theirs).toHaveValue("United Nations OCHA");
    await mine.blur();
    await expectSaved(ana);
    await theirs.blur();
    await expect(mine).toHaveValue("United Nations OCHA");
    await expect(theirs).toHaveValue("United Nations OCHA");
    await mine.fill("Harbour union");
    await expect(theirs).toHaveValue("Harbour union");
    await mine.press("Control+z");
    await expect(mine).toHaveValue("United Nations OCHA");
    await expect(theirs).toHaveValue("United Nations OCHA");
    await theirs.fill("OCHA");
    await beside(mine).getByRole("button", { name: "Take it" }).click();
    await expect(mine).toBeFocused();
    await mine.press("End");
    await mine.pressSequentially(", Geneva");
    await expect(beside(theirs)).toContainText("Ana Noori wrote: OCHA, Geneva");
    await mine.blur();
    await expectSaved(ana);
    await theirs.blur();
    await expect(mine).toHaveValue("OCHA");
    await expect(theirs).toHaveValue("OCHA");
  };
  for (const label of ["Claimant", "Of what", "Publisher"]) {
    await writeTogether(ana.getByLabel(label, { exact: true }), bo.getByLabel(label, { exact: true }));
  }
  for (const page of [ana, bo]) await expectSaved(page);
});

test("a sign-off that was overtaken shows what is different now, and a stale one shows it without being asked", async ({
  ana,
  bo,
}) => {
  await openTogether(ana, bo);
  await ana.getByRole("radio", { name: "Unproven" }).check();
  const gaps = ana.getByLabel("What is not known");
  await gaps.fill("The cold stores are closed.");
  await expect(bo.getByLabel("What is not known")).toHaveValue("The cold stores are closed.");
  const decisions = bo.getByRole("complementary", { name: "Decisions" });
  await bo.route(/\.data\b/, async (route) => {
    if (route.request().method() === "POST") {
      await gaps.fill("The cold stores are open.");
      await expectSaved(ana);
    }
    await route.continue();
  });
  await decisions.getByRole("button", { name: "Sign off", exact: true }).click();
  await expect(decisions.getByRole("alert")).toContainText("changed the card while you were reading it");
  await bo.unroute(/\.data\b/);
  await expect(decisions.locator(".overtaken ins")).toHaveText("open");
  await gaps.fill("The cold stores are empty.");
  await expect(decisions.locator(".overtaken ins")).toHaveText("empty");
  await decisions.getByRole("button", { name: "Sign off", exact: true }).click();
  await expect(decisions.getByText("Current", { exact: true })).toBeVisible();
  await gaps.fill("The cold stores are full.");
  await expect(decisions.getByRole("button", { name: "Still stands: sign off" })).toBeVisible();
  await expect(decisions.locator(".review-diff ins")).toHaveText("full");
  // A word behind a full stop without a space: server and browser have to find the same difference, or the page is drawn anew.
  await gaps.fill("The cold stores are empty.Nobody counted.");
  await expectSaved(ana);
  await bo.reload();
  await expect(decisions.locator(".review-diff ins")).toHaveText("Nobody counted.");
  await expectSaved(bo);
});

test("on a phone the head of a card says what is missing and who is here, and leads to the decision", async ({
  ana,
  bo,
}) => {
  await openTogether(ana, bo);
  await ana.setViewportSize({ width: 390, height: 844 });
  const head = ana.locator(".card-head");
  await expect(head.getByText("Missing:")).toBeInViewport();
  await expect(head.getByRole("list", { name: "Also on this card" })).toContainText("Bo Lindqvist");
  await expect(ana.getByRole("button", { name: "Sign off", exact: true })).not.toBeInViewport();
  await head.getByRole("link", { name: "Decide" }).click();
  await expect(ana.getByRole("button", { name: "Sign off", exact: true })).toBeInViewport();
});

test("a card can be read without JavaScript, by those who edit and by those who only read", async ({
  ana,
  vera,
  browser,
}) => {
  const card = await openTogether(ana);
  await addSource(ana, { Stance: "Refutes", Title: "Union letter", "Quote, word for word": "2,400 remain." });
  await writeRationale(ana, "The bulletin lists 300.");
  await ana.getByLabel("What is not known").fill("Nobody has opened the cold stores.");
  await expectSaved(ana);
  for (const person of [ana, vera]) {
    const context = await browser.newContext({
      storageState: await person.context().storageState(),
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(card);
    for (const words of ["Union letter", "2,400 remain.", "The bulletin lists 300."])
      await expect(page.getByText(words)).toBeVisible();
    const gaps = "Nobody has opened the cold stores.";
    if (person === ana) await expect(page.getByLabel("What is not known")).toHaveValue(gaps);
    else await expect(page.getByText(gaps)).toBeVisible();
    await context.close();
  }
});

/** A short field with what stands around it. */
const beside = (field: Locator) => field.locator("xpath=ancestor::*[@data-place][1]");

const fieldOf = (page: Page, place: string) => page.locator(`[data-place="${place}"]`);
