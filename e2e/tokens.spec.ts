import Database from "better-sqlite3";
import { expectAccessible } from "./support/axe.ts";
import { claimFromWords } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

test("a program reads claims with a token, until it is taken back", async ({ ana, vera, desk, request }) => {
  await claimFromWords(ana, "around 300 containers");
  const ask = (token: string) =>
    request.get(`${desk.url}/api/v1/cases/1/claims`, { headers: { authorization: `Bearer ${token}` } });

  await ana.goto(`${desk.url}/cases`);
  await ana.getByRole("banner").locator("summary").click();
  await ana.getByRole("link", { name: "Tokens for programs" }).click();
  await expect(ana.getByText("No token yet")).toBeVisible();
  await expectAccessible(ana, "tokens, empty");

  await ana.getByLabel("What for").fill("Newsroom site");
  await ana.getByRole("checkbox", { name: /^Read/ }).uncheck();
  await ana.getByRole("button", { name: "Make the token" }).click();
  await expect(ana.getByText("Tick at least one thing")).toBeVisible();
  await ana.getByRole("checkbox", { name: /^Read/ }).check();
  await ana.getByRole("button", { name: "Make the token" }).click();
  const token = await ana.getByLabel("The token").inputValue();
  await expect(ana.getByRole("listitem").filter({ hasText: "Newsroom site" })).toContainText("never used");
  await expectAccessible(ana, "tokens, one just made");

  const answer = await ask(token);
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ items: [{ reference: "C-1-1" }], next: null });
  await ana.reload();
  await expect(ana.getByRole("listitem").filter({ hasText: "Newsroom site" })).toContainText("last used");
  await expect(ana.getByLabel("The token")).toBeHidden();

  await vera.goto(`${desk.url}/tokens`);
  await expect(vera.getByText("No token yet")).toBeVisible();

  await ana.getByRole("button", { name: "Take back “Newsroom site”" }).click();
  await expect(ana.getByText("No token yet")).toBeVisible();
  expect((await ask(token)).status()).toBe(401);
});

test("an admin adds a webhook and removes it; others are refused", async ({ ana, bo, desk }) => {
  await bo.goto(`${desk.url}/webhooks`);
  await expect(bo.getByText("Your role")).toBeVisible();
  await ana.goto(`${desk.url}/tokens`);
  await ana.getByRole("link", { name: "Webhooks" }).click();
  await expect(ana.getByText("No webhook yet")).toBeVisible();
  await ana.getByLabel("Address").fill("http://127.0.0.1:9/hook");
  await ana.getByRole("button", { name: "Add the webhook" }).click();
  await expect(ana.getByLabel("Its secret")).toHaveValue(/^whsec_/);
  await expectAccessible(ana, "webhooks, one just made");
  await ana.getByText("What it was told").click();
  await expect(ana.getByText("Nothing was told yet.")).toBeVisible();
  tellInVain(desk.database);
  await ana.reload();
  await ana.getByText("What it was told").click();
  await ana.getByRole("button", { name: "Send again" }).click();
  await expect(ana.getByText("It goes out once more within a few seconds.").last()).toBeVisible();
  await ana.getByRole("button", { name: "Remove 127.0.0.1:9" }).click();
  await expect(ana.getByText("No webhook yet")).toBeVisible();
});

/** The webhook was told of a release, and gave up. */
function tellInVain(database: string): void {
  const file = new Database(database);
  const body = JSON.stringify({ type: "release.made" });
  file
    .prepare(
      `insert into deliveries (id, webhook_id, seq, event, body, queued_at, next_at, attempts, state, outcome)
      select 'd-1', id, 1, 'release.made', ?, ?, 0, 8, 'failed', 'no answer' from webhooks`,
    )
    .run(body, Date.now());
  file.close();
}
