import type { Db } from "#db/client.ts";
import { mentionsIn } from "#domain/mentions.ts";
import { isInCase } from "#domain/roles.ts";
import { refusal } from "#domain/words/refusal.ts";
import { accessOf, type CaseRecord } from "#server/services/access.ts";
import { activePeople, type Person, peopleById } from "#server/services/people-view.ts";

/** Everybody who can open this case today, and so can be named in a comment. */
export function reachablePeople(db: Db, parent: CaseRecord): Person[] {
  const access = accessOf(db, parent);
  return activePeople(db).filter((one) => isInCase(one, access));
}

/**
 * The ids of the members whom a comment names, without its author. Whom it has named `before` may have left since.
 * @throws AppError bad_input for somebody who cannot open the case.
 */
export function mentionedIn(
  db: Db,
  parent: CaseRecord,
  { text, authorId, before = [] }: { text: string; authorId: string; before?: readonly string[] },
): string[] {
  const named = mentionsIn(text, [...peopleById(db).values()]).map(({ person }) => person);
  const reachable = new Set(reachablePeople(db, parent).map(({ id }) => id));
  const away = named.find(({ id }) => !reachable.has(id) && !before.includes(id));
  if (away) {
    const values = { name: away.name };
    const fields = { text: { room: "discussion", id: "cannot_open", values } } as const;
    throw refusal("bad_input", "discussion", "cannot_open_advice", values, { fields });
  }
  return [...new Set(named.map(({ id }) => id))].filter((id) => id !== authorId);
}
