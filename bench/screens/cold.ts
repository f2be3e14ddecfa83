import { get } from "node:http";
import { createGunzip } from "node:zlib";
import type { Page } from "@playwright/test";
import { BOARD } from "./board.ts";
import { REPORT } from "./public-report.ts";
import { isLive, type Stage } from "./stage.ts";

const KIB = 1_024;
/** As Chromium's own “Fast 4G”, in bytes a second and milliseconds. */
const FAST_4G = { latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750 };
/** Claims that a list should not wait for the others with. */
const FIRST = 500;

/** The board as whoever has never been there sees it come over a mobile network, and what travels for it. */
export async function coldBoard(stage: Stage) {
  const page = await onMobile(stage);
  await page.goto(stage.url(BOARD));
  await isLive(page);
  const largest = await page.evaluate(() => window.stopwatch.largest());
  const { whole, first } = await payload(stage);
  return {
    ...{ "cold.largest": largest, "cold.fonts": (await firstFonts(page)) / KIB },
    ...{ "board.payload": whole / KIB, "board.first": first / KIB },
  };
}

/** A report of the desk as a stranger opens it, over the same network. */
export async function coldReport(stage: Stage) {
  const page = await onMobile(stage);
  await page.goto(stage.url(REPORT));
  // The browser tells of it after the fact, and no script of this page waits for anything.
  await page.waitForFunction(() => !Number.isNaN(window.stopwatch.largest()));
  return { "cold.report": await page.evaluate(() => window.stopwatch.largest()) };
}

async function onMobile(stage: Stage): Promise<Page> {
  const page = await stage.page();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, ...FAST_4G });
  return page;
}

const firstFonts = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const first = [...document.querySelectorAll<HTMLLinkElement>("link[rel=preload][as=font]")];
    const files = first.flatMap(({ href }) => performance.getEntriesByName(href) as PerformanceResourceTiming[]);
    return files.reduce((sum, one) => sum + one.encodedBodySize, 0);
  });

/** How many bytes travel when the board is opened, in gzip, and after how many of them its first claims are there. */
async function payload(stage: Stage): Promise<{ whole: number; first: number }> {
  const bytes = await download(stage, "/cases/1/rows");
  const unzip = createGunzip();
  let [text, first] = ["", 0];
  unzip.on("data", (piece: Buffer) => {
    text += piece;
  });
  for (; countOf(text) <= FIRST && first < bytes.length; first += KIB)
    await new Promise((done) => unzip.write(bytes.subarray(first, first + KIB), done));
  unzip.destroy();
  return { whole: bytes.length, first };
}

/** As it travels: `fetch` would unpack it. */
function download(stage: Stage, path: string): Promise<Buffer> {
  const headers = { ...stage.server.headers(0), "accept-encoding": "gzip" };
  return new Promise((resolve, reject) => {
    get(stage.url(path), { headers }, (answer) => {
      answer.toArray().then((pieces) => resolve(Buffer.concat(pieces)), reject);
    }).on("error", reject);
  });
}

/** Each claim has its reference once. */
const countOf = (text: string): number => text.split(/"C-1-\d+"/).length - 1;
