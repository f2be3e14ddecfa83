import { expect, type Page } from "@playwright/test";

/** Nothing on this screen is wider than the narrowest phone. Gives the size back afterwards. */
export async function expectNarrow(page: Page, screen: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ width: 320, height: 640 });
  await expect
    .configure({ soft: true })
    .poll(() => tooWide(page), screen)
    .toEqual([]);
  await page.setViewportSize(before);
}

/** What sticks out of a page that scrolls sideways; empty when the page does not. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.scrollingElement?.scrollWidth ?? 0;
    if (wide <= 320) return [];
    const out = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > 320.5);
    return [`${wide} px`, ...out.map((one) => `${one.tagName.toLowerCase()}.${one.className}`).slice(0, 8)];
  });
}

/** Goes through the page with Tab, once around, and finds no focused control that lies under something else. */
export async function expectFocusSeen(page: Page, screen: string): Promise<void> {
  const seen = new Set<string>();
  const hidden: string[] = [];
  for (let step = 0; step < 250; step++) {
    await page.keyboard.press("Tab");
    const { name, isSeen } = await page.evaluate(focusNow);
    if (name === "" || seen.has(name)) break;
    seen.add(name);
    if (!isSeen) hidden.push(name);
  }
  expect.soft(hidden, `${screen}: focused but covered`).toEqual([]);
  expect(seen.size, `${screen}: stops of Tab`).toBeGreaterThan(10);
}

/** The focused control, and whether at least one point of it (or of its label) is on top. Runs in the page. */
function focusNow(): { name: string; isSeen: boolean } {
  const element = document.activeElement;
  if (!element || element === document.body) return { name: "", isSeen: true };
  const number = (element as HTMLElement).dataset.stop ?? String(document.querySelectorAll("[data-stop]").length);
  (element as HTMLElement).dataset.stop = number;
  const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
  const label = element.closest("label");
  const boxes = [...element.getClientRects()];
  const isSeen = boxes.some((box) =>
    [0.1, 0.3, 0.5, 0.7, 0.9].some((along) =>
      [0.2, 0.5, 0.8].some((down) => {
        const top = document.elementFromPoint(box.left + box.width * along, box.top + box.height * down);
        return top !== null && (element.contains(top) || (label?.contains(top) ?? false));
      }),
    ),
  );
  return { name: `${number} ${element.tagName.toLowerCase()} ${words.slice(0, 40)}`, isSeen };
}
