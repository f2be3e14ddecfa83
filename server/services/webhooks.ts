import { lastEvent } from "#db/queries/audit.ts";
import {
  allWebhooks,
  type DeliveryRow,
  deliveryById,
  insertWebhook,
  lastDeliveriesOf,
  updateDelivery,
  updateWebhook,
  webhookById,
} from "#db/queries/webhooks.ts";
import { notFound } from "#domain/errors.ts";
import { LIMITS } from "#domain/limits.ts";
import { WEBHOOK_EVENTS, type WebhookEvent } from "#domain/webhook-events.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { demand } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { newSecret } from "#server/webhooks/signature.ts";

/** How many messages of each webhook the page shows. */
const SHOWN = 20;

export type DeliveryView = Pick<DeliveryRow, "id" | "event" | "state" | "attempts" | "outcome" | "nextAt" | "sentAt">;
export type WebhookView = {
  id: string;
  url: string;
  events: WebhookEvent[];
  createdAt: number;
  deliveries: DeliveryView[];
};

/** Addresses of other systems that are told when something is decided. They concern every case, so admins look after them. */
export function webhooksService({ db, now, newId }: Context) {
  return {
    list(actor: Member): WebhookView[] {
      demand(actor, "member.manage");
      return allWebhooks(db).map(({ id, url, events, createdAt }) => ({
        ...{ id, url, events, createdAt },
        deliveries: lastDeliveriesOf(db, id, SHOWN).map(toView),
      }));
    },

    /** Told from the next event on. The secret that signs is given once. @throws AppError bad_input. */
    make(actor: Member, { url, events, once }: { url: string; events: WebhookEvent[] } & Once): { secret: string } {
      demand(actor, "member.manage");
      demandGood(url, events);
      const secret = newSecret();
      const id = newId();
      const made = decideOnce({ db, now }, actor, { once, of: ["webhook.make", url, events] }, (tx, at) => {
        const wanted = WEBHOOK_EVENTS.filter((one) => events.includes(one));
        const seenSeq = lastEvent(tx)?.seq ?? 0;
        insertWebhook(tx, { id, url, events: wanted, secret, createdBy: actor.id, createdAt: at, seenSeq });
        record(tx, {
          type: "webhook.made",
          actorId: actor.id,
          body: { webhookId: id, host: new URL(url).host, events: wanted },
          at,
        });
        return { id };
      });
      if (made.id !== id) throw refusal("conflict", "webhooks", "made_already");
      return { secret };
    },

    remove(actor: Member, id: string, { once }: Once): void {
      demand(actor, "member.manage");
      decideOnce({ db, now }, actor, { once, of: ["webhook.remove", id] }, (tx, at) => {
        const webhook = webhookById(tx, id);
        if (!webhook) throw notFound("webhook");
        updateWebhook(tx, id, { removedAt: at });
        record(tx, {
          type: "webhook.removed",
          actorId: actor.id,
          body: { webhookId: id, host: new URL(webhook.url).host },
          at,
        });
        return null;
      });
    },

    /** Tells it once more, with the next round: the same words under the same id. */
    resend(actor: Member, deliveryId: string, { once }: Once): void {
      demand(actor, "member.manage");
      decideOnce({ db, now }, actor, { once, of: ["webhook.resend", deliveryId] }, (tx, at) => {
        const delivery = deliveryById(tx, deliveryId);
        if (!delivery || !webhookById(tx, delivery.webhookId)) throw notFound("delivery");
        updateDelivery(tx, deliveryId, { state: "waiting", nextAt: at, queuedAt: at, attempts: 0 });
        return null;
      });
    },
  };
}

const toView = ({ id, event, state, attempts, outcome, nextAt, sentAt }: DeliveryRow): DeliveryView => ({
  ...{ id, event, state, attempts, outcome, nextAt, sentAt },
});

function demandGood(address: string, events: readonly WebhookEvent[]): void {
  const url = URL.parse(address);
  const isGood = url && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  if (!isGood || address.length > LIMITS.url) throw refusal("bad_input", "webhooks", "give_address");
  if (events.length === 0) throw refusal("bad_input", "webhooks", "choose_events");
}
