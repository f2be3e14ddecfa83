import type { BrowserContext, Page } from "@playwright/test";
import { withPage } from "./support/kept-page.ts";
import { expect, test } from "./support/people.ts";

test("whoever takes over the browser of somebody else finds nothing of theirs in it", async ({ browser, desk }) => {
  const origin = () => desk.url;
  const taken: unknown[] = [];
  await withPage(browser, origin, async (page) => {
    taken.push(page);
    await page.goto(desk.linkOf("Ana Noori"));
    await page.context().addCookies([{ name: "left", value: "yes", url: desk.url }]);
    await page.evaluate(async () => {
      localStorage.setItem("left", "yes");
      sessionStorage.setItem("left", "yes");
      await new Promise((done) => Object.assign(indexedDB.open("left"), { onsuccess: done }));
    });
    await page.route("**/healthz", (route) => route.fulfill({ body: "left" }));
    await page.context().route("**/readyz", (route) => route.fulfill({ body: "left" }));
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce", forcedColors: "active", media: "print" });
    await page.setViewportSize({ width: 390, height: 844 });
    await (await page.context().newPage()).goto(`${desk.url}/healthz`);
    await page.context().setOffline(true);
  });
  await withPage(browser, origin, async (page) => {
    taken.push(page);
    expect(page.context().pages()).toEqual([page]);
    expect(await page.context().cookies()).toEqual([]);
    for (const path of ["readyz", "healthz"]) {
      const answer = await page.goto(`${desk.url}/${path}`);
      expect(await answer?.text()).not.toBe("left");
    }
    const left = await page.evaluate(async () => ({
      stored: [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length],
      looks: ["(prefers-color-scheme: dark)", "(prefers-reduced-motion)", "(forced-colors)", "print"].filter(
        (one) => matchMedia(one).matches,
      ),
      width: innerWidth,
    }));
    expect(left).toEqual({ stored: [0, 0, 0], looks: [], width: 1440 });
  });
  expect(taken[0]).toBe(taken[1]);
});

test("a browser in which something stays is nobody else's", async ({ browser, desk }) => {
  const waysToStay = [
    (page: Page) => page.addInitScript(() => {}),
    (page: Page) => page.context().addInitScript(() => {}),
    (page: Page) => page.exposeFunction("left", () => {}),
    (page: Page) => page.routeWebSocket(/collab/, () => {}),
    (page: Page) => page.clock.install(),
    (page: Page) => page.clock.setFixedTime(0),
    (page: Page) => page.close(),
  ];
  for (const stay of waysToStay) {
    let left: BrowserContext | null = null;
    await withPage(
      browser,
      () => desk.url,
      async (page) => {
        left = page.context();
        await stay(page);
      },
    );
    expect(browser.contexts(), String(stay)).not.toContain(left);
  }
});
