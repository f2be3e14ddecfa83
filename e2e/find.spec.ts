import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { comment, discussion, replyTo } from "./support/discussion.ts";
import { expectNarrow } from "./support/layout.ts";
import { claimFromWords, claimInArticle, expectSaved, makeCase, selectWords } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";
import { send } from "./support/send.ts";

const box = (page: Page) => page.getByRole("combobox", { name: "Find, go or do" });
const option = (page: Page, name: string | RegExp) => page.getByRole("option", { name });

test("one dialog finds what a colleague just wrote, goes there and does what the screen can do, by keyboard [FI1] [FI11] [FI12]", async ({
  ana,
  bo,
}) => {
  const card = await claimFromWords(ana, "up to 2,400");
  await ana.goto(card);
  await expectSaved(ana);
  await ana.getByRole("textbox", { name: "What is not known" }).fill("Nobody opened the cold stores of Łódź.");
  await expectSaved(ana);
  await ana.keyboard.press("Control+k");
  await expect(box(ana)).toBeFocused();
  await ana.keyboard.press("Escape");
  await expect(ana.getByRole("textbox", { name: "What is not known" })).toBeFocused();
  await ana.getByRole("textbox", { name: "Rationale" }).click();
  await ana.keyboard.press("Control+k");
  await expect(ana.getByRole("dialog", { name: "Link" })).toBeVisible();
  await ana.keyboard.press("Control+k");
  await expect(box(ana)).toBeHidden();

  await bo.goto(new URL("/cases/1/board", ana.url()).href);
  await expect(bo.getByRole("button", { name: /^On this case/ })).toBeVisible();
  await bo.keyboard.press("/");
  await expect(option(bo, "New case")).toBeVisible();
  for (const place of ["Notifications", "Numbers", "Numbers of this case"])
    await expect(option(bo, place).first()).toBeAttached();
  await expectAccessible(bo, "the dialog with nothing typed");
  await bo.keyboard.type("stores lodz");
  const hit = option(bo, /^C-1-1 .*What is not known .*cold stores of Łódź/);
  await expect(hit.locator("mark")).toHaveText(["stores", "Łódź"]);
  await expect(hit).toHaveAttribute("aria-selected", "true");
  await expectAccessible(bo, "the dialog with a hit");
  await expectNarrow(bo, "the dialog with a hit");
  await bo.keyboard.press("ArrowDown");
  await bo.keyboard.press("Enter");
  await expect(bo.getByRole("heading", { name: "Find", exact: true })).toBeVisible();
  await expect(bo.getByRole("listitem").filter({ hasText: "C-1-1" })).toContainText("What is not known");
  await expectAccessible(bo, "the page of what was found");
  await expectNarrow(bo, "the page of what was found");
  await bo.getByRole("searchbox").fill("lanterns");
  await bo.getByRole("button", { name: "Find", exact: true }).click();
  await expect(bo.getByText("Nothing has “lanterns”")).toBeVisible();

  await bo.keyboard.press("Control+k");
  await box(bo).fill("c-1-1");
  await bo.keyboard.press("Enter");
  await expect(bo).toHaveURL(/\/cases\/1\/claims\/1$/);
  // Recent is where somebody has been, not what they left before it was there.
  await expectSaved(bo);
  await bo.goto(new URL("/cases/1/board", ana.url()).href);
  await expect(bo.getByRole("button", { name: /^On this case/ })).toBeVisible();
  await bo.keyboard.press("Control+k");
  await expect(option(bo, /^C-1-1 /)).toBeVisible();
  await box(bo).fill("new cl");
  await bo.keyboard.press("Enter");
  await expect(bo.getByRole("dialog", { name: "New claim" }).getByLabel("Statement")).toBeFocused();
});

test("who is outside a restricted case finds nothing of it, also where they were before [FI10]", async ({
  ana,
  chen,
}) => {
  await makeCase(ana, "Lanterns of the quay");
  await chen.goto(new URL("/cases/1/board", ana.url()).href);
  await expect(chen.getByRole("heading", { name: /Lanterns/ })).toBeVisible();
  await ana.goto(new URL("/cases/1/settings", ana.url()).href);
  await ana.getByRole("checkbox", { name: "Only the people I choose" }).check();
  await ana.getByRole("button", { name: "Change the settings" }).click();
  await expect(ana.getByText("Restricted", { exact: true })).toBeVisible();
  await chen.goto(new URL("/cases/1/board", ana.url()).href);
  await expect(chen.getByRole("heading", { name: "Not here" })).toBeVisible();
  await makeCase(chen, "Another case");
  await chen.goto(new URL("/cases/2/board", ana.url()).href);
  await expect(chen.getByRole("button", { name: /^On this case/ })).toBeVisible();
  await chen.keyboard.press("Control+k");
  await expect(option(chen, "Cases")).toBeVisible();
  await box(chen).fill("lanterns");
  await expect(option(chen, "Everything with “lanterns”")).toHaveAttribute("aria-selected", "true");
  await expect(chen.getByRole("option")).toHaveCount(1);
  await chen.goto(new URL("/find?q=lanterns", ana.url()).href);
  await expect(chen.getByText("Nothing has “lanterns”")).toBeVisible();
});

