import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { MANY, makeManyClaims } from "./support/many-claims.ts";
import { holdBack } from "./support/network.ts";
import { makeCase } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

test("a long case is drawn as far as it is in sight, a compact table shows more of it, and paper gets it all in a list [BV30] [BV32]", async ({
  ana,
  desk,
}) => {
  const table = `${desk.url}${await makeCase(ana, "Harbour strike")}/table`;
  await makeManyClaims(ana, table);
  await ana.goto(table);
  await expect(ana.getByText(`${MANY} claims`)).toBeVisible();
  await test.step("of a long column the board draws what is in sight", async () => {
    await ana.goto(table.replace("/table", "/board"));
    await expect(ana.getByRole("button", { name: "On this case: you" })).toBeVisible();
    await expect(ana.locator(".claim-card").nth(3)).toBeVisible();
    expect(await ana.locator(".claim-card").count()).toBeLessThan(20);
  });
  await test.step("a card shows at once what the board knows, where it stays when the rest comes, with the focus that it got", async () => {
    const letIn = await holdBack(ana, /\/claims\/\d+\.data/);
    const opened = ana.locator(".claim-card-link").first();
    const words = (await opened.textContent()) ?? "";
    await opened.click();
    const statement = ana.getByRole("textbox", { name: "Statement" });
    await expect(statement).toHaveValue(words);
    await expect(ana.locator(".claim-card").first()).toBeHidden();
    await statement.click();
    const [head, box] = [await ana.locator(".card-head").boundingBox(), await statement.boundingBox()];
    letIn();
    await expect(ana.getByTestId("saving")).toContainText("Saved");
    expect(await ana.locator(".card-head").boundingBox()).toEqual(head);
    expect(await statement.boundingBox()).toEqual(box);
    await expect(statement).toBeFocused();
    await ana.goBack();
    await expect(ana.locator(".claim-card").first()).toBeVisible();
  });
  await ana.goto(table);
  const before = await rowsInSight(ana);

  await test.step("the choice counts at once and is kept", async () => {
    await ana.getByRole("banner").locator("summary").click();
    await ana.getByRole("button", { name: "Compact" }).click();
    await expect.poll(() => rowsInSight(ana)).toBeGreaterThan(before * 1.4);
    await expect(ana.locator("button[name=density][value=compact]")).toHaveAttribute("aria-pressed", "true");
    await ana.getByRole("banner").locator("summary").click();
    await ana.getByRole("button", { name: "Dark", exact: true }).click();
    await expect(ana.locator("html")).toHaveAttribute("data-theme", "dark");
    // In the first words of the page, so that it is never light for a moment.
    const firstWords = async () => (await (await ana.request.get(ana.url())).text()).slice(0, 300);
    await expect.poll(firstWords).toMatch(/<html[^>]* data-theme="dark"/);
    await ana.reload();
    await expect.poll(() => rowsInSight(ana)).toBeGreaterThan(before * 1.4);
    await expectAccessible(ana, "compact table");
    await expectNarrow(ana, "compact table");
  });

  await test.step("forced colours show which tab is the current one and which claim is selected, and nothing moves", async () => {
    await ana.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    const box = ana.getByRole("checkbox").first();
    await box.click();
    await expect(box).toBeChecked();
    expect(await underlined(ana)).toEqual(await ana.locator(":is(.tab, .place)[aria-current]").allTextContents());
    const [tick, ground] = await box.evaluate((one) => [
      getComputedStyle(one.querySelector("svg") as SVGElement).color,
      getComputedStyle(one, "::before").backgroundColor,
    ]);
    expect(tick).not.toBe(ground);
    await box.click();
    expect(await ana.evaluate(longMotions)).toEqual([]);
    await ana.emulateMedia({ forcedColors: null, reducedMotion: null });
  });

  await test.step("paper gets the list, and the screen its table back", async () => {
    await expect(ana.getByRole("button", { name: "On this case: you" })).toBeVisible();
    await ana.emulateMedia({ media: "print" });
    await ana.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await expect(ana.locator(".printed-claim")).toHaveCount(MANY);
    await expect(ana.getByText(`The quay was closed ${MANY} times.`)).toBeVisible();
    await expect(ana.getByRole("table")).toBeHidden();
    await expect(ana.getByRole("search")).toBeHidden();
    await ana.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await ana.emulateMedia({ media: null });
    await expect(ana.getByRole("table")).toBeVisible();
    await expect(ana.locator(".printed-claim")).toHaveCount(0);
  });
});

const rowsInSight = (page: Page) =>
  page
    .locator("[data-claim]")
    .evaluateAll((rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length);

/** The tabs and places whose underline has another colour than the page. */
const underlined = (page: Page) =>
  page.locator(":is(.tab, .place)").evaluateAll((all) => {
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    return all.filter((one) => getComputedStyle(one).borderBlockEndColor !== ground).map((one) => one.textContent);
  });

/** The names of motions that go on for more than a millisecond; those that follow scrolling have no time. */
const longMotions = () =>
  document
    .getAnimations()
    .filter(
      ({ timeline, effect }) =>
        timeline instanceof DocumentTimeline && Number(effect?.getComputedTiming().duration) > 1,
    )
    .map((one) => (one instanceof CSSAnimation ? one.animationName : one.id));
