import { percentile, type Stage } from "./stage.ts";
import { MY_KEY_EVERY_MS } from "./typing.ts";

const KEYS = 60;

/**
 * A key in a box on a page that holds nothing else: what this browser takes on this machine before anybody's code has run.
 * What a key takes on our screens is to be read beside it.
 */
export async function emptyPage(stage: Stage) {
  const page = await stage.page();
  await page.goto("about:blank");
  await page.setContent("<input autofocus>");
  await page.locator("input").focus();
  const times = await page.evaluateHandle(() => window.stopwatch.keys("x"));
  await page.keyboard.type("x".repeat(KEYS), { delay: MY_KEY_EVERY_MS });
  await page.evaluate(() => window.stopwatch.painted());
  const list = await times.jsonValue();
  return { "floor.key": percentile(list, 95), "floor.median": percentile(list, 50) };
}
