import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { ARTICLE, claimFromWords, claimInArticle, expectSaved, selectWords } from "./support/newsroom.ts";
import { expect } from "./support/people.ts";
import { test } from "./support/sample-desk.ts";

test("the address that a release's table gives opens the claim as it was signed [RL9]", async ({ sample }) => {
  await go(sample, "/cases/1/release");
  await sample.getByRole("button", { name: /^Release v1/ }).click();
  await sample.getByRole("alertdialog").getByRole("button", { name: "Release v1" }).click();
  await expect(sample.getByRole("article", { name: "Release v1" })).toBeVisible();
  const file = await sample.request.get(new URL("/cases/1/releases/1/csv", sample.url()).href);
  const [row] = parse<Record<string, string>>(await file.text(), { bom: true, columns: true });
  await sample.goto(row?.url ?? "");
  const screens = sample.getByRole("navigation", { name: "Screens of this case" });
  await expect(screens.getByRole("link", { name: "Release" })).toHaveAttribute("aria-current", "page");
  const claim = sample.getByRole("article", { name: row?.statement });
  await expect(claim).toBeInViewport();
  await expect(claim.getByText("Disputed", { exact: true })).toBeVisible();
  await expect(claim.getByText("about 240 residents", { exact: true })).toBeVisible();
  await expect(claim.getByText("Imke Sommer (sample)")).toBeVisible();
  await claim.getByRole("link", { name: "Source 1" }).click();
  await expect(claim.getByRole("link", { name: "Situation bulletin no. 4" })).toBeInViewport();
});

