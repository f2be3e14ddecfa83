import type { Browser, BrowserContext, Page } from "@playwright/test";

// Opening a browser of somebody's own and loading all scripts into it is most of what a short test would do. So what is
// left of a page when a test is over, its browser with the scripts that it knows, is there for the next test.

const SIZE = { width: 1440, height: 900 };
/** What stays in a page for good. */
const LASTING = ["addInitScript", "exposeBinding", "exposeFunction", "routeWebSocket"] as const;
const EVENTS = ["console", "dialog", "download", "pageerror", "popup", "request", "response", "websocket"] as const;
const STORED = "cache_storage,indexeddb,local_storage,service_workers";

const free: Page[] = [];
const marked = new WeakSet<BrowserContext>();

/** Gives a page with nothing of anybody's in it, in a browser of its own, and takes it back if it can be emptied. */
export async function withPage(
  browser: Browser,
  origin: () => string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const page = free.pop() ?? (await openPage(browser));
  await use(page);
  const isEmpty = await empty(page, origin()).catch(() => false);
  if (isEmpty) free.push(page);
  else await page.context().close();
}

/** On the desk, but on no screen, which would be drawn and left at once: each test opens the one that it is about. */
export async function standBy(page: Page, origin: string): Promise<void> {
  const place = `${origin}/healthz`;
  if (page.url() !== place) await page.goto(place, { waitUntil: "commit" });
}

/** Closes whatever a test has opened besides, which would go on talking to the next desk on this port. */
export async function closeOthers(browser: Browser): Promise<void> {
  const kept = free.map((page) => page.context());
  for (const context of browser.contexts()) if (!kept.includes(context)) await context.close();
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    ...{ locale: "en-GB", timezoneId: "UTC", viewport: SIZE, acceptDownloads: true },
  });
  const page = await context.newPage();
  for (const one of [context, page]) {
    for (const name of LASTING) markWhenCalled(context, one, name);
  }
  for (const name of ["install", "setFixedTime", "setSystemTime"] as const)
    markWhenCalled(context, context.clock, name);
  return page;
}

function markWhenCalled<T extends object>(context: BrowserContext, of: T, name: keyof T): void {
  const call = of[name] as (...given: unknown[]) => unknown;
  of[name] = ((...given: unknown[]) => {
    marked.add(context);
    return call.apply(of, given);
  }) as T[typeof name];
}

/** Takes out all that a test has left in a page and its browser. Says no when something of it would stay. */
async function empty(page: Page, origin: string): Promise<boolean> {
  const context = page.context();
  if (page.isClosed() || marked.has(context)) return false;
  for (const other of context.pages()) if (other !== page) await other.close();
  for (const event of EVENTS) page.removeAllListeners(event);
  await context.setOffline(false);
  await context.unrouteAll();
  await page.unrouteAll();
  await standBy(page, origin);
  await page.evaluate(() => sessionStorage.clear());
  const session = await context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: STORED });
  await session.detach();
  await context.clearCookies();
  await context.clearPermissions();
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null });
  await page.setViewportSize(SIZE);
  return true;
}
