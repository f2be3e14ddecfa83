import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { openCase } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

test("what a colleague adds waits while my focus is in the list; what I choose is decided claim by claim [BV10] [BV21]", async ({
  ana,
  bo,
}) => {
  const path = await openCase(ana, "Harbour strike");
  for (const statement of ["The quay was closed.", "The crane fell.", "The ship left."])
    await makeClaim(ana, statement);
  await bo.goto(new URL(`${path}/table`, bo.url()).href);
  await expect(rows(ana)).toHaveCount(3);

  await test.step("keys go from claim to claim and select on the way", async () => {
    await card(ana, "The quay was closed.").focus();
    await ana.keyboard.press("x");
    await ana.keyboard.press("Shift+ArrowDown");
    await expect(card(ana, "The crane fell.")).toBeFocused();
    await expect(ana.getByText("2 claims selected")).toBeVisible();
    await ana.keyboard.press("End");
    await expect(card(ana, "The ship left.")).toBeFocused();
  });

  await test.step("a colleague's claim and move wait, and L shows them", async () => {
    await makeClaim(bo, "Nobody was hurt.");
    await expect(ana.getByRole("button", { name: "1 new or moved: show L" })).toBeVisible();
    await expect(rows(ana)).toHaveCount(3);
    await bo
      .getByRole("row", { name: /The crane fell/ })
      .getByRole("button", { name: /^More actions/ })
      .click();
    await bo.getByRole("menuitem", { name: "Take it" }).click();
    await expect(ana.getByRole("button", { name: "2 new or moved: show L" })).toBeVisible();
    await expect(card(ana, "The ship left.")).toBeFocused();
    await expectAccessible(ana, "board with a selection and claims that wait");
    await expectNarrow(ana, "board with a selection and claims that wait");
    await ana.keyboard.press("l");
    await expect(column(ana, "Researching").getByText("The crane fell.")).toBeVisible();
    await expect(card(ana, "The ship left.")).toBeFocused();
  });

  await test.step("a decision on many is made on each; what came between is told with the way to the claim", async () => {
    await bo.routeWebSocket(/\/live\/cases\//, () => {});
    await bo.reload();
    for (const name of [/The quay was closed/, /The ship left/])
      await bo.getByRole("row", { name }).getByRole("checkbox").click();
    await ana.keyboard.press("Escape");
    await ana.keyboard.press("s");
    await ana.getByRole("menuitemradio", { name: "Researching" }).click();
    await expect(column(ana, "Researching").getByText("The ship left.")).toBeVisible();
    await bo.getByRole("button", { name: "Assign…" }).click();
    await bo.getByRole("dialog").getByLabel("Assignee").selectOption({ label: "Chen Wei" });
    await bo.getByRole("dialog").getByRole("button", { name: "Assign" }).click();
    const left = bo.getByRole("dialog", { name: "1 claim was left as it is" });
    await expect(left.getByText(/^Meanwhile Ana Noori moved it from Inbox to Researching\./)).toBeVisible();
    await expect(left.getByRole("link", { name: "C-1-3" })).toBeVisible();
    await expectAccessible(bo, "table with claims that were left");
    await left.getByRole("button", { name: "Close the list" }).click();
    await expect(bo.getByText("1 claim is with Chen Wei now.").first()).toBeVisible();
    await ana.getByRole("button", { name: "1 new or moved: show L" }).click();
    await expect(column(ana, "Researching").getByText("The quay was closed.")).toBeVisible();
  });

  await test.step("reviewers and a due time for many: whose analyst would be the reviewer is named, and stays selected", async () => {
    for (const statement of ["The quay was closed.", "The ship left."]) {
      await card(ana, statement).focus();
      await ana.keyboard.press("x");
    }
    await ana.getByRole("button", { name: "Request review…" }).click();
    await ana.getByRole("dialog").getByRole("checkbox", { name: "Chen Wei" }).check();
    await ana.getByRole("dialog").getByRole("button", { name: "Request review" }).click();
    const left = ana.getByRole("dialog", { name: "1 claim was left as it is" });
    await expect(left.getByRole("listitem")).toHaveText([
      /^C-1-1The quay was closed\.The reviewer has to be somebody other than the analyst\.$/,
    ]);
    await left.getByRole("button", { name: "Close the list" }).click();
    await expect(ana.getByText("1 claim is with Chen Wei for review.").first()).toBeVisible();
    await expect(ana.getByText("1 claim selected")).toBeVisible();
    await card(ana, "The ship left.").focus();
    await ana.keyboard.press("x");
    const nextYear = new Date().getUTCFullYear() + 1;
    await ana.getByRole("button", { name: "Due…" }).click();
    await ana.getByRole("dialog").getByLabel("Due").fill(`${nextYear}-03-01T10:00`);
    await ana.getByRole("dialog").getByRole("button", { name: "Set the due time" }).click();
    await expect(ana.getByText("2 claims are due at the new time.").first()).toBeVisible();
    await expect(ana.locator(".claim-card").filter({ hasText: /1 Mar/ })).toHaveCount(2);
  });
});

test("a shared view is a copy: saving over it asks, reaches everybody, and alters no link [BV2] [BV6]", async ({
  ana,
  bo,
  vera,
}) => {
  const path = await openCase(ana, "Harbour strike");
  await bo.goto(new URL(`${path}/board`, bo.url()).href);
  await vera.goto(bo.url());
  for (const page of [bo, vera]) await expect(page.getByText("No claims yet", { exact: true })).toBeVisible();
  await expectAccessible(vera, "a board without claims");
  await expect(vera.getByRole("button", { name: "New claim without an article" })).toHaveCount(0);
  await makeClaim(ana, "The quay was closed.");
  await expect(bo.locator("[data-claim]").getByText("The quay was closed.")).toBeVisible();
  await ana.goto(new URL(`${path}/board?status=inbox`, ana.url()).href);
  await view(ana, "Save as a view…");
  await ana.getByLabel("Name").fill("Morning desk");
  await ana.getByRole("radio", { name: "Everybody on this case" }).check();
  await expectAccessible(ana, "saving a view");
  await ana.getByRole("button", { name: "Save the view" }).click();
  await expect(ana.getByRole("button", { name: "Views: “Morning desk”", exact: true })).toBeVisible();
  await view(bo, "Morning desk");
  await expect(bo.getByRole("link", { name: "Remove the filter Status: Inbox" })).toBeVisible();
  const link = bo.url();

  await ana.getByRole("combobox", { name: "Status" }).selectOption({ label: "In review" });
  await expect(ana.getByText("Nothing matches")).toBeVisible();
  await view(ana, "Save over “Morning desk”");
  await ana
    .getByRole("alertdialog", { name: "Save for everyone?" })
    .getByRole("button", { name: "Save for everyone" })
    .click();
  await expect(bo.getByRole("button", { name: "Views: “Morning desk”, changed" })).toBeVisible();
  await vera.goto(link);
  await expect(vera.getByRole("link", { name: "Remove the filter Status: Inbox" })).toBeVisible();
  await vera.getByRole("button", { name: /^Views/ }).click();
  await expect(vera.getByRole("menuitem", { name: /Save as a view/ })).toBeVisible();
  await expect(vera.getByRole("menuitem", { name: /Save over|Delete/ })).toHaveCount(0);
  await expectAccessible(vera, "the views of a viewer");
  await ana.goBack();
  await expect(ana.getByRole("link", { name: "Remove the filter Status: Inbox" })).toBeVisible();
});

async function makeClaim(page: Page, statement: string): Promise<void> {
  await page.getByRole("button", { name: /^New claim/ }).click();
  await page.getByRole("dialog").getByLabel("Statement").fill(statement);
  await page.getByRole("dialog").getByRole("button", { name: "Make the claim" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.locator("[data-claim]").getByText(statement)).toBeVisible();
}

async function view(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^Views/ }).click();
  await page.getByRole("menuitem", { name: new RegExp(`^${name}`) }).click();
}

const rows = (page: Page) => page.locator("[data-claim]");
const card = (page: Page, statement: string) => page.locator(".claim-card").getByRole("link", { name: statement });
const column = (page: Page, status: string) => page.getByRole("region", { name: new RegExp(`^${status}`) });
