import type { ClaimSet } from "#domain/claim-set.ts";
import { canonicalJson } from "#domain/content.ts";

/**
 * The claim set itself, keys in canonical order, indented. `docs/claim-set.schema.json` describes it. Written without
 * the indentation (RFC 8785) it is the text whose SHA-256 the release carries.
 */
export function claimSetJson(set: ClaimSet): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(set)), null, 2)}\n`;
}
