import { expect, type Locator, type Page } from "@playwright/test";
import { PRESET_SCALES } from "#domain/scales.ts";
import { send } from "./send.ts";

/** The article that the browser tests work on. Fictional, with two sides and rival figures. */
export const ARTICLE = {
  title: "Harbour strike: two sides, two counts",
  text: `The port authority said around 300 containers were left on the quay on Monday. The dockers' union said the true number was up to 2,400, “including cold stores nobody has opened.”

At least 45 lorries turned back at the gate, a police spokesman said. Nobody in the harbour will forget that day. 🚢

وقال متحدث باسم النقابة إن الإضراب مستمر.`,
} as const;

type Pasted = { title: string; text: string };

/** A new case, made without the screens. Returns its path, for example "/cases/1". */
export function makeCase(page: Page, title: string): Promise<string> {
  const scaleId = PRESET_SCALES[0]?.id ?? "";
  return send(page, at(page, "/cases/new"), { title, scaleId, quorum: "1" });
}

/** The same, with its board opened. */
export async function openCase(page: Page, title: string): Promise<string> {
  const casePath = await makeCase(page, title);
  await page.goto(at(page, `${casePath}/board`));
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  return casePath;
}

/** A document of a case, made without the screens. Returns its path. */
export function makeArticle(page: Page, casePath: string, article: Pasted = ARTICLE): Promise<string> {
  const facts = { originUrl: "https://example.org/harbour", outlet: "Harbour Post", publishedOn: "", language: "" };
  return send(page, at(page, `${casePath}/documents/new`), { ...article, ...facts });
}

/** The same in a new case, with the article opened. Returns its path. */
export async function openArticle(page: Page, article: Pasted = ARTICLE): Promise<string> {
  const path = await makeArticle(page, await makeCase(page, "Harbour strike"), article);
  await page.goto(at(page, path));
  await expect(page.getByRole("heading", { name: article.title })).toBeVisible();
  return path;
}

const at = (page: Page, path: string): string => new URL(path, page.url()).href;

/** Selects exactly these words in the open article, as a mouse would. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.locator(".article-text").evaluate((root, wanted) => {
    const runs = [...root.querySelectorAll("[data-start]")].flatMap((run) =>
      [...run.childNodes].filter((node) => node instanceof Text),
    );
    const text = runs.map((node) => node.data).join("");
    const at = text.indexOf(wanted);
    if (at < 0) throw new Error(`The article does not say “${wanted}”.`);
    const place = (offset: number) => {
      let left = offset;
      for (const node of runs) {
        if (left <= node.data.length) return { node, offset: left };
        left -= node.data.length;
      }
      throw new Error("Past the end of the article.");
    };
    const [from, to] = [place(at), place(at + wanted.length)];
    getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }, words);
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
}

/** Everything typed on the open card is on the server's disk. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByTestId("saving")).toHaveText(/^Saved \d\d:\d\d$/);
}

/** Adds a source and fills what is given, by the labels of its form. */
export async function addSource(page: Page, fields: Record<string, string>): Promise<void> {
  await page.getByRole("button", { name: "Add a source" }).click();
  for (const [label, value] of Object.entries(fields))
    await fillField(page.getByRole("list").getByLabel(label, { exact: true }).last(), value);
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Close / })
    .click();
}

async function fillField(field: Locator, value: string): Promise<void> {
  const isSelect = (await field.evaluate((element) => element.tagName)) === "SELECT";
  if (isSelect) await field.selectOption({ label: value });
  else await field.fill(value);
}

/** The words of the rationale as a screen reader gets them: without the named carets of others. */
export async function expectRationale(page: Page, words: string): Promise<void> {
  const read = () =>
    page.getByRole("textbox", { name: "Rationale" }).evaluate((editor) => {
      const copy = editor.cloneNode(true) as Element;
      for (const caret of copy.querySelectorAll("[aria-hidden=true]")) caret.remove();
      return copy.textContent;
    });
  await expect.poll(read).toContain(words);
}

/** The words before a colleague's caret. One that moves is drawn anew; what is no longer on the page is asked again. */
export const wordsBefore = (caret: Locator) =>
  caret.evaluate((element) => {
    if (!element.isConnected) return null;
    const before = document.createRange();
    before.selectNodeContents(element.parentElement ?? element);
    before.setEndBefore(element);
    return before.toString();
  });

/** A case with the article and one claim of these words, made without the screens. Returns the address of the card. */
export async function claimFromWords(page: Page, words: string): Promise<string> {
  const { card } = await makeClaim(page, words);
  return card;
}

/** The same, and opens the article. Returns the address of the card. */
export async function claimInArticle(page: Page, words: string): Promise<string> {
  const { article, card } = await makeClaim(page, words);
  await page.goto(article);
  await expect(page.locator(".article-text").getByRole("button", { name: /^C-1-1\b/ })).toBeVisible();
  return card;
}

async function makeClaim(page: Page, words: string): Promise<{ article: string; card: string }> {
  const casePath = await makeCase(page, "Harbour strike");
  const article = at(page, await makeArticle(page, casePath));
  const start = ARTICLE.text.indexOf(words);
  const end = start + words.length;
  await send(page, article, { intent: "claim", start: String(start), end: String(end), versionNumber: "1" });
  return { article, card: at(page, `${casePath}/claims/1`) };
}
