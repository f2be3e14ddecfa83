import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { openArticle } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

const review = (claimReviewed: string, given: object = {}) => ({
  "@type": "ClaimReview",
  claimReviewed,
  url: "https://checks.example/harbour",
  author: { "@type": "Organization", name: "Harbour Check" },
  datePublished: "2019-05-03",
  itemReviewed: { author: { name: "The union" } },
  reviewRating: { alternateName: "False", ratingValue: "1", bestRating: 5, worstRating: 1 },
  citation: { name: "Port register", url: "https://port.example/register" },
  ...given,
});
const page = (...reviews: object[]) =>
  `<!doctype html><script type="application/ld+json">${JSON.stringify({ "@graph": reviews })}</script>`;

test("Ana imports checks of others from a page; Vera, who only reads, is shown them where they matter [IM9]", async ({
  ana,
  vera,
  desk,
}) => {
  await test.step("an empty room says what to do, and a reader may not import", async () => {
    await ana.goto(`${desk.url}/cases`);
    await ana.getByRole("link", { name: "Precedents" }).click();
    await expect(ana.getByText("No precedents yet")).toBeVisible();
    await vera.goto(`${desk.url}/precedents/import`);
    await expect(vera.getByText("Your role")).toBeVisible();
  });

  await test.step("what a page holds is seen before it is imported, with what was repaired and dropped", async () => {
    await ana.getByRole("link", { name: "Import checks" }).click();
    await ana.getByRole("button", { name: "See what it holds" }).click();
    await expect(ana.getByRole("alert")).toHaveText("Choose a file, or paste what is in it.");
    const file = { name: "harbour.html", mimeType: "text/html" };
    const text = page(review("Around 300 containers were left on the quay"), review(""));
    await ana.getByLabel("File").setInputFiles({ ...file, buffer: Buffer.from(text) });
    await ana.getByRole("button", { name: "See what it holds" }).click();
    await expect(ana.getByRole("heading", { name: "harbour.html" })).toBeVisible();
    await expect(ana.getByText("1 new check", { exact: true })).toBeVisible();
    await expect(ana.getByText("1 is dropped")).toBeVisible();
    await expect(ana.getByText("It says no claim, so it could never be found: it is dropped.")).toBeVisible();
    await ana.getByRole("button", { name: "Import 1 check" }).click();
    await expect(ana.getByText("Imported: 1 new check, 0 newer versions.")).toBeVisible();
  });

  await test.step("a table says what its columns are", async () => {
    await ana.getByLabel("Or paste it").fill("Claim;What they say\nThe crane fell;True\n;False");
    await ana.getByRole("button", { name: "See what it holds" }).click();
    await ana.getByLabel("What they say").selectOption({ label: "Rating" });
    await ana.getByRole("button", { name: "Read it like that" }).click();
    await expect(ana.getByText("Checked: True")).toBeVisible();
    await expectAccessible(ana, "import, a table");
    await expectNarrow(ana, "import, a table");
    await ana.getByRole("button", { name: "Import 1 check" }).click();
    await expect(ana.getByText("Imported: 1 new check")).toBeVisible();
  });

  await test.step("below the sentence that becomes a claim, and on its card, stands who checked it and why; the reader hides it", async () => {
    await openArticle(ana);
    await expect(ana.getByRole("button", { name: /^On this case/ })).toBeVisible();
    await ana.keyboard.press("j");
    const bar = ana.getByRole("toolbar", { name: "This sentence" }).getByRole("status");
    await expect(bar).toContainText("Checked by Harbour Check on 3 May 2019: False");
    await expect(bar).toContainText("Same words: around, 300");
    await expect(ana.locator(".sentence").first()).toBeFocused();
    await expectAccessible(ana, "a sentence that was checked");
    await ana.keyboard.press("c");
    await expect(ana.getByRole("button", { name: /^C-1-1\b/ }).first()).toBeVisible();
    await vera.goto(`${desk.url}/cases/1/claims/1`);
    const hint = vera.getByRole("region", { name: "Probably already checked" });
    await expect(hint).toContainText("Checked by Harbour Check on 3 May 2019: False");
    await expect(hint).toContainText("Same words:");
    await expectAccessible(vera, "card with a precedent");
    await hint.getByRole("button", { name: "Hide" }).click();
    await expect(hint).toBeHidden();
  });

  await test.step("a precedent is found by its words, read in Arabic, and made a claim of", async () => {
    await vera.context().addCookies([{ name: "assay-language", value: "ar", url: desk.url }]);
    await vera.goto(`${desk.url}/precedents`);
    await expect(vera.getByText("تحقق منه Harbour Check")).toBeVisible();
    await expectAccessible(vera, "precedents in Arabic");
    await expectNarrow(vera, "precedents in Arabic");
    await ana.goto(`${desk.url}/precedents`);
    await ana.getByLabel("Words in a claim").fill("containers union");
    await ana.getByRole("button", { name: "Find", exact: true }).click();
    await expect(ana.getByText("The crane fell")).toBeHidden();
    await ana.getByText("Where it was seen, and what the check rests on: 1").click();
    await expect(ana.getByRole("link", { name: "Port register" })).toHaveAttribute("href", /port\.example/);
    await ana.getByText("Make a claim of it").click();
    await ana.getByRole("button", { name: "Make the claim" }).click();
    await expect(ana.getByRole("textbox", { name: "Statement" })).toHaveText(
      "Around 300 containers were left on the quay",
    );
    await expect(ana.getByText("Harbour Check").first()).toBeVisible();
  });
});
