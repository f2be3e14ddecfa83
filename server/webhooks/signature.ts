import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";

/** 256 random bits in the form that libraries of the standard read. */
export const newSecret = (): string => PREFIX + randomBytes(32).toString("base64");

/**
 * The headers that prove who sent a body and when.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signedHeaders(secret: string, { id, at, body }: { id: string; at: number; body: string }) {
  const timestamp = Math.floor(at / 1_000);
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": `${timestamp}`, "webhook-signature": `v1,${signature}` };
}
