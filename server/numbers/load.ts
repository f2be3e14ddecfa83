import type { Counted } from "#server/numbers/counted.ts";
import type { Person } from "#server/services/people-view.ts";

/** What is with one person; null is everything that nobody works on. */
export type LoadRow = { person: Person | null; claims: number; reviews: number };

const OPEN = new Set(["inbox", "researching", "in_review"]);

type Given = Pick<Counted, "status" | "assigneeId" | "waitsFor">;

/**
 * Open claims and waiting reviews by person, in the order of their names. `people` are those who can be given work, and are
 * named also when nothing is with them; whoever else still has something is named as well.
 */
export function load(
  claims: readonly Given[],
  people: readonly Person[],
  everybody: ReadonlyMap<string, Person>,
): LoadRow[] {
  const open = claims.filter((one) => OPEN.has(one.status));
  const assigned = Map.groupBy(open, (one) => one.assigneeId);
  const reviews = Map.groupBy(
    open.flatMap((one) => one.waitsFor),
    (id) => id,
  );
  const named = new Set([...people.map((one) => one.id), ...assigned.keys(), ...reviews.keys()]);
  const rows = [...named].flatMap((id): LoadRow[] => {
    const person = id === null ? undefined : everybody.get(id);
    if (!person) return [];
    return [{ person, claims: assigned.get(id)?.length ?? 0, reviews: reviews.get(person.id)?.length ?? 0 }];
  });
  rows.sort((a, b) => nameOf(a).localeCompare(nameOf(b), "en"));
  const left = assigned.get(null)?.length ?? 0;
  return left === 0 ? rows : [...rows, { person: null, claims: left, reviews: 0 }];
}

const nameOf = ({ person }: LoadRow) => person?.name ?? "";
