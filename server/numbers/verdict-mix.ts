import { MARKS, type Mark } from "#domain/scales.ts";
import { isVerified } from "#domain/status.ts";
import type { Counted } from "#server/numbers/counted.ts";

/** How many claims carry a label: signed off as they stand, and only proposed so far. */
export type VerdictRow = { mark: Mark; label: string; ratingId: string | null; signed: number; proposed: number };

/** Labels of different scales that read and look alike are one row; in the order of the marks. */
export function verdictMix(claims: readonly Pick<Counted, "status" | "rating">[]): VerdictRow[] {
  const rows = new Map<string, VerdictRow>();
  for (const { status, rating } of claims) {
    if (status === "dropped") continue;
    const { mark, label, id } = rating ?? { mark: "none" as const, label: "No verdict", id: null };
    const row = rows.get(`${mark} ${label}`) ?? { mark, label, ratingId: id, signed: 0, proposed: 0 };
    row[isVerified(status) ? "signed" : "proposed"] += 1;
    rows.set(`${mark} ${label}`, row);
  }
  const place = (row: VerdictRow) => MARKS.indexOf(row.mark);
  return [...rows.values()].sort((a, b) => place(a) - place(b) || a.label.localeCompare(b.label, "en"));
}
