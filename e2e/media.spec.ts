import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { claimFromWords, expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

test("two people say together what a picture is that a claim is about, and a viewer reads it [ED40]", async ({
  ana,
  bo,
  vera,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  for (const page of [ana, bo, vera]) await page.goto(card);
  await expectSaved(ana);
  await expect(bo.getByLabel("Address of the original")).toBeHidden();
  await ana.getByLabel("The claim is about").selectOption("a picture");
  await bo.getByLabel("Staged", { exact: true }).check();
  await bo.getByLabel("What it really shows").fill("A drill of 2019.");
  await bo.getByLabel("Address of the original").fill("https://photos.example/drill");
  await expectSaved(bo);
  await expect(ana.getByLabel("Staged", { exact: true })).toBeChecked();
  await ana.getByLabel("Taken out of its context").check();
  const media = vera.getByRole("region", { name: "Media" });
  for (const words of ["a picture", "Taken out of its context, Staged", "A drill of 2019."])
    await expect(media.getByText(words, { exact: true })).toBeVisible();
  await expectAccessible(ana, "a card about a picture");
  await expectNarrow(ana, "a card about a picture");
  await ana.getByLabel("The claim is about").selectOption("no picture, video or recording");
  await expect(media.getByText("A drill of 2019.")).toBeHidden();
});
