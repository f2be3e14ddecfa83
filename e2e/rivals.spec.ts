import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { claimFromWords, expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";
import { send } from "./support/send.ts";

const QUESTION = "Containers left on the quay";
const table = (page: Page) => page.getByRole("table", { name: `Claims in the set “${QUESTION}”` });

test("rival claims stand side by side and on one line, live, and never across units without saying so [FG2] [FG6]", async ({
  ana,
  chen,
  vera,
  desk,
}) => {
  const first = await claimFromWords(ana, "around 300 containers");
  const statement = "Up to 2,400 containers were left on the quay.";
  await send(ana, `${desk.url}/cases/1/board`, { intent: "create", statement });
  const second = first.replace(/1$/, "2");
  await ana.goto(first);
  await chen.goto(second);
  await vera.goto(first);
  for (const page of [ana, chen]) await expectSaved(page);

  await join(ana, QUESTION);
  await expect(ana.getByRole("status")).toContainText(`The claim is in the conflict set “${QUESTION}”.`);
  await expect(ana.getByText("No other claim is in this set yet.")).toBeVisible();
  await join(chen, QUESTION.toUpperCase());
  await expect(table(ana).getByRole("row")).toHaveCount(3);

  await chen.getByRole("button", { name: "Add a figure" }).click();
  await chen.getByLabel("Bound").selectOption("up to");
  await chen.getByLabel("Amount").fill("2,400");
  await chen.getByLabel("Of what").fill("containers");
  const line = ana.getByRole("img", { name: "Figures on one line: containers" });
  await expect(line).toHaveAccessibleDescription(/C-1-1, .*: about 300 containers, C-1-2: up to 2,400 containers/);
  await expect(table(ana).getByRole("row").nth(2)).toContainText("up to 2,400 containers");
  await expectAccessible(ana, "card in a conflict set");
  await expectNarrow(ana, "card in a conflict set");

  await chen.getByLabel("Of what").fill("lorries");
  await expect(ana.getByText("These figures count 2 different things: “containers” and “lorries”.")).toBeVisible();

  await expect(vera.getByRole("button", { name: "Leave the set" })).toHaveCount(0);
  await table(vera).getByRole("link", { name: "C-1-2" }).click();
  await expect(vera).toHaveURL(second);
  await chen.getByRole("button", { name: "Leave the set" }).click();
  await expect(chen.getByText("Put into a conflict set")).toBeVisible();
  await expect(table(vera)).toHaveCount(0);
  await expect(ana.getByText("No other claim is in this set yet.")).toBeVisible();
});

async function join(page: Page, question: string): Promise<void> {
  await page.getByText("Put into a conflict set").click();
  await page.getByLabel("Which question is it about").fill(question);
  await page.keyboard.press("Enter");
}
