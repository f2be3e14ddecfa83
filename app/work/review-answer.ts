/** What the queue's action answers when something was decided, or taken back. */
export type Decided = { ok: true; intent: string; claimId: string; reviewId: string };

export const isDone = (answer: unknown): answer is Decided => (answer as { ok?: unknown } | undefined)?.ok === true;
