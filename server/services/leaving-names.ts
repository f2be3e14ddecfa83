import type { Db } from "#db/client.ts";
import { bylinesUntil } from "#db/queries/bylines.ts";
import { allMembers } from "#db/queries/people.ts";

/** Under which name each member appears in what leaves the desk, by the member's id. */
export type LeavingNames = ReadonlyMap<string, string>;

/** As it was at a moment: the byline, and the name of whoever had none. */
export function leavingNames(db: Db, at = Number.MAX_SAFE_INTEGER): LeavingNames {
  const chosen = new Map(bylinesUntil(db, at).map(({ memberId, byline }) => [memberId, byline]));
  return new Map(allMembers(db).map(({ id, name }) => [id, chosen.get(id) || name]));
}
