import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { readSettings } from "#server/env.ts";
import { createLog } from "#server/log.ts";
import { type Running, start } from "#server/start.ts";
import { freePort } from "#server/testing/free-port.ts";
import { findChromium } from "./chromium.ts";
import { takeClock } from "./screenshots/clock.ts";
import { CAST, setScene } from "./screenshots/scene.ts";
import { DOORS, PUBLISHED, SCREENS, type Screen } from "./screenshots/screens.ts";

// Pictures of every screen in `screenshots/`: light, dark, on a phone, and right to left. Words pick screens by their
// names; `--docs` also puts the most telling into docs/images.

const FOLDER = "screenshots";
const TELLING = ["board", "article", "card", "review", "discussion", "numbers"];
const DESKTOP = { width: 1440, height: 900 };
const LOOKS = [
  { look: "light", colorScheme: "light", viewport: DESKTOP, language: "en" },
  { look: "dark", colorScheme: "dark", viewport: DESKTOP, language: "en" },
  { look: "phone", colorScheme: "light", viewport: { width: 390, height: 844 }, language: "en" },
  { look: "right-to-left", colorScheme: "light", viewport: DESKTOP, language: "ar" },
] as const;
type Look = (typeof LOOKS)[number];

const names = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const isWanted = ({ name }: Screen) => names.length === 0 || names.includes(name);
process.env.NODE_ENV ??= "production";

const folder = mkdtempSync(join(tmpdir(), "assay-screenshots-"));
const clock = takeClock();
const desk = await openDesk("desk");
const { links, addresses, publishIn } = await setScene(desk, clock);
const unopened = await openDesk("new");
addresses.setUp = unopened.services.desk.offerSetUp() ?? "";
const browser = await chromium.launch({
  executablePath: findChromium().path,
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});
try {
  const bo = await signedIn(browser, "Bo Lindqvist", LOOKS[0]);
  await stand(bo);
  for (const look of LOOKS) await picture(browser, look);
} finally {
  await browser.close();
  await Promise.all([desk.stop(), unopened.stop()]);
  rmSync(folder, { recursive: true, force: true });
}
if (process.argv.includes("--docs")) {
  for (const name of TELLING) copyFileSync(join(FOLDER, "light", `${name}.png`), join("docs", "images", `${name}.png`));
}

async function openDesk(name: string): Promise<Running> {
  const port = await freePort();
  const settings = readSettings({ PORT: String(port), ASSAY_ORIGIN: `http://localhost:${port}` });
  return start({ settings: { ...settings, ASSAY_DATA: join(folder, name) }, log: createLog("warn"), production: true });
}

/** All wanted screens in one look. The review queue is Bo's, all else Ana's. */
async function picture(browser: Browser, look: Look): Promise<void> {
  mkdirSync(join(FOLDER, look.look), { recursive: true });
  const [ana, reviewer] = [await signedIn(browser, "Ana Noori", look), await signedIn(browser, "Bo Lindqvist", look)];
  const nobody = await (await contextOf(browser, look)).newPage();
  const shots = [
    ...SCREENS.map((one) => [one, ["review", "my-work", "notifications"].includes(one.name) ? reviewer : ana] as const),
    ...[...DOORS, ...PUBLISHED].map((one) => [one, nobody] as const),
  ];
  publishIn(look.language);
  for (const [screen, page] of shots) if (isWanted(screen)) await shoot(page, screen, look);
  for (const page of [ana, reviewer, nobody]) await page.context().close();
  console.log(`${look.look}: ${shots.filter(([screen]) => isWanted(screen)).length} screens`);
}

async function shoot(page: Page, { name, path, until, window = false }: Screen, { look }: Look): Promise<void> {
  // A page anew, also where only the part behind the # is another.
  await page.goto("about:blank");
  await page.goto(
    new URL(
      path.replace(/\{(\w+)\}/, (_, word) => addresses[word] ?? ""),
      desk.url,
    ).href,
  );
  await page.waitForLoadState("networkidle").catch(() => {});
  await until?.(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(FOLDER, look, `${name}.png`), fullPage: !window });
}

/** Bo is on the first card in all pictures, at the end of its statement. */
async function stand(bo: Page): Promise<void> {
  await bo.goto(`${desk.url}/cases/1/claims/1`);
  await bo.locator("[contenteditable=true]").waitFor();
  await bo.locator("[data-field=statement] textarea").click();
  await bo.keyboard.press("Control+End");
}

async function signedIn(browser: Browser, name: string, look: Look): Promise<Page> {
  const page = await (await contextOf(browser, look)).newPage();
  const link = links[CAST.findIndex((one) => one.name === name)] ?? "";
  const answer = await page.request.post(link, { form: {}, headers: { Origin: desk.url }, maxRedirects: 0 });
  if (answer.status() >= 400) throw new Error(`${name} could not sign in: ${await answer.text()}`);
  return page;
}

async function contextOf(browser: Browser, { viewport, colorScheme, language }: Look): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, colorScheme, locale: "en-GB", reducedMotion: "reduce" });
  // A busy machine takes its time.
  context.setDefaultTimeout(120_000);
  await context.addCookies([{ name: "assay-language", value: language, url: desk.url }]);
  return context;
}
