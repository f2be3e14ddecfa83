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
  for (let step = 0; step < 120; step++) {
    if (await hasFocus(wanted)) return wanted;
    await page.keyboard.press("Tab");
  }
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
  for (let step = 0; step < 20; step++) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead there.`);
}

const hasFocus = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element) => element === element.ownerDocument.activeElement);
