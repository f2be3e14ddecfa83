import type { Page } from "@playwright/test";
import { type Client, join } from "../load/client.ts";
import { type Edits, makeEdits } from "../load/edits.ts";
import { isLive, percentile, type Stage, timed, watch } from "./stage.ts";

const RATIONALE = "[contenteditable=true]";
const TEXT = ".live-text-box";
const OTHERS = 5;
const KEYS_PER_SECOND = 5;
const KEYS = 60;
/** As somebody types who types fast. */
export const MY_KEY_EVERY_MS = 110;
/** A colleague who types a key a second for an hour. */
const HOUR = 3_600;

let nextClient = 3_000_000;

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

/** My keys and a colleague's in one rationale, while five others type on the same card. */
export async function typeTogether(stage: Stage, run: number) {
  const number = 5_000 + run;
  const [mine, hers] = [await stage.page(0), await stage.page(1)];
  for (const page of [mine, hers]) await openForTyping(page, stage.url(`/cases/1/claims/${number}`));
  const others = await typists(stage, number);
  const own = await mine.evaluateHandle(() => window.stopwatch.keys("x"));
  const seen = await mine.evaluateHandle((selector) => window.stopwatch.arrivals(selector, "Z"), RATIONALE);
  const sent = await hers.evaluateHandle(() => window.stopwatch.presses("Z"));
  await Promise.all([pressing(mine, "x"), pressing(hers, "Z")]);
  await mine.waitForFunction(([times, count]) => (times as number[]).length >= (count as number), [
    seen,
    KEYS,
  ] as const);
  others.stop();
  const [pressed, arrived] = [await sent.jsonValue(), await seen.jsonValue()];
  const remote = arrived.map((at, key) => at - (pressed[key] ?? Number.NaN));
  return { "key.own": percentile(await own.jsonValue(), 95), "key.remote": percentile(remote, 95) };
}

async function openForTyping(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(RATIONALE).click();
  await page.keyboard.press("Control+End");
}

async function pressing(page: Page, key: string): Promise<void> {
  await page.keyboard.type(key.repeat(KEYS), { delay: MY_KEY_EVERY_MS });
}

/** Five people who type at their own beat until they are stopped. */
async function typists(stage: Stage, number: number): Promise<{ stop(): void }> {
  const people: { client: Client; edits: Edits; next: number }[] = [];
  for (let at = 0; at < OTHERS; at++) {
    const client = await join(stage.server, number - 1, at + 2);
    people.push({ client, edits: makeEdits(nextClient++, 2_000, { plain: true }), next: 0 });
  }
  const timers = people.map((one) =>
    setInterval(() => {
      const update = one.edits.updates[one.next++];
      if (update) one.client.send(update);
    }, 1_000 / KEYS_PER_SECOND),
  );
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
      for (const { client } of people) client.wire.end();
    },
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
