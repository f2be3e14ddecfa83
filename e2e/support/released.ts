import { expect, type Page } from "@playwright/test";
import Database from "better-sqlite3";
import { readyHash } from "#server/services/preflight-page.ts";
import { Desk } from "./desk.ts";
import { CAST, test as people } from "./people.ts";
import { send } from "./send.ts";

/** Named people on a desk that knows under which address strangers reach it. */
export const test = people.extend<{ desk: Desk }>({
  desk: async ({ browserName: _browser }, use) => {
    const desk = await Desk.open(CAST, { hasAddress: true });
    await use(desk);
    await desk.close();
  },
});

type Stored = { claimId: string; contentHash: string; number: number; version: number; stage: string; lag: number };

const STORED = `select c.claim_id as claimId, content_hash as contentHash, number, version, stage,
  (select max(seq) from updates u where u.claim_id = c.claim_id) - projected_seq as lag
  from cards c join claims on claims.id = c.claim_id order by number`;

/** What is stored of the claims of the desk, once the tables say what the cards do. */
export async function storedClaims(desk: Desk): Promise<Stored[]> {
  const storage = new Database(desk.database, { readonly: true });
  const read = () => storage.prepare(STORED).all() as Stored[];
  await expect.poll(() => read().filter((one) => one.lag > 0)).toEqual([]);
  const found = read();
  storage.close();
  return found;
}

/** Signs off the claims with these numbers as this person and releases the first case, without the screens. */
export async function signAndRelease(page: Page, desk: Desk, numbers: readonly number[]): Promise<void> {
  const ready = (await storedClaims(desk)).filter((one) => one.stage !== "dropped");
  for (const { number, contentHash: seenHash } of ready.filter((one) => numbers.includes(one.number)))
    await send(page, `${desk.url}/cases/1/claims/${number}`, { intent: "sign-off", seenHash, seenReviews: "" });
  await send(page, `${desk.url}/cases/1/release`, { intent: "release", expected: readyHash(ready) });
}
