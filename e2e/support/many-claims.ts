import type { Page } from "@playwright/test";
import { send } from "./send.ts";

/** So many that board and table draw only those in sight. */
export const MANY = 155;

/** Makes as many claims without the screens, each with its number in it, and some of them long. */
export async function makeManyClaims(page: Page, table: string): Promise<void> {
  // Asks for the answer alone, without the page around it.
  const make = (number: number) =>
    send(page, `${table}.data`, { intent: "create", statement: `The quay was closed ${number} times${more(number)}.` });
  const more = (number: number) => ", and the cold stores with it".repeat((number * 7) % 5);
  for (let number = 1; number <= MANY; number += 5)
    await Promise.all([0, 1, 2, 3, 4].map((after) => make(number + after)));
}
