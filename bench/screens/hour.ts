import type { Page } from "@playwright/test";
import { type Client, join } from "../load/client.ts";
import { hourOf } from "../load/hour.ts";
import { heap } from "./heap.ts";
import type { Stage } from "./stage.ts";
import { openForTyping } from "./typing.ts";

const OTHERS = 5;
const MY_KEYS = 600;
/** So many edits of each go out before all of them are waited for. */
const BATCH = 20;
const CARD = 7_000;

let nextClient = 6_000_000;

/**
 * What an open card holds more after five others and I have edited it for an hour: the hour's edits, as fast as server and
 * page take them, which is not an hour's time.
 */
export async function anHour(stage: Stage, run: number) {
  const number = CARD + run;
  const page = await stage.page();
  await openForTyping(page, stage.url(`/cases/1/claims/${number}`));
  await saved(page);
  const before = await heap(page);
  const people = await Promise.all(Array.from({ length: OTHERS }, (_, at) => join(stage.server, number - 1, at + 2)));
  await Promise.all([
    ...people.map((one, at) => replay(page, one, hourOf(nextClient++, ending(at)))),
    page.keyboard.type("quay ".repeat(MY_KEYS / 5)),
  ]);
  for (const at of people.keys()) await page.waitForFunction(isThere, ending(at));
  for (const { wire } of people) wire.end();
  await saved(page);
  return { "card.hour": (await heap(page)) - before };
}

const ending = (at: number) => `(end of ${at})`;
const isThere = (words: string) => [...document.querySelectorAll("textarea")].some((one) => one.value.includes(words));
const saved = (page: Page) => page.getByTestId("saving").filter({ hasText: "Saved" }).waitFor();

/** Sends edits in order, and after each few waits until the server has them and the page has painted. */
async function replay(page: Page, client: Client, updates: readonly Uint8Array[]): Promise<void> {
  for (let at = 0; at < updates.length; at += BATCH) {
    const batch = updates.slice(at, at + BATCH);
    const stored = new Promise<void>((resolve) => {
      client.onStored = (count) => count >= at + batch.length && resolve();
    });
    for (const update of batch) client.send(update);
    client.ask(at + batch.length);
    await stored;
    await page.evaluate(() => window.stopwatch.painted());
  }
}
