import type { Page, WebSocketRoute } from "@playwright/test";
import { type Client, join } from "../load/client.ts";
import { type Edits, makeEdits } from "../load/edits.ts";
import { percentile, type Stage } from "./stage.ts";

export const RATIONALE = "[contenteditable=true]";
const OTHERS = 5;
const CROWD = 10;
const KEYS_PER_SECOND = 5;
const KEYS = 60;
/** From a browser to the server or back. */
const FAR_MS = 40;
/** As somebody types who types fast. */
export const MY_KEY_EVERY_MS = 110;

let nextClient = 3_000_000;

/** My keys and a colleague's in one rationale, while five others type on the same card. */
export async function typeTogether(stage: Stage, run: number) {
  const number = 5_000 + run;
  const [mine, hers] = [await stage.page(0), await stage.page(1)];
  for (const page of [mine, hers]) await openForTyping(page, stage.url(`/cases/1/claims/${number}`));
  const others = await typists(stage, number, OTHERS);
  const own = await mine.evaluateHandle(() => window.stopwatch.keys("x"));
  const [remote] = await Promise.all([arriving(mine, hers), pressing(mine, "x")]);
  others.stop();
  return { "key.own": percentile(await own.jsonValue(), 95), "key.remote": percentile(remote, 95) };
}

/** A colleague's keys on my screen, where each of us is as far from the server as across a continent. */
export async function typeFarApart(stage: Stage, run: number) {
  const number = 5_200 + run;
  const [mine, hers] = [await stage.page(0), await stage.page(1)];
  for (const page of [mine, hers]) {
    await page.routeWebSocket(/\/collab\//, moveAway);
    await openForTyping(page, stage.url(`/cases/1/claims/${number}`));
  }
  return { "key.far": percentile(await arriving(mine, hers), 95) };
}

/** Lets each message of a socket wait on its way. */
function moveAway(near: WebSocketRoute): void {
  const far = near.connectToServer();
  near.onMessage((message) => setTimeout(() => far.send(message), FAR_MS));
  far.onMessage((message) => setTimeout(() => near.send(message), FAR_MS));
}

/** She types; how long each of her keys takes until it is painted on my screen. */
async function arriving(mine: Page, hers: Page): Promise<number[]> {
  const seen = await mine.evaluateHandle((selector) => window.stopwatch.arrivals(selector, "Z"), RATIONALE);
  const sent = await hers.evaluateHandle(() => window.stopwatch.presses("Z"));
  await pressing(hers, "Z");
  await mine.waitForFunction(([times, count]) => (times as number[]).length >= (count as number), [
    seen,
    KEYS,
  ] as const);
  const [pressed, arrived] = [await sent.jsonValue(), await seen.jsonValue()];
  return arrived.map((at, key) => at - (pressed[key] ?? Number.NaN));
}

/** My keys alone are watched, while ten others type on the same card. */
export async function typeInCrowd(stage: Stage, run: number) {
  const number = 5_500 + run;
  const page = await stage.page();
  await openForTyping(page, stage.url(`/cases/1/claims/${number}`));
  const others = await typists(stage, number, CROWD);
  const own = await page.evaluateHandle(() => window.stopwatch.keys("x"));
  await pressing(page, "x");
  await page.evaluate(() => window.stopwatch.painted());
  others.stop();
  return { "key.crowd": percentile(await own.jsonValue(), 95) };
}

/** Opens a card with the caret behind its rationale. */
export async function openForTyping(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(RATIONALE).click();
  await page.keyboard.press("Control+End");
}

async function pressing(page: Page, key: string): Promise<void> {
  await page.keyboard.type(key.repeat(KEYS), { delay: MY_KEY_EVERY_MS });
}

/** So many people who type at their own beat until they are stopped. */
async function typists(stage: Stage, number: number, count: number): Promise<{ stop(): void }> {
  const people: { client: Client; edits: Edits; next: number }[] = [];
  for (let at = 0; at < count; at++) {
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
