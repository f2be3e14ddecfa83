import type { Browser, Page } from "@playwright/test";
import type { Desk } from "./support/desk.ts";
import { enter, pressUntilFocused, tabTo, write } from "./support/keys.ts";
import { expectRationale, expectSaved } from "./support/newsroom.ts";
import { expect, newPage, test } from "./support/people.ts";

const TITLE = "The bridge at Holm";
const CLAIM = "The bridge at Holm was closed for about 12 days.";
const TEXT = `Nobody enjoys a closed bridge. ${CLAIM} The mayor apologised.`;

// Nothing here points or clicks: only keys are pressed, from the welcome page to the release.
test("the keyboard alone takes a claim from paste to release", async ({ browser, desk, everyError }) => {
  const ana = await signIn(browser, desk, "Ana Noori", everyError);

  await test.step("a new case, opened from the list", async () => {
    await enter(ana, "link", "New case");
    await write(ana, "Title", TITLE);
    await enter(ana, "button", "Make the case");
    await expect(ana.getByRole("heading", { name: TITLE })).toBeVisible();
    await enter(ana, "link", "Cases");
    await expect(ana.getByRole("heading", { name: "Cases", level: 1 })).toBeVisible();
    await ana.keyboard.press("j");
    await expect(ana.getByRole("link", { name: TITLE })).toBeFocused();
    await ana.keyboard.press("Enter");
  });

  await test.step("a document is pasted", async () => {
    await enter(ana, "link", "Paste an article");
    await write(ana, "Title", "Bridge open again");
    await tabTo(ana, "textbox", "Text");
    await ana.keyboard.insertText(TEXT);
    await enter(ana, "button", "Lock the text and open it");
    await expect(ana.getByRole("heading", { name: "Bridge open again" })).toBeVisible();
  });

  await test.step("one sentence is no claim, the next one is", async () => {
    await ana.keyboard.press("j");
    await expect(ana.getByRole("toolbar", { name: "This sentence" })).toBeVisible();
    await ana.keyboard.press("n");
    await expect(ana.getByText("1 dismissed")).toBeVisible();
    await ana.keyboard.press("j");
    await ana.keyboard.press("c");
    await expect(ana.getByRole("button", { name: /^C-1-1/ }).first()).toBeVisible();
    await enter(ana, "link", "Open card C-1-1");
  });

  await test.step("the card is written: statement, source, citation, rating", async () => {
    await expectSaved(ana);
    await write(ana, "Statement", " Checked on site.");
    await expect(ana.getByLabel("Statement")).toHaveValue(`${CLAIM} Checked on site.`);
    await enter(ana, "button", "Add a source");
    await expect(ana.getByLabel("Stance")).toBeFocused();
    await ana.keyboard.type("Supports");
    await expect(ana.getByLabel("Stance")).toHaveValue("supports");
    await write(ana, "Title", "Road log");
    await expect(ana.getByRole("button", { name: "Close Road log" })).toBeVisible();
    await write(ana, "Rationale", "The log lists 12 days ");
    await ana.keyboard.press("Control+Shift+E");
    await expect(ana.getByRole("combobox", { name: "Cite which source" })).toBeFocused();
    await ana.keyboard.press("Enter");
    await expectRationale(ana, "The log lists 12 days [1]");
    await ana.keyboard.press("Escape");
    await tabTo(ana, "radio", "No rating");
    await pressUntilFocused(ana, "ArrowUp", ana.getByRole("radio", { name: "True", exact: true }));
    await expect(ana.getByRole("radio", { name: "True", exact: true })).toBeChecked();
    await expectSaved(ana);
  });

  await test.step("the claim is assigned and moved by its menu", async () => {
    await enter(ana, "link", "Board");
    const card = ana.getByRole("link", { name: /^The bridge at Holm was closed/ });
    await tabTo(ana, "link", /^The bridge at Holm was closed/);
    await ana.keyboard.press("a");
    await tabTo(ana, "combobox", "Assignee", ana.getByRole("dialog", { name: "Assign C-1-1" }));
    await ana.keyboard.type("Chen");
    await tabTo(ana, "checkbox", "Bo Lindqvist");
    await ana.keyboard.press("Space");
    await enter(ana, "button", "Assign");
    await expect(ana.getByRole("dialog")).toBeHidden();
    await expect(card).toBeFocused();
    await ana.keyboard.press("s");
    await expect(ana.getByRole("menu")).toBeFocused();
    await pressUntilFocused(ana, "ArrowDown", ana.getByRole("menuitemradio", { name: "In review" }));
    await ana.keyboard.press("Enter");
    const column = ana.getByRole("region", { name: /^In review/ });
    await expect(column.getByText("Checked on site.")).toBeVisible();
    await expect(column.getByRole("img", { name: "Chen Wei" })).toBeVisible();
  });

  const bo = await signIn(browser, desk, "Bo Lindqvist", everyError);
  await test.step("somebody else sends it back with a reason", async () => {
    await enter(bo, "link", "My work");
    await enter(bo, "link", /^The bridge at Holm was closed/);
    await expectSaved(bo);
    await enter(bo, "button", "Request changes");
    await write(bo, "What should change", "Say who checked.");
    await enter(bo, "button", "Send back");
    await expect(bo.getByText("Changes requested", { exact: true })).toBeVisible();
  });

  await test.step("it is changed, and signed off", async () => {
    await enter(ana, "link", /^The bridge at Holm was closed/);
    await expect(ana.locator("#sign-off").getByText("Say who checked.", { exact: true })).toBeVisible();
    await expectSaved(ana);
    await write(ana, "Statement", " Ana was there.");
    await expectSaved(ana);
    await expect(bo.getByLabel("Statement")).toHaveValue(/Ana was there\.$/);
    await enter(bo, "button", "Sign off");
    await expect(bo.getByRole("heading", { name: "Sign-off, 1 of 1" })).toBeVisible();
  });

  await test.step("an edit makes it stale, and it is signed again", async () => {
    await write(ana, "Statement", " Twice.");
    await expectSaved(ana);
    await expect(bo.getByText("Stale", { exact: true })).toBeVisible();
    await enter(bo, "button", "Still stands: sign off");
    await expect(bo.getByRole("heading", { name: "Sign-off, 1 of 1" })).toBeVisible();
    await bo.context().close();
  });

  await test.step("the claim set is released", async () => {
    await enter(ana, "link", "Release");
    await enter(ana, "button", "Release v1: 1 claim");
    await enter(ana, "button", "Release v1");
    await expect(ana.getByRole("alertdialog")).toBeHidden();
    await expect(ana.getByRole("link", { name: /JSON/ }).first()).toBeVisible();
  });
  await ana.context().close();
});

/** Opens the link that this person was given, and goes on by key. */
async function signIn(browser: Browser, desk: Desk, name: string, everyError: string[]): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "UTC" });
  const page = await newPage(context, name, everyError);
  await page.goto(desk.linkOf(name));
  await enter(page, "button", `Continue as ${name.split(" ")[0]}`);
  await expect(page.getByRole("heading", { name: "Cases", level: 1 })).toBeVisible();
  return page;
}
