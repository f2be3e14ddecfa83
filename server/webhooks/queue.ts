import type { Db } from "#db/client.ts";
import { eventsAfter, type StoredEvent } from "#db/queries/audit.ts";
import { caseById } from "#db/queries/cases.ts";
import { claimById } from "#db/queries/claims.ts";
import { allWebhooks, insertDelivery, updateWebhook } from "#db/queries/webhooks.ts";
import type { WebhookEvent } from "#domain/webhook-events.ts";
import { referenceOf } from "#server/services/claim-rows.ts";
import { inTransaction } from "#server/services/decide.ts";

type Event = Omit<StoredEvent, "body"> & { body: Record<string, unknown> };
type QueueOptions = { db: Db; now: () => number; newId: () => string; origin: string };

/**
 * Queues what the record says and no webhook was told yet. The record itself is the queue's source, so nothing that was
 * decided is forgotten when the process ends before it could be told.
 */
export function queueDeliveries({ db, now, newId, origin }: QueueOptions): void {
  for (const webhook of allWebhooks(db)) {
    const events = [...eventsAfter(db, webhook.seenSeq)];
    const last = events.at(-1);
    if (!last) continue;
    inTransaction(db, (tx) => {
      for (const event of events) {
        const told = messageOf(tx, origin, { ...event, body: JSON.parse(event.body) }, newId());
        if (!told || !webhook.events.includes(told.event)) continue;
        const at = now();
        insertDelivery(tx, { ...told, webhookId: webhook.id, seq: event.seq, queuedAt: at, nextAt: at });
      }
      updateWebhook(tx, webhook.id, { seenSeq: last.seq });
    });
  }
}

/** Says that something happened and where to read it, never what: the words of a claim leave by a token only. */
function messageOf(db: Db, origin: string, row: Event, id: string) {
  const event = eventOf(row);
  const parent = event && row.caseId && caseById(db, row.caseId);
  if (!event || !parent) return null;
  const at = `${origin}/api/v1/cases/${parent.number}`;
  const about = row.claimId ? claimPart(db, at, parent.number, row) : releasePart(at, row);
  const body = { id, type: event, timestamp: new Date(row.at).toISOString(), data: { case: parent.number, ...about } };
  return { id, event, body: JSON.stringify(body) };
}

function eventOf({ type, body }: Event): WebhookEvent | null {
  if (type === "review.signed_off") return body.complete === true ? "claim.signed" : null;
  if (type === "sign_off.went_stale") return "claim.stale";
  if (type === "claim.corrected") return "claim.corrected";
  return type === "release.made" ? "release.made" : null;
}

function claimPart(db: Db, at: string, caseNumber: number, row: Event) {
  const { claimId, body } = row;
  const claim = claimById(db, claimId ?? "");
  if (!claim) return {};
  const { number } = claim;
  return {
    claim: number,
    reference: referenceOf(caseNumber, number),
    ...(row.type === "claim.corrected" ? { kind: body.kind } : { contentHash: body.contentHash }),
    url: `${at}/claims/${number}`,
  };
}

const releasePart = (at: string, { body }: Event) => ({
  ...{ release: body.number, sha256: body.sha256, claims: body.claims },
  url: `${at}/releases/${body.number}`,
});
