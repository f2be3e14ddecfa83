import type { Page } from "@playwright/test";

/** Words in braces stand for what is known only once the desk is there. */
export type Screen = {
  name: string;
  path: string;
  /** Brings the screen into the state that the picture is of. */
  until?: (page: Page) => Promise<unknown>;
  /** Whether it is a picture of the window; without, of the whole page. */
  window?: boolean;
};

const CARD = "/cases/1/claims/1";
const live = (page: Page) => page.locator("[data-testid=saving]:not([data-kind=connecting])").waitFor();
const ready = (page: Page) => page.locator("html[data-ready]").waitFor();
const onCase = (page: Page) => page.locator(".roster-button").waitFor();

const press = (key: string, appears: string) => async (page: Page) => {
  await onCase(page);
  await page.locator(".claim-card-link").first().focus();
  await page.keyboard.press(key);
  await page.locator(appears).waitFor();
};

/** Every screen, by the name of its picture. */
export const SCREENS: readonly Screen[] = [
  { name: "cases", path: "/cases" },
  { name: "case-new", path: "/cases/new" },
  { name: "my-work", path: "/my-work" },
  { name: "review", path: "/my-work/review", until: ready },
  { name: "notifications", path: "/notifications" },
  { name: "notifications-digest", path: "/notifications/digest" },
  { name: "notifications-settings", path: "/notifications/settings" },
  { name: "precedents", path: "/precedents" },
  { name: "precedents-import", path: "/precedents/import" },
  { name: "card-precedent", path: CARD, until: (page) => page.locator(".precedent-hint").waitFor(), window: true },
  { name: "numbers-desk", path: "/numbers" },
  { name: "members", path: "/members" },
  { name: "members-link", path: "/members", until: makeLink },
  { name: "public-pages", path: "/public-pages" },
  { name: "scales", path: "/scales" },
  { name: "byline", path: "/byline" },
  { name: "tokens", path: "/tokens" },
  { name: "webhooks", path: "/webhooks" },
  { name: "find", path: "/find?q=residents" },
  { name: "not-here", path: "/cases/99" },
  { name: "nothing-here", path: "/nothing-here" },
  { name: "board", path: "/cases/1/board", until: onCase, window: true },
  { name: "board-menu", path: "/cases/1/board", until: press("s", "[role=menu]"), window: true },
  { name: "board-assign", path: "/cases/1/board", until: press("a", "[role=dialog]"), window: true },
  { name: "board-find", path: "/cases/1/board", until: press("Control+K", "[role=listbox]"), window: true },
  { name: "board-keys", path: "/cases/1/board", until: press("?", "[role=dialog]"), window: true },
  { name: "board-selected", path: "/cases/1/board", until: press("x", ".bulk-bar"), window: true },
  { name: "board-nothing", path: "/cases/1/board?q=nothing+has+these+words" },
  { name: "board-empty", path: "/cases/2/board" },
  { name: "table", path: "/cases/1/table", until: onCase, window: true },
  { name: "article", path: "/cases/1/documents/{document}", until: onCase, window: true },
  { name: "article-beside", path: "/cases/1/documents/{document}/claims/1", until: onCase, window: true },
  { name: "article-new", path: "/cases/1/documents/new" },
  { name: "article-new-version", path: "/cases/1/documents/{document}/new-version" },
  { name: "card", path: CARD, until: live, window: true },
  { name: "card-whole", path: CARD, until: live },
  { name: "card-stale", path: "/cases/1/claims/2", until: live },
  { name: "card-empty", path: "/cases/1/claims/16", until: live },
  { name: "card-released", path: "/cases/1/claims/6", until: live },
  { name: "card-retraction", path: "/cases/1/claims/7", until: live },
  { name: "discussion", path: `${CARD}#discussion`, until: withTools, window: true },
  { name: "history", path: `${CARD}/history` },
  { name: "history-words", path: `${CARD}/history/words` },
  { name: "merge", path: `${CARD}/merge` },
  { name: "release", path: "/cases/1/release" },
  { name: "release-feed", path: "/cases/1/release", until: makeFeed },
  { name: "release-read", path: "/cases/1/releases/3" },
  { name: "correction", path: "/cases/1/claims/6/correct" },
  { name: "corrections", path: "/cases/1/corrections" },
  { name: "record", path: "/cases/1/record" },
  { name: "numbers", path: "/cases/1/numbers", window: true },
  { name: "settings", path: "/cases/1/settings" },
  { name: "member-menu", path: "/cases", until: (page) => page.locator(".member-summary").click(), window: true },
];

/** What stands before the desk: each in a browser that nobody is signed in with. */
export const DOORS: readonly Screen[] = [
  { name: "set-up", path: "{setUp}" },
  { name: "join", path: "{join}" },
  { name: "welcome", path: "{welcome}" },
  { name: "password", path: "{password}" },
  { name: "sign-in", path: "/sign-in" },
  { name: "sign-in-refused", path: "/sign-in", until: signInWrongly },
  { name: "link-used", path: "/join/used" },
];

/** What strangers read. */
export const PUBLISHED: readonly Screen[] = [
  { name: "published", path: "/published" },
  { name: "published-release", path: "/published/1/3" },
  { name: "published-claim", path: "/published/1/C-1-1" },
  { name: "published-retracted", path: "/published/1/C-1-8" },
  { name: "published-taken-off", path: "/published/1/1" },
];

async function withTools(page: Page): Promise<void> {
  await live(page);
  await page.locator("[role=toolbar] button").first().waitFor();
}

async function makeLink(page: Page): Promise<void> {
  await page.locator(".invite-form button[type=submit]").click();
  await page.locator("input[readonly]").waitFor();
}

async function makeFeed(page: Page): Promise<void> {
  await page.locator(".follow summary").click();
  await page.locator(".follow button[value=make]").click();
  await page.locator(".follow input[readonly]").first().waitFor();
}

async function signInWrongly(page: Page): Promise<void> {
  await page.locator("input[type=email]").fill("chen@desk.invalid");
  await page.locator("input[type=password]").fill("none of the herons");
  await page.locator(".door-form button[type=submit]").click();
  await page.locator("[role=alert]").waitFor();
}
