import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";

/**
 * Sends a form of the product as this person's browser would without scripts. For what a test needs and is not about.
 * Returns the path that the answer leads to, or "" when it stays where it was.
 * @throws Error when the server refuses it.
 */
export async function send(page: Page, url: string, fields: Record<string, string>): Promise<string> {
  const answer = await page.request.post(url, {
    form: { once: randomUUID(), ...fields },
    headers: { Origin: new URL(url).origin },
    maxRedirects: 0,
  });
  if (answer.status() >= 400) throw new Error(`${url} answered ${answer.status()}: ${await answer.text()}`);
  return answer.headers().location ?? "";
}
