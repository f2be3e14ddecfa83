import { CLOSE } from "#domain/protocol.ts";
import { Refusal } from "#server/collab/refusal.ts";

/** Bursts may be this many times the rate of one second. */
const BURST = 3;

export type Bucket = { tokens: number; at: number; perSecond: number; capacity: number };

export const createBucket = (perSecond: number, now: number, capacity = perSecond * BURST): Bucket => ({
  tokens: capacity,
  at: now,
  perSecond,
  capacity,
});

/** Takes so many tokens, if there are as many; tokens grow back with time. */
export function take(bucket: Bucket, amount: number, now: number): boolean {
  const grown = (Math.max(0, now - bucket.at) / 1000) * bucket.perSecond;
  bucket.tokens = Math.min(bucket.capacity, bucket.tokens + grown);
  bucket.at = now;
  if (bucket.tokens < amount) return false;
  bucket.tokens -= amount;
  return true;
}

export type Budget = { messages: Bucket; bytes: Bucket };

/** One budget per member, shared by all of that member's sockets. */
export function createBudgets(rates: { messagesPerSecond: number; bytesPerSecond: number }, now: () => number) {
  const budgets = new Map<string, Budget>();
  const of = (memberId: string) => {
    const found = budgets.get(memberId);
    if (found) return found;
    const budget = {
      messages: createBucket(rates.messagesPerSecond, now()),
      bytes: createBucket(rates.bytesPerSecond, now()),
    };
    budgets.set(memberId, budget);
    return budget;
  };
  return {
    /** Throws a 4529 refusal when the member sends more than the limits allow. */
    spend(memberId: string, messages: number, bytes: number): void {
      const budget = of(memberId);
      if (take(budget.messages, messages, now()) && take(budget.bytes, bytes, now())) return;
      throw new Refusal(CLOSE.slowDown, "Too many messages in a short time.");
    },
    /** Counts messages for something that is done already; what goes beyond the budget is waited for before the next. */
    charge(memberId: string, messages: number): void {
      of(memberId).messages.tokens -= messages;
    },
    /** Forgets members who have been away long enough for their budget to be full again; what is owed takes longer. */
    prune(present: ReadonlySet<string>): void {
      for (const [id, { messages }] of budgets) {
        const awayMs = now() - messages.at;
        const isPaid = messages.tokens + (awayMs / 1000) * messages.perSecond >= 0;
        if (!present.has(id) && awayMs > 60_000 && isPaid) budgets.delete(id);
      }
    },
  };
}

export type Budgets = ReturnType<typeof createBudgets>;
