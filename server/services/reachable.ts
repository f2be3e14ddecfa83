import type { Db } from "#db/client.ts";
import { AppError } from "#domain/errors.ts";
import { mentionsIn } from "#domain/mentions.ts";
import { isInCase } from "#domain/roles.ts";
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
  if (away)
    throw new AppError(
      "bad_input",
      `${away.name} cannot open this case, so they would not read this. Write the name without “@”, or ask an editor to let them in.`,
      { fields: { text: `${away.name} cannot open this case.` } },
    );
  return [...new Set(named.map(({ id }) => id))].filter((id) => id !== authorId);
}
