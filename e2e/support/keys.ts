import { expect, type Locator, type Page } from "@playwright/test";

type Role = Parameters<Page["getByRole"]>[0];

/** Presses Tab until this control has the focus. Ends with an error after one time around a long page. */
export async function tabTo(
  page: Page,
  role: Role,
  name: string | RegExp,
  within: Page | Locator = page,
): Promise<Locator> {
  const wanted = within.getByRole(role, { name, exact: true }).first();
  await expect(wanted, `${role} “${name}”`).toBeVisible();
  if (await press(page, "Tab", { until: wanted, atMost: 120 })) return wanted;
  throw new Error(`Tab does not reach the ${role} “${name}”.`);
}

/** Goes to this control with Tab and presses Enter on it. */
export async function enter(page: Page, role: Role, name: string | RegExp): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press("Enter");
}

/** Goes to this field with Tab and types at the end of it. */
export async function write(page: Page, name: string, words: string): Promise<void> {
  await tabTo(page, "textbox", name);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
}

/** Presses a key until something has the focus, as with the arrows of a menu, of radio buttons or of the board. */
export async function pressUntilFocused(page: Page, key: string, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  if (!(await press(page, key, { until: wanted, atMost: 20 }))) throw new Error(`${key} does not lead there.`);
}

type Until = { until: Locator; atMost: number };

/** Presses a key until this has the focus, and says whether it got it. */
async function press(page: Page, key: string, { until, atMost }: Until): Promise<boolean> {
  // What is looked for is found once, and again when it is drawn anew: to look after each key is most of what that takes.
  let wanted = await until.elementHandle();
  for (let step = 0; step < atMost; step++) {
    const state = await wanted?.evaluate(stateOf);
    if (state === "focused") return true;
    if (state === "gone") wanted = await until.elementHandle();
    else await page.keyboard.press(key);
  }
  return false;
}

/** Runs in the page. */
const stateOf = (element: SVGElement | HTMLElement) =>
  !element.isConnected ? "gone" : element === element.ownerDocument.activeElement ? "focused" : "here";
