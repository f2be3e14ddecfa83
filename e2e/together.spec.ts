import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { openTogether, rationale, writeRationale } from "./support/card.ts";
import { expectNarrow } from "./support/layout.ts";
import { expectRationale, expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

const roster = (page: Page) => page.getByRole("dialog", { name: "Who is on this case" });
const openRoster = async (page: Page) => {
  await page.getByRole("button", { name: /^On this case/ }).click();
  await expect(roster(page)).toBeVisible();
};

test("one follows a colleague through the case until a step of one's own, and never away from unsent words [TO1] [TO2] [TO3]", async ({
  ana,
  bo,
}) => {
  const card = await openTogether(ana, bo);
  const casePath = new URL(card).pathname.replace(/\/claims.*/, "");
  await bo.goto(new URL(`${casePath}/table`, card).href);
  await ana.goto(new URL(`${casePath}/board`, card).href);
  await openRoster(ana);
  await expect(roster(ana).getByRole("link", { name: "at the table" })).toBeVisible();
  await expectAccessible(ana, "roster");
  await expectNarrow(ana, "roster");
  await roster(ana).getByRole("button", { name: "Follow Bo Lindqvist" }).click();
  await expect(ana).toHaveURL(/\/table$/);
  await expect(ana.locator(".together-line")).toContainText("Following Bo Lindqvist.");
  await expect(bo.locator(".followed-by")).toHaveText("Ana Noori follows you");

  await bo.getByRole("navigation", { name: "Screens of this case" }).getByRole("link", { name: "Article" }).click();
  await expect(ana).toHaveURL(/\/documents\//);
  await bo.goto(card);
  await expect(ana).toHaveURL(card);
  await bo.getByLabel("What is not known").focus();
  await expect(ana.getByLabel("What is not known")).toBeInViewport();
  await ana.keyboard.press("Escape");
  await expect(ana.locator(".together-line")).toBeHidden();
  await expect(bo.locator(".followed-by")).toBeHidden();

  await openRoster(bo);
  await roster(bo).getByRole("link", { name: "on C-1-1" }).click();
  await bo.getByLabel("Outlet").focus();
  await openRoster(ana);
  await roster(ana).getByRole("link", { name: "in Outlet of C-1-1" }).click();
  await expect(ana.getByLabel("Outlet")).toBeFocused();

  await ana.goto(new URL(`${casePath}/documents/new`, card).href);
  await ana.getByLabel("Title").fill("Second thoughts");
  await openRoster(ana);
  await roster(ana).getByRole("button", { name: "Follow Bo Lindqvist" }).click();
  await expect(ana.locator(".together-line")).toContainText("as soon as what you typed here is sent");
  await expect(ana.getByLabel("Title")).toHaveValue("Second thoughts");

  await bo.goto("about:blank");
  await expect(ana.getByRole("button", { name: "On this case: you", exact: true })).toBeVisible();
  await openRoster(ana);
  await expect(roster(ana).getByText("Nobody else is here now.")).toBeVisible();
});

test("paused live updates hold the list and the card still, and what is signed is judged by the server [TO20] [TO21] [TO11] [TO13]", async ({
  ana,
  bo,
}) => {
  const card = await openTogether(ana, bo);
  await openRoster(ana);
  await roster(ana).getByLabel("Everything").check();
  await ana.keyboard.press("Escape");
  await writeRationale(bo, "Counted twice by the union.");
  await expectRationale(ana, "Counted twice by the union.");
  await expect(ana.getByRole("log", { name: "What colleagues do" })).toContainText(
    "Bo Lindqvist added 5 words to Rationale",
  );
  await expect(ana.locator(".caret-name").first()).toHaveText("Bo Lindqvist");
  const tree = await rationale(ana).ariaSnapshot();
  expect(tree).not.toContain("Bo Lindqvist");

  await openRoster(ana);
  await roster(ana).getByLabel("Hide others’ carets").check();
  await expect(ana.locator(".caret").first()).toBeHidden();
  await roster(ana).getByLabel("Pause live updates").check();
  await ana.keyboard.press("Escape");
  const line = ana.getByText(/^Live updates are paused\./);
  await expect(line).toContainText("Nothing has changed since.");
  await writeRationale(bo, " Nobody saw it.");
  await bo.getByLabel("Verdict in a sentence").fill("No.");
  await expectSaved(bo);
  await expect(line).toContainText("One change waits.");
  await ana.getByLabel("What is not known").fill("Who counted.");
  await expectSaved(ana);
  await expect(bo.getByLabel("What is not known")).toHaveValue("Who counted.");
  await expect(ana.getByLabel("Verdict in a sentence")).toHaveValue("");
  await expect(rationale(ana)).not.toContainText("Nobody saw it.");
  await expectAccessible(ana, "a paused card");

  await ana.getByRole("link", { name: "Board" }).click();
  await bo.getByRole("button", { name: "Assign…" }).click();
  await bo.getByRole("dialog").getByLabel("Assignee").selectOption({ label: "Chen Wei" });
  await bo.getByRole("dialog").getByRole("button", { name: "Assign", exact: true }).click();
  await expect(bo.locator(".claim-facts").getByText("Chen Wei")).toBeVisible();
  await expect(ana.locator("[data-claim]").first()).not.toContainText("Chen Wei");
  await ana.getByRole("button", { name: "Show changes as they come" }).click();
  await expect(ana.locator("[data-claim]").first().getByRole("img", { name: "Chen Wei" })).toBeVisible();
  await ana.goto(card);
  await expectRationale(ana, "Nobody saw it.");
  await expect(ana.getByLabel("Verdict in a sentence")).toHaveValue("No.");
});
