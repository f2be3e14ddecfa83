import type { Db } from "#db/client.ts";
import { type DeliveryRow, dueDeliveries, forgetDeliveries, updateDelivery } from "#db/queries/webhooks.ts";
import type { Log } from "#server/log.ts";
import { queueDeliveries } from "#server/webhooks/queue.ts";
import { type SendOptions, type Sent, send } from "#server/webhooks/send.ts";
import { signedHeaders } from "#server/webhooks/signature.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const LONGEST_WAIT_MS = 4 * 60 * MINUTE_MS;
const GIVE_UP_MS = 3 * DAY_MS;
const REMEMBER_MS = 30 * DAY_MS;
const AT_ONCE = 20;

type CourierOptions = {
  db: Db;
  now: () => number;
  newId: () => string;
  log: Log;
  origin: string;
  sending: SendOptions;
};
type Due = ReturnType<typeof dueDeliveries>[number];
export type Courier = { run(): Promise<void>; stop(): Promise<void> };

/**
 * Tells webhooks what the record says: at least once, since nobody knows of a lost answer whether the message arrived;
 * `webhook-id` stays the same, so that the other side can tell.
 */
export function createCourier({ db, now, newId, log, origin, sending }: CourierOptions): Courier {
  let running: Promise<void> | null = null;
  let isOver = false;

  async function tellAll(): Promise<void> {
    forgetDeliveries(db, now() - REMEMBER_MS);
    queueDeliveries({ db, now, newId, origin });
    for (let due = next(); due.length > 0 && !isOver; due = next()) {
      await Promise.all([...Map.groupBy(due, ({ webhook }) => webhook.id).values()].map(tellInOrder));
    }
  }

  const next = () => dueDeliveries(db, now(), AT_ONCE);

  /** One after the other. Behind one that was not taken there is no order to keep: it comes later. */
  async function tellInOrder(due: Due[]): Promise<void> {
    for (const [at, one] of due.entries())
      if (!(await tell(one))) return void (await Promise.all(due.slice(at + 1).map(tell)));
  }

  async function tell({ delivery, webhook: { url, secret } }: Due): Promise<boolean> {
    const { id, body } = delivery;
    const sent = await send(url, signedHeaders(secret, { id, at: now(), body }), body, sending);
    if (!sent.isTaken) log.warn({ delivery: id, outcome: sent.outcome }, "a webhook was not told");
    updateDelivery(db, id, after(delivery, sent));
    return sent.isTaken;
  }

  function after({ attempts, queuedAt }: DeliveryRow, { isTaken, isGone, outcome }: Sent): Partial<DeliveryRow> {
    const tried = { attempts: attempts + 1, outcome };
    if (isTaken) return { ...tried, state: "sent", sentAt: now() };
    const wait = Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** attempts);
    const isTooLate = now() + wait > queuedAt + GIVE_UP_MS;
    return { ...tried, state: isGone || isTooLate ? "failed" : "waiting", nextAt: now() + wait };
  }

  return {
    run: () => {
      if (isOver) return Promise.resolve();
      running ??= tellAll()
        .catch((error: unknown) => log.error({ err: error }, "webhooks were not told; the next round goes on"))
        .finally(() => {
          running = null;
        });
      return running;
    },
    stop: async () => {
      isOver = true;
      await running;
    },
  };
}
