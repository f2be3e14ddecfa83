/** What other systems can be told of. */
export const WEBHOOK_EVENTS = ["claim.signed", "claim.stale", "claim.corrected", "release.made"] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
