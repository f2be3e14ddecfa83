import type { Page } from "@playwright/test";
import { send } from "./send.ts";

/** So many that board and table draw only those in sight. */
export const MANY = 155;

/** Makes as many claims without the screens, each with its number in it. */
export async function makeManyClaims(page: Page, table: string): Promise<void> {
  // Asks for the answer alone, without the page around it.
  const make = (number: number) =>
    send(page, `${table}.data`, { intent: "create", statement: `The quay was closed ${number} times.` });
  for (let number = 1; number <= MANY; number += 5)
    await Promise.all([0, 1, 2, 3, 4].map((more) => make(number + more)));
}