test("two who mark the same words see it, and two claims that say the same become one, with what was said about them [CL20] [CL22] [CL26] [CL28] [CL29] [DI22]", async ({
  ana,
  bo,
  vera,
}) => {
  await claimInArticle(ana, "around 300 containers were left on the quay on Monday");
  const article = ana.url();
  await bo.goto(article);
  await selectWords(bo, "300 containers were left on the quay");
  await selectWords(ana, "left on the quay on Monday");
  const bar = bo.getByRole("toolbar", { name: "Selected words" });
  await expect(bar.getByText("Ana Noori has the same words selected.")).toBeVisible();
  await expect(bar.getByRole("button", { name: "Add to it: C-1-1" })).toBeVisible();
  await expectAccessible(bo, "hints beside the selected words");
  await expectNarrow(bo, "hints beside the selected words");
  await ana.keyboard.press("Escape");
  await expect(bar.getByText("Ana Noori has the same words selected.")).toBeHidden();
  await bo.keyboard.press("c");
  await expect(bo.locator(".article-text").getByRole("button", { name: /^C-1-2\b/ })).toBeVisible();

  await bo.goto(new URL("/cases/1/board", article).href);
  await expect(bo.getByRole("button", { name: /^On this case/ })).toBeVisible();
  await bo.keyboard.press("n");
  await bo.getByLabel("Statement").fill("300 containers left on the quay Monday");
  await expect(bo.getByRole("dialog").getByRole("link", { name: /^C-1-1/ })).toBeVisible();
  await expectAccessible(bo, "claims that read alike");
  await bo.keyboard.press("Escape");

  const second = new URL("/cases/1/claims/2", article).href;
  await send(bo, `${second}.data`, { intent: "join-set", name: "Containers left", seen: "" });
  await vera.goto(second);
  await comment(vera, "Which Monday?");
  await bo.goto(second);
  await bo.getByRole("link", { name: "Merge…" }).click();
  await bo.getByLabel("Number of the claim that stays").fill("2");
  await bo.getByRole("button", { name: "Compare", exact: true }).last().click();
  await expect(bo.getByText("A claim cannot be merged into itself. Name the other claim.")).toBeVisible();
  await bo.getByRole("link", { name: "Compare with C-1-1" }).click();
  await expect(bo.getByRole("heading", { name: "Merge C-1-2 into C-1-1" })).toBeVisible();
  await expect(bo.getByRole("region", { name: "What C-1-1 gets" })).toContainText(
    "300 containers were left on the quay",
  );
  await expect(bo.getByText("C-1-1 takes the place of C-1-2 in the conflict set “Containers left”.")).toBeVisible();
  await expectAccessible(bo, "before a merge");
  await expectNarrow(bo, "before a merge");
  await bo.getByRole("button", { name: "Merge into C-1-1" }).click();
  await expect(bo).toHaveURL(/\/claims\/1\?merged=2$/);
  await expect(bo.getByText("C-1-2 leads here.")).toBeVisible();
  await expect(bo.locator(".quote-exact")).toHaveCount(2);
  await expect(bo.getByText("No other claim is in this set yet.")).toBeVisible();
  await expect(discussion(bo).getByRole("heading", { name: "From C-1-2, merged into this claim" })).toBeVisible();
  await replyTo(bo, "Which Monday?", "The last one.");
  await expectAccessible(bo, "a claim that another one was merged into");
  await expect(vera.getByText("Bo Lindqvist merged C-1-2 into C-1-1, where the work goes on.")).toBeVisible();
  await vera.getByRole("link", { name: "Notifications, 1 unread" }).click();
  await vera.getByRole("link", { name: /C-1-2 Bo Lindqvist replied to you/ }).click();
  await expect(vera).toHaveURL(/\/claims\/1\?merged=2#comment-/);
  await expect(vera.locator(".comment:focus")).toContainText("The last one.");
  await expect(vera.getByRole("button", { name: /^1 open thread/ })).toBeVisible();
  await vera.goto(second);
  await expect(vera).toHaveURL(/\/claims\/1\?merged=2$/);
  await expect(vera.getByRole("link", { name: "Merge…" })).toBeHidden();
  await vera.getByRole("link", { name: "C-1-2", exact: true }).first().click();
  await expect(vera.getByText(/merged C-1-2 into C-1-1/)).toBeVisible();
});
