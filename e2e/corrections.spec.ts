import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { claimFromWords, expectSaved } from "./support/newsroom.ts";
import { expect } from "./support/people.ts";
import { signAndRelease, storedClaims, test } from "./support/released.ts";
import { send } from "./support/send.ts";

const verdict = (page: Page) => page.getByLabel("Verdict in a sentence");

test("a released claim is corrected, then withdrawn by two people; what rests on it is listed, and the next release and the public page in Arabic say so first [CO2] [CO3] [CO4] [CO6] [CO8] [PB16]", async ({
  ana,
  bo,
  desk,
}) => {
  const at = (path: string) => `${desk.url}${path}`;
  const card = await claimFromWords(ana, "Nobody in the harbour will forget that day.");
  await send(ana, at("/cases/1/board"), { intent: "create", statement: "As C-1-1 says, nobody forgot." });
  for (const path of [card.replace(/1$/, "2"), card]) {
    await ana.goto(path);
    await verdict(ana).fill("Nobody asked them.");
    await expectSaved(ana);
  }
  await signAndRelease(bo, desk, [1, 2]);

  await expect(ana.getByText(/^Released in v1/)).toBeVisible();
  await expect(verdict(ana)).toBeHidden();
  const [{ version = 0 } = {}] = await storedClaims(desk);
  const words = { what: "Twelve people were asked.", why: "We read an older note." };
  await send(bo, `${card}/correct`, { kind: "correction", ...words, releasedBefore: "1", version: String(version) });
  await expect(ana.getByText(/^A correction is on the record/)).toBeVisible();
  await verdict(ana).fill("Twelve people were asked.");
  await expectSaved(ana);
  await expectAccessible(ana, "the card of a corrected claim");
  await signAndRelease(bo, desk, [1]);

  await ana.getByRole("link", { name: "Prepare correction" }).click();
  await expectAccessible(ana, "the form of a correction");
  await expectNarrow(ana, "the form of a correction");
  await ana.getByLabel("Retraction", { exact: false }).check();
  await ana.getByLabel("What was wrong, or is new").fill("Nobody was asked at all.");
  await ana.getByLabel("Why", { exact: true }).fill("The note was of another harbour.");
  await ana.getByRole("button", { name: "Put it on the record" }).click();
  await expect(ana.getByText(/^Ana Noori asks to withdraw this claim/)).toBeVisible();

  await bo.goto(at("/cases/1/corrections"));
  await bo.getByRole("button", { name: "Confirm the retraction" }).click();
  await expect(bo.getByText("Confirmed by Bo Lindqvist")).toBeVisible();
  const retraction = bo.getByRole("listitem").filter({ hasText: "Nobody was asked at all." });
  await expect(retraction.getByRole("link", { name: "C-1-2" })).toBeVisible();
  await expectAccessible(bo, "the corrections of a case");
  await expectNarrow(bo, "the corrections of a case");
  await expect(ana.getByText(/^This claim is withdrawn/)).toBeVisible();
  await signAndRelease(bo, desk, []);

  await ana.goto(at("/cases/1/releases/3"));
  await expect(ana.getByRole("region", { name: "Withdrawn" })).toContainText("The note was of another harbour.");
  await expectAccessible(ana, "a release with a retraction");

  await send(ana, at("/public-pages"), { act: "on", language: "ar" });
  for (const number of [2, 3]) await send(bo, at(`/cases/1/releases/${number}`), { intent: "publish" });
  await bo.goto(at("/published/1/C-1-1"));
  await expect(bo.locator("article > :first-child")).toHaveText(/^سحب، .*Nobody was asked at all\./);
  await expectNarrow(bo, "a withdrawn claim in Arabic");
});