test("what blocks a claim leads to the part of its card where it is mended [RL1]", async ({ sample }) => {
  await go(sample, "/cases/1/release");
  await sample
    .getByRole("link", { name: /^There is no verdict yet/ })
    .first()
    .click();
  await expect(sample.getByRole("heading", { name: "Verdict", exact: true })).toBeInViewport();
  await expect(sample).toHaveURL(/\/claims\/3#verdict$/);
});

test("the list before a release names a claim of the last one that would leave it, and says why [RL12] [RL13] [LN3]", async ({
  sample,
}) => {
  await go(sample, "/cases/1/release");
  const ready = sample.locator(".preflight-list", { has: sample.getByRole("heading", { name: /^Ready/ }) });
  await expect(ready.getByText("Disputed", { exact: true })).toBeVisible();
  await expect(ready.getByText("about 240 residents", { exact: true })).toBeVisible();
  await sample.getByText(/^Advice before it is published/).click();
  const advice = sample.getByRole("listitem").filter({ hasText: "The statement has more than 75 characters" });
  await expect(advice.getByRole("link", { name: "Google, ClaimReview" })).toBeVisible();
  await expectAccessible(sample, "advice before a release");
  await expectNarrow(sample, "advice before a release");
  await advice.getByRole("link", { name: "C-1-1" }).click();
  await expect(sample).toHaveURL(/\/claims\/1#statement$/);
  await expect(sample.getByRole("textbox", { name: "Statement" })).toBeInViewport();
  await sample.goBack();
  await sample.getByRole("button", { name: /^Release v1/ }).click();
  await sample.getByRole("alertdialog").getByRole("button", { name: "Release v1" }).click();
  await expect(sample.getByRole("article", { name: "Release v1" })).toBeVisible();
  await go(sample, "/cases/1/claims/1/correct");
  await sample.getByLabel("Update").check();
  await sample.getByLabel("What was wrong, or is new").fill("Nobody counted.");
  await sample.getByLabel("Why", { exact: true }).fill("The ministry took its count back.");
  await sample.getByRole("button", { name: "Put it on the record" }).click();
  await expect(sample.getByText(/^An update is on the record/)).toBeVisible();
  await expectSaved(sample);
  await sample.getByLabel("Verdict in a sentence").fill("Nobody counted.");
  await expectSaved(sample);
  await go(sample, "/cases/1/release");
  await expect(sample.getByRole("heading", { name: "In v1, not in v2 1" })).toBeVisible();
  await expect(sample.getByText("It was in v1 and leaves it because:")).toBeVisible();
  await expectAccessible(sample, "a claim that leaves the release");
  await expectNarrow(sample, "a claim that leaves the release");
  await sample
    .getByRole("link", { name: /the sign-off is stale/ })
    .first()
    .click();
  await expect(sample.getByRole("heading", { name: /^Sign-off/ })).toBeInViewport();
});

test("words that changed in a new version take the place of the old ones in one decision [DO7]", async ({
  ana,
  bo,
}) => {
  const card = await claimInArticle(ana, "around 300 containers were left on the quay on Monday");
  await bo.goto(card);
  await expect(bo.locator(".quote-exact")).toHaveText("around 300 containers were left on the quay on Monday");

  await ana.getByRole("link", { name: "New version of this text" }).click();
  await ana.getByLabel("Text", { exact: true }).fill(ARTICLE.text.replace("around 300", "around 340"));
  await ana.getByRole("button", { name: "Lock version 2" }).click();
  await expect(ana.getByText(/Select what it says now and add it to the claim/)).toBeVisible();
  await selectWords(ana, "around 340 containers were left on the quay on Monday");
  await ana.getByRole("button", { name: "Add to a claim" }).click();
  const dialog = ana.getByRole("dialog", { name: "Add these words to a claim" });
  await dialog.getByRole("combobox", { name: "Claim" }).fill("quay monday");
  await ana.keyboard.press("Enter");
  await dialog.getByRole("radio", { name: /^These replace “around 300/ }).check();
  await expect(dialog.locator("del")).toHaveText("300");
  await expect(dialog.locator("ins")).toHaveText("340");
  await dialog.getByRole("button", { name: "Attach the new words" }).click();

  await expect(ana.locator(".article-text").getByRole("button", { name: /^C-1-1\b/ })).toBeVisible();
  await expect(ana.getByRole("heading", { name: /^Not marked in this version/ })).toBeHidden();
  await expect(bo.locator(".quote-exact")).toHaveText("around 340 containers were left on the quay on Monday");
  const decisions = bo.getByRole("complementary", { name: "Decisions" });
  await expect(decisions.getByText(/replaced the quote/)).toBeAttached();
});

test("before a release a quote that the next version does not bear out is kept on purpose, on the record [DO9]", async ({
  ana,
}) => {
  await claimInArticle(ana, "around 300 containers were left on the quay on Monday");
  await ana.getByRole("link", { name: "New version of this text" }).click();
  await ana.getByLabel("Text", { exact: true }).fill(ARTICLE.text.replace("around 300", "around 340"));
  await ana.getByRole("button", { name: "Lock version 2" }).click();
  await expect(ana.getByRole("heading", { name: /^Not marked in this version/ })).toBeVisible();
  await ana.goto(new URL("/cases/1/claims/1", ana.url()).href);
  await ana.getByRole("radio", { name: "Unproven" }).check();
  await expectSaved(ana);
  await go(ana, "/cases/1/release");
  const why = ana.getByRole("link", { name: /^Its quote does not stand in version 2 of “Harbour strike/ });
  await expect(why).toBeVisible();
  await expectAccessible(ana, "a quote that the next version does not bear out");
  await expectNarrow(ana, "a quote that the next version does not bear out");
  await ana.getByRole("button", { name: "Keep the quote of version 1 of C-1-1" }).click();
  await expect(why).toBeHidden();
  await go(ana, "/cases/1/record");
  await expect(ana.getByText(/kept the quote “around 300 .*” of version 1, though version 2 says/)).toBeVisible();
});

test("a quote is removed from the card, for everybody, and the way back brings it back [DO7]", async ({
  ana,
  bo,
  vera,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  for (const page of [ana, bo, vera]) await page.goto(card);
  await expectSaved(ana);
  await ana.getByRole("button", { name: "Remove the quote “up to 2,400”" }).click();
  for (const page of [ana, bo, vera]) await expect(page.locator(".quote-exact")).toBeHidden();
  await ana.getByRole("button", { name: "Undo" }).click();
  for (const page of [ana, bo, vera]) await expect(page.locator(".quote-exact")).toHaveText("up to 2,400");
  await expect(vera.getByRole("button", { name: /^Remove the quote/ })).toBeHidden();
});

test("a sign-off from a page that has not heard of a request for changes is refused, and shows it [SO6]", async ({
  ana,
  bo,
  chen,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  await chen.goto(card);
  await chen.getByRole("radio", { name: "True", exact: true }).check();
  await expectSaved(chen);
  await bo.routeWebSocket(/\/live\/cases\//, () => {});
  for (const page of [ana, bo]) await page.goto(card);
  for (const page of [ana, bo]) await expectSaved(page);

  await ana.getByRole("button", { name: "Request changes" }).click();
  await ana.getByLabel("What should change").fill("Name the count.");
  await ana.getByRole("button", { name: "Send back" }).click();
  await expect(ana.locator("#sign-off").getByText("Name the count.", { exact: true })).toBeVisible();
  await bo.getByRole("button", { name: "Sign off", exact: true }).click();
  await expect(bo.getByRole("alert")).toContainText(/Ana Noori asked for changes at \d\d:\d\d UTC: “Name the count.”/);
  await expect(bo.locator("#sign-off").getByText("Name the count.", { exact: true })).toBeVisible();
  await expect(chen.locator(".card-head").getByText("Researching")).toBeVisible();
});

test("two people sign one text at once: where one is enough, the second hears that nothing is left to do [SO6]", async ({
  ana,
  bo,
  chen,
}) => {
  await openRated(await claimFromWords(ana, "up to 2,400"), { signers: [ana, bo], editor: chen });
  await Promise.all([ana, bo].map((page) => page.getByRole("button", { name: "Sign off", exact: true }).click()));
  for (const page of [ana, bo, chen]) await expect(page.locator(".card-head").getByText("Signed off")).toBeVisible();
  await expect(chen.getByText("Current", { exact: true })).toHaveCount(1);
  const told = [ana, bo].map((page) => page.getByRole("alert").getByText(/Nothing is left to do\.$/));
  await expect.poll(async () => (await Promise.all(told.map((one) => one.count()))).sort()).toEqual([0, 1]);
});

test("two people sign one text at once: where the case asks for two, both count [SO6]", async ({ ana, bo, chen }) => {
  const card = await claimInArticle(ana, "up to 2,400");
  await ana.getByRole("link", { name: "Settings" }).click();
  await ana.getByLabel("Sign-offs needed").fill("2");
  await ana.getByRole("button", { name: "Change the settings" }).click();
  await expect(ana.getByText("The settings of the case are changed.").first()).toBeVisible();
  await openRated(card, { signers: [ana, bo], editor: chen });
  await Promise.all([ana, bo].map((page) => page.getByRole("button", { name: "Sign off", exact: true }).click()));
  await expect(chen.locator(".card-head").getByText("Signed off")).toBeVisible();
  await expect(chen.getByText("Current", { exact: true })).toHaveCount(2);
  // Whoever came first hears nothing of the other on a page that is cut off; neither is refused.
  for (const page of [ana, bo]) {
    await expect(page.getByText("Your sign-off on this text is already current.")).toBeVisible();
    await expect(page.getByRole("alert")).toBeHidden();
  }
});

test("who has the card open is told who dropped the claim and why, with the way to the one that stays [CL6]", async ({
  ana,
  bo,
}) => {
  const card = await claimInArticle(ana, "up to 2,400");
  await selectWords(ana, "true number was up to 2,400");
  await ana.keyboard.press("c");
  await expect(ana.locator(".article-text").getByRole("button", { name: /^C-1-2\b/ })).toBeVisible();
  for (const page of [ana, bo]) {
    await page.goto(card);
    await expectSaved(page);
  }
  await ana.getByLabel("Status", { exact: true }).selectOption({ label: "Dropped" });
  await ana.getByLabel("Reason").selectOption({ label: "Duplicate of another claim" });
  await ana.getByLabel("Which claim stays").fill("2");
  await ana.getByRole("button", { name: "Move", exact: true }).click();

  await expect(bo.getByText("Ana Noori dropped this claim")).toBeVisible();
  await expect(bo.getByRole("status").getByText("Ana Noori dropped C-1-1: Duplicate of C-1-2.")).toBeAttached();
  await expectAccessible(bo, "a card that was dropped");
  await expectNarrow(bo, "a card that was dropped");
  await bo.getByRole("link", { name: "C-1-2" }).click();
  await expect(bo.getByRole("heading", { name: "Claim C-1-2" })).toBeVisible();
  await bo.getByRole("link", { name: "Record" }).click();
  await expect(bo.getByText("dropped the claim: Duplicate of").getByRole("link", { name: "C-1-2" })).toBeVisible();
  await bo.getByRole("link", { name: "Board" }).click();
  await bo.locator("summary", { hasText: "Dropped" }).click();
  await bo.locator(".claim-card").getByRole("link", { name: "C-1-2", exact: true }).click();
  await expect(bo.getByRole("heading", { name: "Claim C-1-2" })).toBeVisible();
});

test("an amount that could be two numbers is asked about, and stored as the one that is chosen [ED11]", async ({
  ana,
}) => {
  await ana.goto(await claimFromWords(ana, "up to 2,400"));
  await expectSaved(ana);
  const amount = ana.getByLabel("Amount");
  await amount.fill("1.500");
  await expect(ana.getByText("Is that 1,500 or 1.5? Nothing is stored until you choose.")).toBeVisible();
  await expectAccessible(ana, "an amount that could be two numbers");
  await expectNarrow(ana, "an amount that could be two numbers");
  await ana.getByRole("button", { name: "1,500", exact: true }).click();
  await expect(amount).toHaveValue("1,500");
  await expect(ana.getByText("up to 1,500", { exact: true })).toBeVisible();
  await expectSaved(ana);
  await ana.getByLabel("Of what").fill("people");
  await amount.fill("-3");
  await amount.blur();
  await expect(ana.getByText("“-3” is not stored: there cannot be fewer than 0 people.")).toBeVisible();
  await amount.fill("3");
  await expectSaved(ana);
});

async function go(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}

/** A card with a rating, open to its signers on pages that hear nothing of one another. */
async function openRated(card: string, { signers, editor }: { signers: Page[]; editor: Page }): Promise<void> {
  await editor.goto(card);
  await expectSaved(editor);
  await editor.getByRole("radio", { name: "Unproven" }).check();
  await expectSaved(editor);
  for (const page of signers) {
    await page.routeWebSocket(/\/live\/cases\//, () => {});
    await page.goto(card);
    await expectSaved(page);
    await expect(page.getByRole("radio", { name: "Unproven" })).toBeChecked();
  }
}
