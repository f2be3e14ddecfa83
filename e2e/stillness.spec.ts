import type { Page } from "@playwright/test";
import { rationale, writeRationale } from "./support/card.ts";
import { comment } from "./support/discussion.ts";
import { claimInArticle, expectRationale, expectSaved } from "./support/newsroom.ts";
import { expect, newPage, test } from "./support/people.ts";
import { send } from "./support/send.ts";

test("nothing moves on board, table, article and card while a colleague comes, edits, comments, assigns and moves", async ({
  ana,
  bo,
  everyError,
}) => {
  const { board, table, article, card, all } = await openAll(ana, everyError);
  await bo.goto(card.url());
  await bo.getByLabel("Claimant").fill("Dockers' union");
  await writeRationale(bo, "The union names no list.");
  await expectRationale(card, "The union names no list.");
  await bo.goto("about:blank");
  await expect(card.getByRole("list", { name: "Also on this card" })).toHaveCount(0);
  for (const page of all) await watch(page);

  await bo.goto(card.url());
  await expectSaved(bo);
  await bo.getByLabel("Statement", { exact: true }).fill("up to 2,500 containers");
  await expectSaved(bo);
  for (const page of [board, table, article])
    await expect(page.getByText("up to 2,500 containers").first()).toBeVisible();
  await expect(card.getByLabel("Statement", { exact: true })).toHaveValue("up to 2,500 containers");
  await writeRationale(bo, " Nor does it say when.");
  await expectRationale(card, "Nor does it say when.");
  await expect(card.locator(".here-name")).toHaveText("Bo Lindqvist");
  await comment(bo, "Is this a count?");
  await expect(card.locator("#discussion").getByText("Is this a count?")).toBeVisible();
  await bo.getByRole("button", { name: "Assign…" }).click();
  await bo.getByRole("dialog").getByLabel("Assignee").selectOption({ label: "Chen Wei" });
  await bo.getByRole("dialog").getByRole("button", { name: "Assign", exact: true }).click();
  await expect(board.locator("[data-claim]").first().getByRole("img", { name: "Chen Wei" })).toBeVisible();
  await expect(table.getByRole("row").nth(1)).toContainText("Chen Wei");
  await bo.getByLabel("Status").selectOption({ label: "In review" });
  await bo.getByRole("button", { name: "Move", exact: true }).click();
  await expect(board.getByText("Now under In review")).toBeVisible();
  await expect(table.getByRole("row").nth(1)).toContainText("In review");
  await expect(article.locator(".claim-item").first()).toContainText("In review");
  await expect(card.locator(".card-head")).toContainText("In review");
  await bo.goto("about:blank");
  await expect(card.getByRole("list", { name: "Also on this card" })).toHaveCount(0);

  for (const page of all) expect.soft(await shiftsOf(page), page.url()).toEqual([]);
});

/** Ana's four windows on one case: she is in the list of board and table, reads the article, and writes on the card. */
async function openAll(ana: Page, everyError: string[]) {
  const address = await claimInArticle(ana, "up to 2,400");
  const at = address.replace(/\/claims.*/, "");
  for (const words of ["The crane fell.", "The ship left."])
    await send(ana, `${at}/board`, { intent: "create", statement: words });
  const open = async (path: string) => {
    const page = await newPage(ana.context(), `Ana Noori at ${path}`, everyError);
    await page.goto(path);
    return page;
  };
  const [board, table, card] = [await open(`${at}/board`), await open(`${at}/table`), await open(address)];
  await rationale(card).waitFor();
  await card.getByLabel("What is not known").focus();
  for (const page of [board, table]) await page.getByRole("link", { name: /C-1-1|2,400/ }).focus();
  return { board, table, article: ana, card, all: [board, table, ana, card] };
}

type Watching = Window & { shifts: string[] };

/** Notes what moves from now on, and from where to where; but for a colleague's caret, which is there to move. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const { shifts } = Object.assign(window as unknown as Watching, { shifts: [] as string[] });
    const isCaret = (node?: Node) => node?.parentElement?.closest(".caret") || (node as Element)?.matches?.(".caret");
    const corner = ({ x, y }: DOMRectReadOnly) => `${Math.round(x)} ${Math.round(y)}`;
    new PerformanceObserver((list) => {
      for (const { sources = [] } of list.getEntries() as LayoutShift[])
        for (const { node, previousRect, currentRect } of sources.filter((one) => !isCaret(one.node)))
          shifts.push(
            `${(node as Element)?.className || node?.nodeName}: ${corner(previousRect)} → ${corner(currentRect)}`,
          );
    }).observe({ type: "layout-shift" });
  });

/** What has moved, once everything that has arrived is drawn. */
const shiftsOf = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let drawn = 0; drawn < 3; drawn++) await frame();
    return (window as unknown as Watching).shifts;
  });

type LayoutShift = PerformanceEntry & {
  sources?: { node?: Node; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
};
