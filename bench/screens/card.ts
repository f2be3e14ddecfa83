import type { Page } from "@playwright/test";
import { join } from "../load/client.ts";
import { makeEdits } from "../load/edits.ts";
import { isLive, type Stage, timed, watch } from "./stage.ts";
import { RATIONALE } from "./typing.ts";

const TEXT = ".live-text-box";
/** A colleague who types a key a second for an hour. */
const HOUR = 3_600;

let nextClient = 5_000_000;

/** From a click on the board until the card can be read, and until it can be edited; its code is here already. */
export async function openCard(stage: Stage) {
  const page = await stage.page();
  await page.goto(stage.url("/cases/1/board"));
  await isLive(page);
  const card = page.locator(".claim-card-link");
  await card.first().click();
  await page.locator(RATIONALE).waitFor();
  await page.goBack();
  await card.nth(1).waitFor();
  const editable = await watch(page, { how: "after", event: "click", selector: `${TEXT}:not([readonly])` });
  const written = await watch(page, { how: "after", event: "click", selector: RATIONALE });
  const { took } = await timed(page, () => card.nth(1).click(), { event: "click", selector: TEXT });
  return {
    "card.text": took,
    "card.editable": Math.max((await editable()).took, (await written()).took),
  };
}

/** Back on the network after an hour in which both sides wrote, until everything is in both places. */
export async function comeBack(stage: Stage, run: number) {
  const number = 6_000 + run;
  const page = await stage.page();
  const line = await cuttable(page);
  await page.goto(stage.url(`/cases/1/claims/${number}`));
  await page.locator(RATIONALE).waitFor();
  const saving = page.getByTestId("saving");
  await saving.filter({ hasText: "Saved" }).waitFor();
  await line.cut();
  await saving.filter({ hasText: "Offline" }).waitFor();
  const colleague = await join(stage.server, number - 1, 2);
  const { updates } = makeEdits(nextClient++, HOUR);
  const stored = new Promise<void>((resolve) => {
    colleague.onStored = () => resolve();
  });
  for (const update of updates) colleague.send(update);
  colleague.ask(updates.length);
  await stored;
  colleague.wire.end();
  await page.locator("[data-field=statement] textarea").pressSequentially("While I was away. ");
  const told = await watch(page, { how: "after", event: "online", selector: "[data-testid=saving]", words: "Saved" });
  await line.mend();
  return { "card.back": (await told()).took };
}

/** The network of a page with its sockets, which Chromium's own switch leaves open. */
async function cuttable(page: Page) {
  let isCut = false;
  const lines = new Set<{ close(): Promise<void> }>();
  await page.routeWebSocket(/\/collab\//, (line) => {
    if (isCut) return void line.close();
    lines.add(line).add(line.connectToServer());
  });
  return {
    cut: async () => {
      isCut = true;
      await page.context().setOffline(true);
      for (const line of lines) await line.close();
    },
    mend: async () => {
      isCut = false;
      await page.context().setOffline(false);
    },
  };
}
