import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import type { Desk } from "./support/desk.ts";
import { claimFromWords, claimInArticle, expectSaved, selectWords } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

test("the server is killed while two people type: nothing that was shown as saved is lost", async ({
  ana,
  chen,
  desk,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  for (const page of [ana, chen]) {
    await page.goto(card);
    await expectSaved(page);
  }
  await ana.getByLabel("Statement").fill("Up to 2,400 containers were left on the quay.");
  await chen.getByLabel("What is not known").fill("The cold stores are closed.");
  await expectSaved(ana);
  await expectSaved(chen);

  await desk.kill();
  const file = new Database(desk.database, { readonly: true });
  const texts = file.prepare("select count(*) as count from updates").get() as { count: number };
  file.close();
  expect(texts.count).toBeGreaterThan(2);

  await expect(ana.getByTestId("saving")).toContainText("Offline");
  await ana.getByLabel("Verdict in a sentence").fill("Typed while the server was gone.");
  await expect(ana.getByTestId("saving")).toHaveText(/^Offline: \d changes? (is|are) kept in this tab$/);

  await desk.restart();
  await expectSaved(ana);
  await expectSaved(chen);
  for (const page of [ana, chen]) {
    await expect(page.getByLabel("Statement")).toHaveValue("Up to 2,400 containers were left on the quay.");
    await expect(page.getByLabel("What is not known")).toHaveValue("The cold stores are closed.");
    await expect(page.getByLabel("Verdict in a sentence")).toHaveValue("Typed while the server was gone.");
  }
});

test("a restricted case does not exist for others", async ({ ana, chen, desk }) => {
  await ana.goto(`${desk.url}/cases/new`);
  await ana.getByLabel("Title").fill("Quiet inquiry");
  await ana.getByLabel(/^Only/).check();
  await ana.getByRole("button", { name: "Make the case" }).click();
  await expect(ana.getByRole("heading", { name: "Quiet inquiry" })).toBeVisible();
  const there = await chen.goto(`${desk.url}/cases/1`);
  const nowhere = await chen.goto(`${desk.url}/cases/999`);
  expect([there?.status(), nowhere?.status()]).toEqual([404, 404]);
  await chen.goto(`${desk.url}/cases`);
  await expect(chen.getByText("Quiet inquiry")).toHaveCount(0);
});

test("whoever has a case open hears at once that the disk refuses, and that it takes words again [RT74]", async ({
  ana,
  bo,
  desk,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  await bo.goto(new URL("/cases/1/board", desk.url).href);
  await expect(bo.getByRole("button", { name: /^On this case: you/ })).toBeVisible();
  await ana.goto(card);
  await expectSaved(ana);
  const full = (page: Page) =>
    page.getByText("The server cannot write to its disk, so nothing can be changed right now.");
  /** What `/readyz` finds wrong; an answer may be a second old. */
  const wrong = async () => {
    const { checks } = await (await fetch(`${desk.url}/readyz`)).json();
    expect(Object.keys(checks)).toEqual(["write", "log", "space", "loop"]);
    return checks.write.ok ? "nothing" : "write";
  };
  await expect.poll(wrong).toBe("nothing");

  const other = new Database(desk.database);
  other.exec("begin immediate");
  await ana.getByLabel("Statement").fill("Typed while the disk was full.");
  for (const page of [ana, bo]) await expect(full(page)).toBeVisible();
  await expect.poll(wrong).toBe("write");
  other.exec("rollback");
  other.close();
  for (const page of [ana, bo]) await expect(full(page)).toBeHidden();
  await expect.poll(wrong).toBe("nothing");
  await expectSaved(ana);
  await ana.reload();
  await expect(ana.getByLabel("Statement")).toHaveValue("Typed while the disk was full.");
});

test("the server dies under a claim that is taken or moved: it is said, the words stay, and the same press works later [ED6]", async ({
  ana,
  chen,
  desk,
}) => {
  await openTogether(await claimFromWords(ana, "up to 2,400"), ana, chen);
  await dieUnder(chen, desk, () => button(chen, "Take this claim").click(), chen);
  await expect(chen.getByText("You work on this claim; its reviewers sign it.")).toBeVisible();
  await expect(ana.getByRole("definition").filter({ hasText: "Chen Wei" }).first()).toBeVisible();
  await ana.getByLabel("Status").selectOption({ label: "In review" });
  await dieUnder(ana, desk, () => button(ana, "Move").click(), ana);
  await expect(chen.locator(".card-head").getByText("In review")).toBeVisible();
});

test("the server dies under a review: it is said, the words stay, and the same press works later [ED6]", async ({
  bo,
  chen,
  desk,
}) => {
  await openTogether(await claimFromWords(bo, "up to 2,400"), bo, chen);
  await chen.getByRole("radio", { name: "Unproven" }).check();
  await expect(bo.getByRole("radio", { name: "Unproven" })).toBeChecked();
  await bo.getByRole("button", { name: "Request changes" }).click();
  await bo.getByLabel("What should change").fill("Name the count.");
  await dieUnder(bo, desk, () => button(bo, "Send back").click(), bo);
  await button(bo, "Changes are made: clear").click();
  await expect(button(bo, "Changes are made: clear")).toBeHidden();
  await chen.getByLabel("What is not known").fill("The cold stores are closed.");
  await expect(bo.getByLabel("What is not known")).toHaveValue("The cold stores are closed.");
  await dieUnder(bo, desk, () => button(bo, "Sign off").click());
  await expect(chen.locator(".card-head").getByText("Signed off")).toBeVisible();
});

test("the server dies under a claim, a due time and the settings of a case: each is said, and works later [ED6]", async ({
  ana,
  desk,
}) => {
  const card = await claimInArticle(ana, "up to 2,400");
  await dieUnder(ana, desk, async () => {
    await selectWords(ana, "around 300 containers");
    await ana.getByRole("button", { name: /^New claim/ }).click();
  });
  await expect(ana.locator(".article-text").getByRole("button", { name: /^C-1-2\b/ })).toBeVisible();

  await ana.goto(card.replace("claims/1", "board"));
  await ana.getByRole("button", { name: "More actions for C-1-1" }).click();
  await ana.getByRole("menuitem", { name: "Assign…" }).click();
  await ana.getByRole("dialog").getByLabel("Due").fill("2030-01-02T10:00");
  await dieUnder(ana, desk, () => button(ana, "Assign").click());
  await expect(ana.getByRole("dialog")).toHaveCount(0);

  await ana.goto(card.replace("claims/1", "settings"));
  await ana.getByLabel("Title").fill("Harbour strike, day two");
  await dieUnder(ana, desk, () => button(ana, "Change the settings").click());
  await expect(ana.getByRole("heading", { name: "Harbour strike, day two" })).toBeVisible();
});

test("while the server is away, decisions on a card wait and say why; what is typed is sent afterwards [ED6]", async ({
  ana,
  desk,
}) => {
  await ana.goto(await claimFromWords(ana, "up to 2,400"));
  await expectSaved(ana);
  await desk.kill();
  await expect(ana.getByTestId("saving")).toContainText("Offline");
  await ana.getByLabel("What is not known").fill("Typed while the server was gone.");
  for (const name of ["Take this claim", "Sign off"]) {
    await expect(button(ana, name)).toBeDisabled();
    await expect(button(ana, name)).toHaveAccessibleDescription(/^You are offline. Deciding needs the connection/);
  }
  await button(ana, "Assign…").click();
  await ana.getByLabel("Due").fill("2030-01-02T10:00");
  await expect(button(ana, "Assign")).toBeDisabled();
  await desk.restart();
  await button(ana, "Assign").click();
  await expect(ana.getByRole("dialog")).toHaveCount(0);
  await expectSaved(ana);
  await expect(ana.getByLabel("What is not known")).toHaveValue("Typed while the server was gone.");
  await button(ana, "Take this claim").click();
  await expect(button(ana, "Take this claim")).toHaveCount(0);
});

async function openTogether(card: string, ...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await page.goto(card);
    await expectSaved(page);
  }
}

const UNREACHABLE = /The server could not be reached/;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/**
 * Presses while the server is there, which dies before the request arrives; brings it back, and presses again. What a
 * typist writes on the card meanwhile stays.
 */
async function dieUnder(page: Page, desk: Desk, press: () => Promise<void>, typist?: Page): Promise<void> {
  await page.route(/\.data\b/, async (route) => {
    if (route.request().method() === "POST") await desk.kill();
    await route.continue();
  });
  await press();
  await expect(page.getByText(UNREACHABLE).first()).toBeVisible();
  await page.unroute(/\.data\b/);
  if (typist) await typeAway(typist);
  await desk.restart();
  if ((await page.getByTestId("saving").count()) > 0) await expectSaved(page);
  await press();
}

async function typeAway(page: Page): Promise<void> {
  const verdict = page.getByLabel("Verdict in a sentence");
  await verdict.fill("Typed while the server was gone.");
  await expect(page.getByTestId("saving")).toContainText("Offline");
  await expect(verdict).toHaveValue("Typed while the server was gone.");
}
