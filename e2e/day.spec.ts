import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { schemaFaults } from "#server/export/schema-faults.fixture.ts";
import { ARTICLE, addSource, expectRationale, expectSaved, selectWords, wordsBefore } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

const RATIONALE = "Rationale";

test("a desk takes an article from paste to release, several people at once", async ({
  ana,
  bo,
  chen,
  dalia,
  desk,
}) => {
  await ana.goto(`${desk.url}/cases`);
  const documentPath = await pasteArticle(ana);
  const casePath = documentPath.replace(/\/documents.*/, "");

  await test.step("two people make claims in the same second, and everybody sees the marks", async () => {
    for (const page of [ana, chen, dalia]) await page.goto(desk.url + documentPath);
    await selectWords(chen, "around 300 containers were left on the quay");
    await selectWords(dalia, "up to 2,400");
    await Promise.all([chen.keyboard.press("c"), dalia.keyboard.press("c")]);
    for (const page of [ana, chen, dalia]) {
      await expect(page.locator(".article-text").getByRole("button", { name: /^C-1-1\b/ })).toBeVisible();
      await expect(page.locator(".article-text").getByRole("button", { name: /^C-1-2\b/ })).toBeVisible();
    }
    await expect(ana.getByText("2 claimed")).toBeVisible();
  });

  const number = await numberOfClaim(ana, "around 300 containers");
  const cardUrl = `${desk.url}${casePath}/claims/${number}`;
  const reference = `C-1-${number}`;

  await test.step("the figure keeps its qualifier", async () => {
    await chen.goto(cardUrl);
    await expectSaved(chen);
    await expect(chen.getByText("about 300 containers")).toBeVisible();
  });

  await test.step("both type in the same rationale paragraph, and no letter is lost", async () => {
    await dalia.goto(cardUrl);
    await expectSaved(dalia);
    const [mine, theirs] = [chen, dalia].map((page) => page.getByRole("textbox", { name: RATIONALE })) as [
      ReturnType<Page["getByRole"]>,
      ReturnType<Page["getByRole"]>,
    ];
    await mine.click();
    await chen.keyboard.type("The bulletin lists 300 containers. ");
    await expect(theirs).toContainText("The bulletin lists 300 containers.");
    await chen.keyboard.press("Home");
    await expect.poll(() => wordsBefore(theirs.locator(".caret"))).toBe("");
    await theirs.click();
    await dalia.keyboard.press("End");
    await expect.poll(() => wordsBefore(mine.locator(".caret"))).toBe("The bulletin lists 300 containers. ");
    await Promise.all([
      chen.keyboard.type("Checked on site: "),
      dalia.keyboard.type("The union counts cold stores too."),
    ]);
    const merged = "Checked on site: The bulletin lists 300 containers. The union counts cold stores too.";
    await expectRationale(chen, merged);
    await expectRationale(dalia, merged);
    await expectSaved(chen);
    await expectSaved(dalia);
  });

  await test.step("sources with stance, quote and locator, cited in the rationale", async () => {
    await addSource(chen, {
      Stance: "Supports",
      Title: "Bulletin 7",
      Publisher: "Port authority",
      Address: "https://example.org/bulletin-7",
      "Where in it": "page 2",
      "Quote, word for word": "300 containers remain on the quay.",
    });
    await addSource(chen, { Stance: "Refutes", Title: "Union letter", Address: "https://example.org/letter" });
    for (const title of ["Union letter", "Bulletin 7"]) await cite(chen, title);
    await expect(dalia.getByRole("textbox", { name: RATIONALE })).toContainText("[1]");
    await expect(dalia.getByRole("textbox", { name: RATIONALE })).toContainText("[2]");
    await chen.getByLabel("Statement").fill("About 300 containers were left on the quay on Monday.");
    await chen.getByLabel("Claimant").fill("Port authority");
    await chen.getByLabel("Said when").fill("Monday");
    await chen.getByRole("radio", { name: "Disputed" }).check();
    await chen.getByLabel("Verdict in a sentence").fill("Both counts are partial.");
    await expectSaved(chen);
    await expect(dalia.getByRole("radio", { name: "Disputed" })).toBeChecked();
  });

  await test.step("the editor assigns an analyst and a different reviewer", async () => {
    await ana.goto(cardUrl);
    await ana.getByRole("button", { name: "Assign…" }).click();
    const dialog = ana.getByRole("dialog", { name: `Assign ${reference}` });
    await dialog.getByLabel("Assignee").selectOption({ label: "Chen Wei" });
    await dialog.getByLabel("Bo Lindqvist").check();
    await dialog.getByRole("button", { name: "Assign" }).click();
    await expect(dialog).toBeHidden();
    await expect(chen.locator("#work").getByText("Bo Lindqvist", { exact: true })).toBeVisible();
    await chen.getByLabel("Status", { exact: true }).selectOption({ label: "In review" });
    await chen.getByRole("button", { name: "Move", exact: true }).click();
    await expect(ana.locator(".card-head").getByText("In review")).toBeVisible();
    await bo.goto(`${desk.url}/my-work`);
    await expect(bo.getByText(reference)).toBeVisible();
  });

  await test.step("the reviewer requests changes with a reason, and signs off when they are made", async () => {
    await bo.goto(cardUrl);
    await expectSaved(bo);
    await bo.getByRole("button", { name: "Request changes" }).click();
    await bo.getByLabel("What should change").fill("Say what is not known.");
    await bo.getByRole("button", { name: "Send back" }).click();
    await expect(chen.locator("#sign-off").getByText("Say what is not known.", { exact: true })).toBeVisible();
    await chen.getByLabel("What is not known").fill("Nobody has opened the cold stores.");
    await expectSaved(chen);
    await expect(bo.getByLabel("What is not known")).toHaveValue("Nobody has opened the cold stores.");
    await bo.getByRole("button", { name: "Sign off", exact: true }).click();
    await expect(chen.locator(".card-head").getByText("Signed off")).toBeVisible();
  });

  await test.step("an edit makes it stale, with the difference shown [SO3]", async () => {
    await chen.getByLabel("Verdict in a sentence").fill("Both counts are partial, and rival.");
    await expectSaved(chen);
    await expect(bo.getByText("Stale", { exact: true })).toBeVisible();
    await expect(bo.locator("ins").filter({ hasText: "rival" })).toBeVisible();
    await bo.getByRole("button", { name: "Still stands: sign off" }).click();
    // The card of a colleague says "Signed off" all along, as long as the edit is not in the tables.
    await expect(bo.getByRole("button", { name: "Still stands: sign off" })).toBeHidden();
    await expect(chen.locator(".card-head").getByText("Signed off")).toBeVisible();
  });

  await test.step("the editor releases v1; the unsigned claim is not in it [RL1]", async () => {
    await ana.goto(`${desk.url}${casePath}/release`);
    await ana.getByRole("button", { name: /^Release v1/ }).click();
    await ana.getByRole("alertdialog").getByRole("button", { name: "Release v1" }).click();
    await expect(ana.getByRole("article", { name: "Release v1" })).toBeVisible();
  });

  await test.step("the exports say the same and nothing else", async () => {
    const file = (label: string) => download(ana, label);
    const written = await file("ClaimReview");
    expect(schemaFaults("claim-review-1.json", written)).toEqual([]);
    const claimReview = JSON.parse(written);
    const review = claimReview["@graph"].find((one: { "@type": string }) => one["@type"] === "ClaimReview");
    expect(review.claimReviewed).toBe("About 300 containers were left on the quay on Monday.");
    expect(review.reviewRating.alternateName).toBe("Disputed");
    expect(review.reviewRating.ratingValue).toBeUndefined();

    const rows: Record<string, string>[] = parse(await file("CSV"), { bom: true, columns: true });
    expect(rows).toHaveLength(1);
    expect(Object.values(rows[0] ?? {})).toContain("about 300 containers");

    const set = JSON.parse(await file("JSON"));
    expect(set.claims.map((one: { reference: string }) => one.reference)).toEqual([reference]);

    const markdown = await file("Markdown");
    expect(markdown).toContain("about 300 containers");
    expect(markdown).not.toContain("2,400");

    const report = await file("HTML report");
    const page = await ana.context().newPage();
    await page.setContent(report);
    await expect(page.getByText("About 300 containers were left on the quay on Monday.").first()).toBeVisible();
    expect(await page.locator("script").count()).toBe(0);
    await page.close();
  });
});

