import type { Page } from "@playwright/test";
import { openTogether, rationale, writeRationale } from "./support/card.ts";
import { holdBack } from "./support/network.ts";
import { addSource, expectRationale, expectSaved } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

const titles = (page: Page) => page.locator(".source-title");

test("sources are put in another order by key, by menu and by mouse, and a colleague sees it [ED13]", async ({
  ana,
  chen,
  vera,
}) => {
  const card = await openTogether(ana, chen);
  for (const Title of ["Bulletin", "Letter", "Log"]) await addSource(ana, { Title });
  const log = ana.getByRole("button", { name: "Move Log" });

  await log.focus();
  await ana.keyboard.press("ArrowUp");
  await expect(titles(chen)).toHaveText(["Bulletin", "Log", "Letter"]);
  await expect(ana.getByRole("status")).toContainText("Source 3 is now 2 of 3");
  await ana.keyboard.press("End");
  await expect(titles(chen)).toHaveText(["Bulletin", "Letter", "Log"]);
  await expect(log).toBeFocused();
  await ana.keyboard.press("ArrowDown");
  await expect(ana.getByRole("status")).toContainText("Source 3 of 3 stays where it is");

  await log.click();
  await ana.getByRole("menuitem", { name: "Move first" }).click();
  await expect(titles(chen)).toHaveText(["Log", "Bulletin", "Letter"]);
  await expect(log).toBeFocused();
  await ana.getByRole("button", { name: "More for Log" }).press("Enter");
  await ana.getByRole("menuitem", { name: "Move down" }).press("Enter");
  await expect(titles(chen)).toHaveText(["Bulletin", "Log", "Letter"]);
  await expect(ana.getByRole("button", { name: "More for Log" })).toBeFocused();

  const bulletin = chen.getByRole("listitem").filter({ has: chen.getByRole("button", { name: "Move Bulletin" }) });
  await chen.getByRole("button", { name: "Move Letter" }).dragTo(bulletin, { targetPosition: { x: 200, y: 4 } });
  await expect(titles(ana)).toHaveText(["Letter", "Bulletin", "Log"]);
  await chen.keyboard.press("Control+z");
  await expect(titles(ana)).toHaveText(["Bulletin", "Log", "Letter"]);

  await vera.goto(card);
  await expect(titles(vera)).toHaveText(["Bulletin", "Log", "Letter"]);
  await expect(vera.getByRole("button", { name: /^Move / })).toHaveCount(0);
});

test("two brackets cite a source: narrowed by typing, left as text by Esc, beside a composed word, and in Arabic [ED14]", async ({
  ana,
  chen,
}) => {
  await openTogether(ana, chen);
  for (const Title of ["Bulletin", "رسالة النقابة"]) await addSource(ana, { Title });
  const box = ana.getByRole("combobox", { name: "Cite which source" });
  const options = ana.getByRole("listbox", { name: "Sources" }).getByRole("option");
  await writeRationale(ana, "The board counted ");
  await ana.keyboard.type("[[");
  await expect(box).toBeFocused();
  await expect(options).toHaveCount(2);
  await ana.keyboard.type("BULL");
  await expect(options).toHaveText([/Bulletin/]);
  await box.dispatchEvent("keydown", { key: "Enter", isComposing: true });
  await expect(box).toBeFocused();
  await ana.keyboard.press("Enter");
  await expect(box).toBeHidden();
  await ana.keyboard.type(" and [[");
  await expect(box).toBeFocused();
  await ana.keyboard.press("Escape");
  await expect(box).toBeHidden();
  await expect(rationale(ana)).toBeFocused();
  await ana.keyboard.type("more");
  await expectRationale(chen, "The board counted [1] and [[more");

  await ana.keyboard.press("Enter");
  await ana.keyboard.insertText("قالت النقابة ");
  await ana.keyboard.type("[[");
  await expect(box).toBeFocused();
  await ana.keyboard.type("رساله");
  await ana.keyboard.press("Enter");
  await expectRationale(chen, "قالت النقابة [2]");
  await expectSaved(ana);
});

test("what is missing at the head of a card leads to its field, on a phone too [ED12]", async ({ ana, vera }) => {
  const card = await openTogether(ana);
  await ana.setViewportSize({ width: 390, height: 844 });
  const missing = ana.locator(".missing");
  const letIn = await holdBack(ana, /rationale-editor/);
  await ana.reload();
  await expect(missing).toContainText("Before a sign-off: a rating");
  await missing.getByRole("link", { name: "a rationale" }).click();
  await expect(ana.locator("#rationale")).toBeInViewport();
  letIn();
  await expect(rationale(ana)).toBeFocused();
  await missing.getByRole("link", { name: "a source" }).click();
  await expect(ana.getByRole("button", { name: "Add a source" })).toBeFocused();
  await expect(ana.getByRole("button", { name: "Add a source" })).toBeInViewport();
  await missing.getByRole("link", { name: "a rating" }).press("Enter");
  await expect(ana.getByRole("radio").first()).toBeFocused();
  await ana.getByRole("radio", { name: "Unproven" }).check();
  await expect(missing).not.toContainText("Before a sign-off");
  await vera.goto(card);
  await expect(vera.locator(".missing").getByRole("link", { name: "a rationale" })).toBeVisible();
});
