import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { openTogether, rationale, writeRationale } from "./support/card.ts";
import { comment, discussion, replyTo, selectIn, threadWith } from "./support/discussion.ts";
import { expectNarrow } from "./support/layout.ts";
import { addSource, expectRationale, expectSaved, makeCase } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

test("words are discussed beside the card: a viewer asks, the others answer, and the card stays as it is [DI4] [DI6] [DI7]", async ({
  ana,
  chen,
  vera,
}) => {
  const card = await openTogether(ana, chen);
  await ana.getByLabel("Statement", { exact: true }).fill("Up to 2,400 containers were left on the quay.");
  await writeRationale(ana, "The bulletin lists 300 containers.");
  await expectSaved(ana);
  await vera.goto(card);
  await expectRationaleRead(vera, "The bulletin lists 300 containers.");

  // By mouse, in a text that Vera can only read.
  await vera.getByText("The bulletin lists 300 containers.").click({ clickCount: 3 });
  await vera.getByRole("button", { name: "Comment on these words" }).click();
  await vera.getByLabel("Comment on the selected words").fill("Which bulletin?");
  await discussion(vera).getByRole("button", { name: "Comment", exact: true }).click();

  // Ana goes on typing where she is; the words are marked in her editor and are no part of the text.
  await rationale(ana).click();
  await ana.keyboard.press("Control+Home");
  await expect(rationale(ana).locator(".thread-words")).toHaveText("The bulletin lists 300 containers.");
  await expect(rationale(ana)).toBeFocused();
  await ana.keyboard.type("See: ");
  await expectRationale(chen, "See: The bulletin lists 300 containers.");
  await expect(rationale(ana).locator(".thread-words")).toHaveText("The bulletin lists 300 containers.");
  await expect(rationale(chen).locator(".thread-words")).toHaveText("The bulletin lists 300 containers.");

  // By keyboard, in a box, naming a colleague.
  await selectIn(chen, "Statement", "2,400");
  await chen.keyboard.press("Control+Alt+m");
  await expect(chen.getByLabel("Comment on the selected words")).toBeFocused();
  await chen.keyboard.type("Is this the union's figure, @no");
  await expect(chen.getByRole("listbox", { name: "People" }).getByRole("option")).toHaveText([/Ana Noori/]);
  await chen.keyboard.press("Enter");
  await chen.keyboard.type("or a guess?");
  await chen.keyboard.press("Control+Enter");
  await expect(threadWith(ana, "Is this the union's figure, @Ana Noori or a guess?")).toBeVisible();
  await expect(ana.locator(".comment-mention")).toHaveText("@Ana Noori");

  await replyTo(ana, "Which bulletin?", "Number 4.");
  await expect(threadWith(vera, "Which bulletin?").getByText("Number 4.")).toBeVisible();
  await threadWith(ana, "2,400").getByRole("button", { name: "2,400" }).click();
  const statement = ana.getByLabel("Statement", { exact: true });
  await expect(statement).toBeFocused();
  const selected = () =>
    statement.evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd));
  expect(await selected()).toBe("2,400");
  await ana.keyboard.type("2,500");
  await ana.keyboard.press("Control+a");
  await ana.keyboard.type("Containers were left.");
  await expect(threadWith(chen, "2,400")).toContainText("These words are not in the text any more.");

  await threadWith(vera, "Which bulletin?").getByRole("button", { name: "Resolve" }).click();
  await discussion(chen).getByText("1 resolved thread").click();
  await expect(threadWith(chen, "Which bulletin?")).toContainText("Resolved by Vera Kos");
  await expect(rationale(chen).locator(".thread-words")).toHaveCount(0);
  await threadWith(chen, "Which bulletin?").getByRole("button", { name: "Open again" }).click();
  await expect(threadWith(vera, "Which bulletin?").getByRole("button", { name: "Resolve" })).toBeVisible();
  await expect(rationale(chen).locator(".thread-words")).toHaveText("The bulletin lists 300 containers.");

  // On a source: told beside it to whoever has the card open, until it is resolved. The other threads stay.
  await addSource(ana, { Title: "Bulletin 4" });
  await ana.getByRole("button", { name: "Comment on Bulletin 4", exact: true }).click();
  await ana.getByLabel("Comment on the source").fill("Who printed it?");
  await ana.keyboard.press("Control+Enter");
  await expect(chen.getByRole("button", { name: "Comment on Bulletin 4, 1 open" })).toBeVisible();
  await expect(threadWith(chen, "Who printed it?").getByRole("link", { name: "Bulletin 4" })).toBeVisible();
  await replyTo(chen, "Who printed it?", "The union did.");
  await expect(threadWith(ana, "Who printed it?").getByText("The union did.")).toBeVisible();
  await threadWith(ana, "Who printed it?").getByRole("button", { name: "Resolve" }).click();
  await expect(chen.getByRole("button", { name: "Comment on Bulletin 4", exact: true })).toBeVisible();
  await expect(discussion(chen).getByText("1 resolved thread")).toBeVisible();
  await expect(threadWith(chen, "Who printed it?")).toBeHidden();
  for (const words of ["Which bulletin?", "2,400"]) await expect(threadWith(chen, words)).toBeVisible();
});