/** Makes a case and pastes the article into it. Returns the path of the document. */
async function pasteArticle(page: Page): Promise<string> {
  await page.getByRole("link", { name: "New case" }).click();
  await page.getByLabel("Title").fill("Harbour strike");
  await page.getByRole("button", { name: "Make the case" }).click();
  await page.getByRole("link", { name: "Paste an article" }).click();
  await page.getByLabel("Title").fill(ARTICLE.title);
  await page.getByLabel("Address it came from").fill("https://example.org/harbour");
  await page.getByLabel("Outlet").fill("Harbour Post");
  await page.getByLabel("Text", { exact: true }).fill(ARTICLE.text);
  await page.getByRole("button", { name: "Lock the text and open it" }).click();
  await expect(page.getByRole("heading", { name: ARTICLE.title })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function numberOfClaim(page: Page, words: string): Promise<number> {
  const name = await page
    .locator(".article-text")
    .getByRole("button", { name: new RegExp(words) })
    .getAttribute("aria-label");
  return Number(/C-1-(\d+)/.exec(name ?? "")?.[1]);
}

async function cite(page: Page, title: string): Promise<void> {
  await page.getByRole("textbox", { name: RATIONALE }).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+Shift+E");
  await page.getByRole("combobox", { name: "Cite which source" }).fill(title);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Cite which source" })).toBeHidden();
}

async function download(page: Page, label: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: `${label} of v1`, exact: true }).click(),
  ]);
  return readFile(await file.path(), "utf8");
}
