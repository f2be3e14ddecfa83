import type { ClaimRow } from "#app/board/claim-row.ts";
import type { ClaimRow as FullRow } from "#server/services/claim-rows.ts";

/** What lists show of a claim, in the order in which it travels. Hashes and verdict sentences stay at home. */
const FIELDS = [
  ...(["id", "number", "reference", "statement", "claimant", "language", "status", "stage", "dropReason"] as const),
  ...([
    "duplicateOf",
    "ratingId",
    "ratingLabel",
    "mark",
    "assignee",
    "reviewers",
    "dueAt",
    "sources",
    "signOffs",
  ] as const),
  ...(["changesRequested", "figures", "labels", "releasedIn", "version", "createdAt", "updatedAt"] as const),
] as const satisfies readonly (keyof ClaimRow)[];

type Person = NonNullable<ClaimRow["assignee"]>;
type Packed = { people: Person[]; rows: unknown[][] };

/**
 * The claims of a case as one text: thousands of rows as objects take seconds to send and to read one by one. Each row
 * is a list of its values, each person is named once.
 */
export function packRows(rows: readonly FullRow[]): string {
  const people = new Map<string, { at: number; person: Person }>();
  const place = (person: Person): number => {
    const found = people.get(person.id) ?? { at: people.size, person };
    people.set(person.id, found);
    return found.at;
  };
  const packed = rows.map((row) =>
    FIELDS.map((field) => {
      if (field === "assignee") return row.assignee && place(row.assignee);
      return field === "reviewers" ? row.reviewers.map(place) : row[field];
    }),
  );
  return JSON.stringify({ people: [...people.values()].map((one) => one.person), rows: packed } satisfies Packed);
}

export function unpackRows(text: string): ClaimRow[] {
  const { people, rows } = JSON.parse(text) as Packed;
  return rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (const [at, field] of FIELDS.entries()) row[field] = values[at];
    row.assignee = typeof row.assignee === "number" ? people[row.assignee] : null;
    row.reviewers = (row.reviewers as number[]).map((at) => people[at]);
    return row as ClaimRow;
  });
}
