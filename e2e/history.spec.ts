import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { openTogether } from "./support/card.ts";
import { expectNarrow } from "./support/layout.ts";
import { expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

const versions = (page: Page) => page.getByRole("navigation", { name: "Versions" });

test("versions are compared, named and restored, while a colleague sees the card change [HI4] [HI7] [HI10] [HI11]", async ({
  ana,
  bo,
  vera,
}) => {
  const card = await openTogether(ana, bo);
  await bo.getByLabel("What is not known").fill("Nobody has opened the cold stores.");
  await expectSaved(bo);
  await ana.keyboard.press("Control+Alt+h");
  await expect(versions(ana).getByRole("link", { name: /Bo Lindqvist.*What is not known/ })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await expect(ana.getByRole("region", { name: "What is not known" }).locator("ins")).toContainText("added: Nobody");
  await ana.getByRole("button", { name: "Name this version…" }).click();
  await ana.getByLabel("Name of this version").fill("Before the ministry answered");
  await ana.keyboard.press("Enter");
  await expect(versions(ana).getByText("“Before the ministry answered”")).toBeVisible();

  await bo.getByLabel("What is not known").fill("All of it is known.");
  await expect(versions(ana).getByRole("link", { name: /Bo Lindqvist/ })).toHaveCount(2);
  await versions(ana)
    .getByRole("link", { name: /Before the ministry answered/ })
    .click();
  await expect(ana).toHaveURL(/to=2$/);
  await ana.getByRole("button", { name: "Restore What is not known…" }).click();
  const question = ana.getByRole("alertdialog", { name: "Restore What is not known?" });
  await expect(question.locator("ins")).toContainText("Nobody has opened the cold stores");
  await expectAccessible(ana, "asked before restoring");
  await question.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(bo.getByLabel("What is not known")).toHaveValue("Nobody has opened the cold stores.");
  await expect(question).toBeHidden();

  await ana.goto(`${card}/history?from=2&to=now`);
  await expect(ana.getByText("Nothing is different: both say exactly the same.")).toBeVisible();
  await ana.keyboard.press("x");
  await expect(ana).toHaveURL(/from=now&to=2$/);
  await expectAccessible(ana, "versions");
  await expectNarrow(ana, "versions");

  await vera.goto(`${card}/history?to=2`);
  await expect(vera.getByText("You can read this card. Restoring is for those who edit it.")).toBeVisible();
  await expect(vera.getByRole("button", { name: /Restore|Name/ })).toHaveCount(0);
  await vera.goto(`${card}/history?to=99`);
  await expect(vera.getByRole("heading", { name: "Not here" })).toBeVisible();
});

test("who wrote which words is told on hover and by keyboard, and a new claim has one version [HI8] [HI9]", async ({
  ana,
  bo,
}) => {
  const card = await openTogether(ana, bo);
  await ana.goto(`${card}/history`);
  await expect(ana.getByText("This is where the history of the card begins")).toBeVisible();
  await bo.getByLabel("What is not known").fill("Nobody has opened them.");
  await expectSaved(bo);
  await ana.getByRole("link", { name: "Who wrote what" }).click();
  const gaps = ana.getByRole("region", { name: "What is not known" });
  await gaps.getByRole("link").hover();
  await expect(ana.getByText(/^Bo Lindqvist wrote this, today/).first()).toBeVisible();
  await ana.getByRole("region", { name: "Statement" }).getByRole("link").focus();
  await expect(ana.getByText(/^The server wrote this when the claim was made/).first()).toBeVisible();
  await expectAccessible(ana, "who wrote what");
  await expectNarrow(ana, "who wrote what");
  await gaps.getByRole("link").press("Enter");
  await expect(ana).toHaveURL(/history\?to=now$/);
});
