import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What looks at colours; everything else is the same in light and in dark. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** axe finds nothing on this screen, in light and in dark. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    // Without fades, also those that have begun: in the middle of one, a colour is neither the old nor the new.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
    });
    // No page of ours has frames, so that axe needs no second page to gather its findings in.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (colorScheme === "light" ? axe.withTags(TAGS) : axe.withRules(COLOURS)).analyze();
    const found = violations.map(
      ({ id, nodes }) =>
        `${screen}, ${colorScheme}: ${id} at ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
    );
    expect.soft(found).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
