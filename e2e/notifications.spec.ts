import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { claimFromWords, expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

/** Ana gives the open claim to Chen and asks Bo to review it. */
async function assign(ana: Page): Promise<void> {
  await ana.getByRole("button", { name: "Assign…" }).click();
  const dialog = ana.getByRole("dialog", { name: "Assign C-1-1" });
  await dialog.getByLabel("Assignee").selectOption({ label: "Chen Wei" });
  await dialog.getByLabel("Bo Lindqvist").check();
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(dialog).toBeHidden();
}

const bell = (page: Page, words: string) => page.getByRole("link", { name: words, exact: true });

test("what is asked of people rings at once, is seen to by keys, and the list keeps its place [NO1] [NO8] [NO12]", async ({
  ana,
  bo,
  chen,
  desk,
}) => {
  await chen.goto(`${desk.url}/notifications`);
  await expect(chen.getByText("Nothing is left to see to")).toBeVisible();
  const card = await claimFromWords(ana, "up to 2,400");
  for (const page of [ana, bo, chen]) {
    await page.goto(card);
    await expectSaved(page);
  }
  await assign(ana);
  for (const page of [bo, chen]) await expect(bell(page, "Notifications, 1 unread")).toBeVisible();
  await expect(bell(ana, "Notifications")).toBeVisible();

  await bell(bo, "Notifications, 1 unread").click();
  await expect(bo.getByText("Ana Noori asks you to review it once it is ready.")).toBeVisible();
  await expectAccessible(bo, "notifications");
  await expectNarrow(bo, "notifications");
  await bo.keyboard.press("j");
  await bo.keyboard.press("h");
  await bo.getByRole("menuitem", { name: /^Tomorrow morning/ }).click();
  await expect(bo.getByText("Nothing is left to see to")).toBeVisible();
  await expect(bell(bo, "Notifications")).toBeVisible();
  const row = bo.getByRole("link", { name: /C-1-1 Ana Noori asks you/ });
  await bo.getByRole("link", { name: "Snoozed" }).click();
  await expect(row).toBeVisible();
  await bo.keyboard.press("j");
  await bo.keyboard.press("h");
  await expect(bell(bo, "Notifications, 1 unread")).toBeVisible();
  await bo.getByRole("link", { name: "Open", exact: true }).click();
  await expect(row).toBeVisible();
  await bo.keyboard.press("j");
  await bo.keyboard.press("Enter");
  await expectSaved(bo);
  await expect(bell(bo, "Notifications")).toBeVisible();
  await bo.goBack();
  await expect(row).toBeFocused();
  await bo.keyboard.press("u");
  await expect(bell(bo, "Notifications, 1 unread")).toBeVisible();
  await bo.keyboard.press("e");
  await expect(row).toBeHidden();
  await bo.getByRole("button", { name: "Undo" }).last().click();
  await expect(row).toBeVisible();

  await ana.goto(card.replace("claims/1", "settings"));
  await ana.getByLabel("Only the people I choose").check();
  await ana.getByRole("button", { name: "Change the settings" }).click();
  await expect(ana.getByText("Restricted", { exact: true })).toBeVisible();
  await row.click();
  await expect(bo.getByRole("heading", { name: "Not here" })).toBeVisible();
  await bell(bo, "Notifications").click();
  await expect(bo.getByText("Nothing is left to see to")).toBeVisible();
});

test("the digest and the choices of a person are theirs, and read on a phone [NO7] [NO10]", async ({ bo, desk }) => {
  await bo.goto(`${desk.url}/notifications`);
  await expect(bo.getByText("Nothing is left to see to")).toBeVisible();
  await bo.getByRole("link", { name: "Since you last looked" }).click();
  await expect(bo.getByText("No news since you last looked")).toBeVisible();
  await expectAccessible(bo, "digest");
  await bo.getByRole("link", { name: "Settings" }).click();
  await expect(bo.getByRole("heading", { name: "Muted cases" })).toBeVisible();
  await expectAccessible(bo, "notification settings");
  await expectNarrow(bo, "notification settings");
  await bo.getByRole("group", { name: "Somebody gives me a claim" }).getByRole("radio", { name: "Off" }).check();
  await bo.getByRole("button", { name: "Save the choices" }).click();
  await expect(bo.getByText("Your choices are saved.").last()).toBeVisible();
});

test("a reviewer decides one claim after the other, withdraws, and signs no text that they have not seen [WO11] [WO12] [WO13]", async ({
  ana,
  bo,
  chen,
  desk,
}) => {
  await bo.goto(`${desk.url}/my-work/review`);
  await expect(bo.getByText("No claim waits for your decision")).toBeVisible();
  const card = await claimFromWords(ana, "up to 2,400");
  await ana.goto(card);
  await expectSaved(ana);
  await assign(ana);
  await chen.goto(card);
  await expectSaved(chen);
  await chen.getByLabel("Verdict in a sentence").fill("Only the union says so.");
  const confirm = chen.getByRole("button", { name: "Confirm claimant" });
  if (await confirm.isVisible()) await confirm.click();
  await expectSaved(chen);
  await chen.getByLabel("Status", { exact: true }).selectOption({ label: "In review" });
  await chen.getByRole("button", { name: "Move", exact: true }).click();
  await expect(ana.locator(".card-head").getByText("In review")).toBeVisible();

  await bo.goto(`${desk.url}/my-work`);
  await bo.getByRole("link", { name: "Review 1 claim" }).click();
  await expect(bo.getByText("1 of 1")).toBeVisible();
  await expectAccessible(bo, "review");
  await expectNarrow(bo, "review");
  await bo.keyboard.press("2");
  await bo.keyboard.type("Name the count.");
  await bo.keyboard.press("Control+Enter");
  await expect(bo.getByText("That was all")).toBeVisible();
  await bo.getByRole("button", { name: "Withdraw" }).click();
  await expect(bo.getByText("1 of 1")).toBeVisible();

  await chen.getByLabel("Verdict in a sentence").fill("Only one side says so.");
  await expectSaved(chen);
  await bo.keyboard.press("1");
  await expect(
    bo.getByRole("alert").filter({ hasText: "Chen Wei changed the card while you were reading it" }).first(),
  ).toBeVisible();
  await bo.getByRole("button", { name: "Go on with the new text" }).click();
  await bo.keyboard.press("1");
  await expect(bo.getByText("C-1-1 is signed off.", { exact: true })).toBeVisible();
  await expect(bo.getByText("That was all")).toBeVisible();
});
