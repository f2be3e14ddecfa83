import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What looks at colours; everything else is the same in light and in dark. */
const COLOURS = ["color-contrast", "link-in-text-block"];

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** axe finds nothing on this screen, in light and in dark. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    // Without fades, also those that have begun: in the middle of one, a colour is neither the old nor the new.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
    });
    const violations = await violationsOf(
      page,
      colorScheme === "light" ? { type: "tag", values: TAGS } : { type: "rule", values: COLOURS },
    );
    expect.soft(violations.map((one) => `${screen}, ${colorScheme}: ${one}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Each rule that is broken, with where. No page of ours has frames, which would have to be asked too. */
async function violationsOf(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  return page.evaluate(
    async (options) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
      return violations.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(" ")).join(" | ")}`);
    },
    // What is in order is not told node by node: that is most of the time.
    { runOnly, resultTypes: ["violations"] } satisfies axe.RunOptions,
  );
}
