import type { Page } from "@playwright/test";

const MEGABYTE = 2 ** 20;

/** What a page's scripts and elements hold after a collection, MiB. */
export async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return (usedSize + embedderHeapUsedSize) / MEGABYTE;
}