const expectRationaleRead = (page: Page, words: string) => expect(page.locator(".rationale-text")).toContainText(words);

test("a comment that cannot be sent is refused in words and stays in its box, where undo is the box's own [DI15]", async ({
  ana,
  chen,
  desk,
}) => {
  const casePath = await makeCase(ana, "Harbour strike, sealed");
  await ana.goto(`${desk.url}${casePath}/settings`);
  await ana.getByLabel("Only the people I choose").check();
  await ana.getByRole("button", { name: "Change the settings" }).click();
  await ana.goto(`${desk.url}${casePath}/board`);
  await ana.getByRole("button", { name: "New claim" }).first().click();
  await ana.getByRole("dialog").getByLabel("Statement").fill("The harbour was closed.");
  await ana.getByRole("button", { name: "Make the claim" }).click();
  await expect(ana.getByRole("dialog")).toBeHidden();
  await ana.goto(`${desk.url}${casePath}/claims/1`);
  await expectSaved(ana);
  const box = discussion(ana).getByLabel("Comment on the claim");
  await box.fill("@Chen Wei, were you there?");
  await discussion(ana).getByRole("button", { name: "Comment", exact: true }).click();
  await expect(discussion(ana).getByRole("alert")).toContainText("Chen Wei cannot open this case");
  await expect(box).toHaveValue("@Chen Wei, were you there?");
  const answer = await chen.goto(`${desk.url}${casePath}/claims/1`);
  expect(answer?.status()).toBe(404);

  await box.fill("");
  await box.pressSequentially("Who was there?");
  await ana.keyboard.press("Control+z");
  await expect(box).not.toHaveValue("Who was there?");
  await ana.keyboard.press("Control+Shift+z");
  await expect(box).toHaveValue("Who was there?");
  await expect(ana.getByLabel("Statement", { exact: true })).toHaveValue("The harbour was closed.");

  await desk.kill();
  await expect(discussion(ana)).toContainText("The server is away. Your words stay here");
  await ana.keyboard.press("Control+Enter");
  await expect(discussion(ana).getByRole("alert")).toContainText("The server could not be reached.");
  await expect(box).toHaveValue("Who was there?");
  await desk.restart();
  await expect(discussion(ana)).not.toContainText("The server is away.");
  await box.press("Control+Enter");
  await expect(threadWith(ana, "Who was there?")).toBeVisible();
  await expect(box).toHaveValue("");
});

test("an empty discussion says how to start; what came since the last visit stands under a line; half a reply outlives a new load [DI19] [ED32]", async ({
  ana,
  chen,
}) => {
  const card = await openTogether(ana);
  await expect(discussion(ana)).toContainText("Nothing said yet.");
  await expectAccessible(ana, "an empty discussion");
  await comment(ana, "Who counted the containers?");
  const visit = chen.waitForResponse(/claims\/1\/visit$/);
  await chen.goto(card);
  expect((await visit).status()).toBe(204);
  await chen.goto(new URL("/cases", card).href);
  await replyTo(ana, "Who counted the containers?", "The port authority, it says.");
  await comment(ana, "And who counted the lorries?");

  await chen.goto(card);
  const old = threadWith(chen, "Who counted the containers?");
  await expect(old.getByText(/^New since your visit, \w+day/)).toBeVisible();
  await expect(discussion(chen).locator(".new-line")).toHaveCount(2);
  await expect(discussion(chen).locator("summary").first()).toContainText("2 open");
  await old.getByRole("button", { name: "Reply" }).click();
  await chen.getByLabel("Your reply").fill("@");
  await expect(chen.getByRole("listbox", { name: "People" })).toBeVisible();
  await expectAccessible(chen, "a discussion with the list of people");
  await chen.keyboard.press("Escape");
  await expectNarrow(chen, "a discussion");

  await ana.getByRole("button", { name: "Change your comment" }).first().click();
  await ana.getByRole("menuitem", { name: "Delete" }).click();
  await ana.getByRole("button", { name: "Delete the comment" }).click();
  await expect(discussion(chen)).toContainText("Deleted by Ana Noori");
  await expect(chen.getByLabel("Your reply")).toBeFocused();
  await chen.reload();
  await expect(chen.getByLabel("Your reply")).toHaveValue("@");
  await chen.getByRole("button", { name: "Cancel" }).click();
  await chen.reload();
  await expect(discussion(chen).getByRole("button", { name: "Reply" })).toHaveCount(2);
});
