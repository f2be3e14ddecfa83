import type { ReleasedClaim, ReleasedSet } from "#domain/claim-set.ts";
import { membersOf } from "#domain/claim-set-text.ts";
import { indentedJson, indentedList } from "#server/export/json-list.ts";
import { valid, validHead } from "#server/export/published-schemas.ts";

/**
 * The claim set itself, keys in canonical order, indented, texts as they are stored. `docs/claim-set.schema.json`
 * describes it. With its texts in NFC and without the indentation (RFC 8785) it is the text whose SHA-256 the release
 * carries.
 */
export function* claimSetJson(set: ReleasedSet): Generator<string> {
  validHead("claimSet", { ...set.head, claims: [] }, set.head);
  const validInOrder = (claim: ReleasedClaim) => inOrder(valid("claim", claim, set.head, claim));
  let before = "{";
  for (const member of membersOf(set.head)) {
    yield `${before}\n  ${JSON.stringify(member)}: `;
    if (member === "claims") yield* indentedList(Iterator.from(set.claims()).map(validInOrder), 1);
    else yield indentedJson(inOrder(set.head[member]), 1);
    before = ",";
  }
  yield "\n}\n";
}

/** A value with its keys in canonical order and its texts well-formed. */
export function inOrder(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, inOrder(one)]));
}
