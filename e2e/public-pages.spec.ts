import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { claimFromWords, expectSaved } from "./support/newsroom.ts";
import { expect, newPage } from "./support/people.ts";
import { signAndRelease, test } from "./support/released.ts";
import { send } from "./support/send.ts";

test("an editor publishes a release, a stranger reads it on a phone without scripts, and what is taken off says so [PB1] [PB5] [PB18] [PB19]", async ({
  ana,
  bo,
  vera,
  browser,
  desk,
  everyError,
}) => {
  const at = (path: string) => `${desk.url}${path}`;
  const card = await claimFromWords(ana, "up to 2,400");
  await ana.goto(card);
  await ana.getByLabel("Verdict in a sentence").fill("The register lists 300.");
  await expectSaved(ana);
  await signAndRelease(bo, desk, [1]);
  await bo.goto(at("/cases/1/releases/1"));
  await expect(bo.getByRole("heading", { name: "Release v1" })).toBeVisible();
  await expect(bo.getByRole("region", { name: "Public page" })).toBeHidden();

  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const stranger = await newPage(context, "a stranger", everyError);
  expect((await stranger.request.get(at("/published"))).status()).toBe(404);
  await ana.goto(at("/members"));
  await ana.getByRole("link", { name: "Public pages" }).click();
  await ana.getByRole("button", { name: "Switch on" }).click();
  await expect(ana.getByText("The public pages are on.")).toBeVisible();
  await expectAccessible(ana, "public pages, switched on");
  await expectNarrow(ana, "public pages, switched on");

  await bo.reload();
  const panel = bo.getByRole("region", { name: "Public page" });
  await panel.getByRole("button", { name: "Publish this release" }).click();
  await expectAccessible(bo, "publishing a release");
  await bo.getByRole("alertdialog").getByRole("button", { name: "Publish v1" }).click();
  await expect(panel).toContainText("Everybody can read this release since");
  await vera.goto(at("/cases/1/releases/1"));
  await expect(vera.getByRole("region", { name: "Public page" }).getByRole("link")).toBeVisible();
  await expect(vera.getByRole("region", { name: "Public page" }).getByRole("button")).toHaveCount(0);
  await expect(send(vera, at("/cases/1/releases/1"), { intent: "withdraw" })).rejects.toThrow("answered 403");

  await stranger.goto(at("/published"));
  await stranger.getByRole("link", { name: "Harbour strike" }).click();
  await stranger.getByRole("link", { name: "up to 2,400" }).click();
  await expect(stranger).toHaveURL(at("/published/1/C-1-1"));
  await expect(stranger.getByRole("heading", { level: 1 })).toContainText("up to 2,400");
  await expect(stranger.getByRole("main")).toContainText("The register lists 300.");
  await expectNarrow(stranger, "a published claim");
  for (const path of ["/published/1/C-1-1", "/published/1/1"]) {
    await vera.goto(at(path));
    await expectAccessible(vera, path);
  }

  await bo.getByRole("button", { name: "Take this claim off" }).click();
  await bo.getByLabel("Reason").fill("A court said so.");
  await expectAccessible(bo, "taking a claim off the public pages");
  await bo.getByRole("alertdialog").getByRole("button", { name: "Take C-1-1 off" }).click();
  await expect(panel.getByRole("link", { name: "C-1-1" })).toBeVisible();
  await stranger.reload();
  await expect(stranger.getByRole("main")).toContainText("What stood at this address was withdrawn on");
  await bo.getByRole("button", { name: "Put it back" }).click();
  await bo.getByRole("alertdialog").getByRole("button", { name: "Put C-1-1 back" }).click();
  await expect(panel.getByRole("link", { name: "C-1-1" })).toBeHidden();
  await stranger.reload();
  await expect(stranger.getByRole("main")).toContainText("The register lists 300.");

  await panel.getByRole("button", { name: "Take it off" }).click();
  await bo.getByLabel("Reason").fill("A court said so.");
  await bo.getByRole("alertdialog").getByRole("button", { name: "Take v1 off" }).click();
  await expect(panel).toContainText("It was taken off");
  await expect(panel).toContainText("Bo Lindqvist: A court said so.");
  await stranger.reload();
  await expect(stranger.getByRole("main")).toContainText("What stood at this address was withdrawn on");
  await context.close();
});
