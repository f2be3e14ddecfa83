import type { ReleasedSet } from "#domain/claim-set.ts";
import { inOrder } from "#server/export/json.ts";
import { valid, validHead } from "#server/export/published-schemas.ts";

/** What some readers take for the end of a line. In JSON it may always be escaped. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

/**
 * The claim set in JSON Lines: first what stands once, with the number of the claims in their place, then a line for each
 * claim. Texts are as they are stored.
 */
export function* claimSetJsonLines(set: ReleasedSet): Generator<string> {
  validHead("claimSet", { ...set.head, claims: [] }, set.head);
  yield line({ ...set.head, claims: set.count });
  for (const claim of set.claims()) yield line(valid("claim", claim, set.head, claim));
}

const line = (value: object) => `${JSON.stringify(inOrder(value)).replace(LINE_ENDS, escaped)}\n`;
const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
