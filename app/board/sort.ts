import type { ClaimRow } from "#app/board/claim-row.ts";
import type { BoundedAmount } from "#domain/figures.ts";
import { STATUSES } from "#domain/status.ts";

export const SORT_KEYS = [
  "reference",
  "statement",
  "claimant",
  "status",
  "verdict",
  "figures",
  "sources",
  "signoffs",
  "owner",
  "due",
  "changed",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export type Sort = { key: SortKey; descending: boolean };

const SORT = "sort";
const ORDER = "order";

/** `byItself` is the order of an address that asks for none. */
export function readSort(search: URLSearchParams, byItself: SortKey = "reference"): Sort {
  const key = SORT_KEYS.find((one) => one === search.get(SORT)) ?? byItself;
  return { key, descending: search.get(ORDER) === "desc" };
}

/** The address that sorts by this column, or turns it round when it is the one sorted by already. */
export function searchToSort(search: URLSearchParams, key: SortKey): string {
  const now = readSort(search);
  const next = new URLSearchParams(search);
  next.set(SORT, key);
  if (now.key === key && !now.descending) next.set(ORDER, "desc");
  else next.delete(ORDER);
  return `?${next}`;
}

type Value = string | number | null;

const cellOf: Record<SortKey, (row: ClaimRow) => Value> = {
  reference: (row) => row.number,
  statement: (row) => row.statement || null,
  claimant: (row) => row.claimant || null,
  status: (row) => STATUSES.indexOf(row.status),
  verdict: (row) => row.ratingLabel,
  figures: (row) => amountOf(row.figures[0]),
  sources: (row) => row.sources,
  signoffs: (row) => row.signOffs.current - row.signOffs.stale / 1000,
  owner: (row) => row.assignee?.name ?? null,
  due: (row) => row.dueAt,
  changed: (row) => row.updatedAt,
};

/** So that a column of bounds sorts by size. What is no number, or not entered, is nothing to sort by. */
function amountOf(figure: BoundedAmount | undefined): number | null {
  const amount = Number(figure?.value || Number.NaN);
  return Number.isNaN(amount) ? null : amount;
}

/** Sorts for reading: text by the rules of the language, numbers inside it by size, empty cells last either way. */
export function sortClaims<Row extends ClaimRow>(rows: readonly Row[], sort: Sort, locale: string): Row[] {
  const text = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const turn = sort.descending ? -1 : 1;
  const value = cellOf[sort.key];
  const ordered = [...rows].sort((a, b) => a.number - b.number).map((row) => ({ row, cell: value(row) }));
  const filled = ordered.filter(isFilled).sort((a, b) => turn * compare(text, a.cell, b.cell));
  return [...filled, ...ordered.filter((one) => !isFilled(one))].map(({ row }) => row);
}

const isFilled = (one: { cell: Value }) => one.cell !== null;

const compare = (text: Intl.Collator, a: Value, b: Value): number =>
  typeof a === "number" && typeof b === "number" ? a - b : text.compare(String(a), String(b));
