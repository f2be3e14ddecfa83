import type { Db } from "#db/client.ts";
import { allMembers } from "#db/queries/people.ts";
import { whyNotName } from "#domain/member-name.ts";
import type { Role } from "#domain/roles.ts";
import { refusal } from "#domain/words/refusal.ts";

/** A member as colleagues see them. */
export type Person = { id: string; name: string; colour: number; role: Role };

/** Everybody who ever was on the desk, by id: a name stays on the record after somebody left. */
export function peopleById(db: Db): Map<string, Person> {
  return new Map(allMembers(db).map(({ id, name, colour, role }) => [id, { id, name, colour, role }]));
}

/** Who can be asked to do something today. */
export function activePeople(db: Db): (Person & { active: true })[] {
  return allMembers(db)
    .filter((one) => one.deactivatedAt === null)
    .map(({ id, name, colour, role }) => ({ id, name, colour, role, active: true as const }));
}

export function pick(people: Map<string, Person>, id: string | null): Person | null {
  return id === null ? null : (people.get(id) ?? null);
}

/** @throws AppError bad_input for a name that hides something or reads like that of a colleague, past ones included. */
export function demandGoodName(db: Db, name: string): void {
  const why = whyNotName(
    name,
    allMembers(db).map((one) => one.name),
  );
  if (why) throw refusal("bad_input", "people", why, undefined, { fields: { name: { room: "people", id: why } } });
}
