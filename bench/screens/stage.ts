import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { findChromium } from "../../scripts/chromium.ts";
import { type Contestant, Running } from "../contestants.ts";
import { dialects } from "../load/dialect.ts";
import { installStopwatch } from "./stopwatch.ts";

const screens: Contestant = {
  name: "Assay",
  dialect: dialects.assay,
  keeps: true,
  start: (folder) => ({ script: "servers/screens.ts", args: [folder] }),
};

/** A running desk with the long case, and a browser to look at it with. */
export class Stage {
  readonly server: Running;
  readonly #browser: Browser;
  #open: BrowserContext[] = [];

  private constructor(server: Running, browser: Browser) {
    this.server = server;
    this.#browser = browser;
  }

  static async open(): Promise<Stage> {
    const server = await Running.start(screens, { rooms: 1, people: 1 });
    const { path } = findChromium();
    const browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox", "--disable-gpu"] });
    return new Stage(server, browser);
  }

  get browser(): string {
    return `Chromium ${this.#browser.version()}`;
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.server.ready.port}${path}`;
  }

  /** A page of one of the people, in a browser that has seen nothing yet. */
  async page(person = 0): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    this.#open.push(context);
    const [name = "", value = ""] = (this.server.headers(person).cookie ?? "").split("=");
    await context.addCookies([{ name, value, url: this.url("/") }]);
    await context.addInitScript(installStopwatch);
    return context.newPage();
  }

  /** Closes all pages. */
  async clear(): Promise<void> {
    for (const context of this.#open.splice(0)) await context.close();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.server.end();
  }
}

/** The page hears its keys: it is live once it says who else is there. */
export const isLive = (page: Page) => page.getByRole("button", { name: /^On this case/ }).waitFor();

type Watch = { how: "after" | "changed"; event: string; selector?: string; words?: string };

/** The page waits from now on; the answer tells what it saw. An event that is made before this has resolved may be missed. */
export async function watch(page: Page, wanted: Watch): Promise<() => Promise<{ took: number; at: number }>> {
  // The promise travels inside of an object, because the page would otherwise wait for it here.
  const handle = await page.evaluateHandle(({ how, event, selector = "", words = "" }) => {
    const { after, changed } = window.stopwatch;
    return { told: how === "after" ? after(event, selector, words) : changed(event, selector) };
  }, wanted);
  return () => handle.evaluate(({ told }) => told);
}

/** Makes an event, and says how long the page took for what follows from it. */
export async function timed(page: Page, make: () => Promise<unknown>, wanted: Omit<Watch, "how">) {
  const told = await watch(page, { how: "after", ...wanted });
  await make();
  return told();
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
