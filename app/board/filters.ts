import type { ClaimRow } from "#app/board/claim-row.ts";
import type { BoundedAmount } from "#domain/figures.ts";
import type { Status } from "#domain/status.ts";
import { STATUSES } from "#domain/status.ts";

/** What the address asks for; an empty string asks for nothing. `none` stands for "nobody" and "no verdict". */
export type Filters = { assignee: string; status: Status | ""; rating: string; text: string };

export const NONE = "none";
export const ME = "me";
const names = { assignee: "assignee", status: "status", rating: "rating", text: "q" } as const;
export const FILTER_NAMES: Record<keyof Filters, string> = names;

export function readFilters(search: URLSearchParams): Filters {
  const status = search.get(names.status);
  return {
    assignee: search.get(names.assignee) ?? "",
    status: STATUSES.find((one) => one === status) ?? "",
    rating: search.get(names.rating) ?? "",
    text: (search.get(names.text) ?? "").trim(),
  };
}

export function isFiltered(filters: Filters): boolean {
  return Object.values(filters).some((value) => value !== "");
}

/** The address without one filter, or without any; sorting and the rest of it stay. */
export function searchWithout(search: URLSearchParams, key?: keyof Filters): string {
  const left = new URLSearchParams(search);
  for (const name of key ? [names[key]] : Object.values(names)) left.delete(name);
  return `?${left}`;
}

/** Who reads, and how their page says a figure. */
type Reader = { myId: string; figureWords: (figure: BoundedAmount) => string };

/** The claims that match every filter, in the order given. */
export function filterClaims<Row extends ClaimRow>(rows: readonly Row[], filters: Filters, reader: Reader): Row[] {
  const words = plain(filters.text).split(/\s+/).filter(Boolean);
  const assignee = filters.assignee === ME ? reader.myId : filters.assignee;
  return rows.filter(
    (row) =>
      matches(assignee, row.assignee?.id) &&
      matches(filters.status, row.status) &&
      matches(filters.rating, row.ratingId) &&
      hasWords(row, words, reader),
  );
}

function matches(wanted: string, found: string | null | undefined): boolean {
  if (wanted === "") return true;
  return wanted === NONE ? !found : wanted === found;
}

function hasWords(row: ClaimRow, words: readonly string[], reader: Reader): boolean {
  if (words.length === 0) return true;
  const text = textOf(row, reader);
  return words.every((word) => text.includes(word));
}

/** What each claim says in plain letters, worked out once: a filter goes through thousands of them with every key. */
const texts = new WeakMap<ClaimRow, string>();

function textOf(row: ClaimRow, { figureWords }: Reader): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const { reference, statement, claimant, ratingLabel, figures } = row;
  const text = plain([reference, statement, claimant, ratingLabel ?? "", ...figures.map(figureWords)].join(" "));
  texts.set(row, text);
  return text;
}

/** Small letters without accents or vowel signs, so that "Sao" finds "São". */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
