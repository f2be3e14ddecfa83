import type { ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";
import { canonicalJson } from "#domain/content.ts";

/** The members of a claim set in the order of canonical JSON. */
export function membersOf(head: ReleaseHead): (keyof ReleaseHead | "claims")[] {
  return ([...Object.keys(head), "claims"] as (keyof ReleaseHead | "claims")[]).sort();
}

/** The canonical JSON of a claim set in pieces: together the text that `canonicalJson` makes of the whole. */
export function* canonicalClaimSet(set: ReleasedSet): Generator<string> {
  let before = "{";
  for (const member of membersOf(set.head)) {
    yield `${before}${JSON.stringify(member)}:`;
    if (member === "claims") yield* canonicalList(set.claims());
    else yield canonicalJson(set.head[member]);
    before = ",";
  }
  yield "}";
}

function* canonicalList(entries: Iterable<unknown>): Generator<string> {
  let before = "[";
  for (const entry of entries) {
    yield before + canonicalJson(entry);
    before = ",";
  }
  yield before === "[" ? "[]" : "]";
}
