import type { Page } from "@playwright/test";
import { Desk } from "./support/desk.ts";
import { expect, test as people } from "./support/people.ts";
import { openSample } from "./support/sample-desk.ts";

/** A desk with the sample case, seen by its admin: C-1-1 is signed off. */
const test = people.extend<{ sample: Page }>({
  sample: async ({ context, everyError }, use) => {
    const desk = await Desk.open([]);
    await use(await openSample(context, desk, everyError));
    await desk.close();
  },
});

test("the address that a release's file gives opens the claim as it was signed [RL9]", async ({ sample }) => {
  await go(sample, "/cases/1/release");
  await sample.getByRole("button", { name: /^Release v1/ }).click();
  await sample.getByRole("alertdialog").getByRole("button", { name: "Release v1" }).click();
  await expect(sample.getByRole("article", { name: "Release v1" })).toBeVisible();
  const file = await sample.request.get(new URL("/cases/1/releases/1/claimreview", sample.url()).href);
  const [review] = (await file.json())["@graph"];
  await sample.goto(review.url);
  const claim = sample.getByRole("article", { name: review.claimReviewed });
  await expect(claim).toBeInViewport();
  await expect(claim.getByText("Disputed", { exact: true })).toBeVisible();
  await expect(claim.getByText("about 240 residents", { exact: true })).toBeVisible();
  await expect(claim.getByText("Imke Sommer (sample)")).toBeVisible();
  await claim.getByRole("link", { name: "Source 1" }).click();
  await expect(claim.getByRole("link", { name: "Situation bulletin no. 4" })).toBeInViewport();
});

async function go(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}
