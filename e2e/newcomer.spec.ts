import { type Browser, type BrowserContext, expect } from "@playwright/test";
import { Desk } from "./support/desk.ts";
import { addSource, expectSaved, selectWords } from "./support/newsroom.ts";
import { newPage, test } from "./support/people.ts";
import { fillAccount } from "./support/sample-desk.ts";

test.use({
  desk: async ({ browserName: _browser }, use) => {
    const desk = await Desk.open([]);
    await use(desk);
    await desk.close();
  },
});

test("two newcomers get from the first start to the first release by what the screens say", async ({
  browser,
  desk,
  everyError,
}) => {
  const nora = await newPage(await contextOf(browser), "Nora Hale", everyError);
  const samir = await newPage(await contextOf(browser), "Samir Aziz", everyError);

  await test.step("the desk is set up, empty", async () => {
    await nora.goto(desk.setUpLink);
    await nora.getByLabel("Name of the desk").fill("Harbour desk");
    await fillAccount(nora, "Nora Hale");
    await nora.getByLabel("Open the sample case").uncheck();
    await nora.getByRole("button", { name: "Set up the desk" }).click();
  });

  await test.step("each empty screen leads to the next", async () => {
    await nora.getByRole("link", { name: "New case" }).click();
    await nora.getByLabel("Title").fill("Harbour strike");
    await nora.getByRole("button", { name: "Make the case" }).click();
    await expect(nora.getByText("Paste an article, select words in it and press C")).toBeVisible();
    await nora.getByRole("link", { name: "Paste an article" }).click();
    await nora.getByLabel("Text", { exact: true }).fill("Two counts\n\nThe port said around 300 containers were left.");
    await nora.getByLabel("Language of the text").fill("English");
    await nora.getByRole("button", { name: "Lock the text and open it" }).click();
    await selectWords(nora, "around 300 containers were left");
    await nora.getByRole("button", { name: /^New claim/ }).click();
    await nora.getByRole("link", { name: "Open card" }).click();
  });

  await test.step("the card says what is missing, and at last who", async () => {
    await expectSaved(nora);
    await nora.getByLabel("Claimant").fill("Port authority");
    await addSource(nora, { Title: "Bulletin 7" });
    await nora.getByRole("textbox", { name: "Rationale" }).click();
    await nora.keyboard.type("The bulletin says so.");
    await nora.getByRole("radio", { name: "Mostly true" }).check();
    await expect(nora.getByText("somebody else has to complete its sign-off")).toBeVisible();
    await nora.getByRole("link", { name: "Invite a colleague" }).click();
  });

  await test.step("a colleague is invited, and told that the address is of this computer", async () => {
    await nora.getByRole("button", { name: "Make a link" }).click();
    await expect(nora.getByText("It opens on this computer only.")).toBeVisible();
    await samir.goto(await nora.getByLabel("Link for one analyst").inputValue());
    await fillAccount(samir, "Samir Aziz");
    await samir.getByRole("button", { name: "Join" }).click();
    await expect(samir.getByRole("link", { name: "Harbour strike" })).toBeVisible();
  });

  await test.step("asked to review, the colleague signs off from My work", async () => {
    await nora.goBack();
    await expect(nora.getByRole("link", { name: "Invite a colleague" })).toBeHidden();
    await nora.getByRole("button", { name: "Assign…" }).click();
    await nora.getByRole("dialog").getByLabel("Samir Aziz").check();
    await nora.getByRole("dialog").getByRole("button", { name: "Assign" }).click();
    await nora.getByLabel("Status", { exact: true }).selectOption({ label: "In review" });
    await nora.getByRole("button", { name: "Move", exact: true }).click();
    await expect(nora.locator(".card-head").getByText("In review")).toBeVisible();
    await samir.getByRole("link", { name: "My work" }).click();
    await samir.getByRole("link", { name: "Review 1 claim" }).click();
    await samir.getByRole("button", { name: /^Sign off/ }).click();
    await expect(samir.getByText("That was all")).toBeVisible();
  });

  await test.step("the first release is made", async () => {
    await nora.getByRole("link", { name: "Release", exact: true }).click();
    await nora.getByRole("button", { name: "Release v1: 1 claim" }).click();
    await nora.getByRole("alertdialog").getByRole("button", { name: "Release v1" }).click();
    await expect(nora.getByRole("article", { name: "Release v1" })).toBeVisible();
  });
});

const contextOf = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: "en-GB", timezoneId: "UTC", viewport: { width: 1440, height: 900 } });
