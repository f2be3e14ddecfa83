import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { Desk } from "./desk.ts";
import { closeOthers, standBy, withPage } from "./kept-page.ts";
import { send } from "./send.ts";

/** Ana edits, Bo reviews, Chen and Dalia analyse, Vera only reads. */
export const CAST = [
  { name: "Ana Noori", role: "admin" },
  { name: "Bo Lindqvist", role: "editor" },
  { name: "Chen Wei", role: "analyst" },
  { name: "Dalia Haddad", role: "analyst" },
  { name: "Vera Kos", role: "viewer" },
] as const;

type People = { ana: Page; bo: Page; chen: Page; dalia: Page; vera: Page };

/** Named people, each in a browser context of their own, on a desk that only this test uses. */
export const test = base.extend<People & { desk: Desk; everyError: string[]; closed: undefined }>({
  closed: [
    async ({ browser }, use) => {
      await use(undefined);
      await closeOthers(browser);
    },
    { auto: true },
  ],
  desk: async ({ browserName: _browser }, use) => {
    const desk = await Desk.open(CAST);
    await use(desk);
    await desk.close();
  },
  everyError: async ({ browserName: _browser }, use) => {
    const said: string[] = [];
    await use(said);
    expect(said, "errors in the browsers' consoles").toEqual([]);
  },
  ana: person("Ana Noori"),
  bo: person("Bo Lindqvist"),
  chen: person("Chen Wei"),
  dalia: person("Dalia Haddad"),
  vera: person("Vera Kos"),
});

export { expect };

type Needs = { browser: Browser; desk: Desk; everyError: string[] };

function person(name: string) {
  return ({ browser, desk, everyError }: Needs, use: (page: Page) => Promise<void>) =>
    withPageOf(name, { browser, desk, everyError }, async (page) => {
      await send(page, desk.linkOf(name), {});
      await standBy(page, desk.url);
      await use(page);
    });
}

/** A page of somebody who has not been at this desk yet. */
export function withPageOf(name: string, { browser, desk, everyError }: Needs, use: (page: Page) => Promise<void>) {
  return withPage(
    browser,
    () => desk.url,
    (page) => {
      watch(page, name, everyError);
      return use(page);
    },
  );
}

// What a browser says when a server is killed or a page is refused on purpose, and when somebody leaves a page three seconds
// after it was there, so that the next one's style sheets are on their way just then; everything else is a defect.
const EXPECTED = [
  /WebSocket connection to .* failed/,
  /net::ERR_(CONNECTION_(REFUSED|RESET)|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/,
  /the server responded with a status of (4\d\d|503)/,
  /\.css was preloaded using link preload but not used within a few seconds/,
];

/** A page whose unexpected console errors, page errors and policy violations fail the test. */
export async function newPage(context: BrowserContext, name: string, everyError: string[]): Promise<Page> {
  const page = await context.newPage();
  watch(page, name, everyError);
  return page;
}

function watch(page: Page, name: string, everyError: string[]): void {
  waitUntilReady(page);
  page.on("pageerror", (error) => everyError.push(`${name}: ${error.message}`));
  page.on("console", (message) => {
    const text = message.text();
    if (!["error", "warning"].includes(message.type()) || EXPECTED.some((pattern) => pattern.test(text))) return;
    everyError.push(`${name}: ${text}`);
  });
}

const waiting = new WeakSet<Page>();

/** A page that is opened or loaded again counts as there when its scripts have taken it over, as for a person's hands. */
function waitUntilReady(page: Page): void {
  if (waiting.has(page)) return;
  waiting.add(page);
  const ready = () => page.waitForFunction(isReady);
  const [open, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (url, options) => {
    const answer = await open(url, options);
    if (options?.waitUntil !== "commit") await ready();
    return answer;
  };
  page.reload = async (options) => {
    const answer = await reload(options);
    await ready();
    return answer;
  };
}

/** Runs in the page. What is no page of ours has no scripts of ours. */
const isReady = () =>
  document.documentElement.dataset.ready !== undefined || !document.querySelector("script[type=module]");
