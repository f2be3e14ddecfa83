import type { ClaimRow } from "#app/board/claim-row.ts";
import { type DueFilter, isDueWithin, readDue } from "#app/board/due-filter.ts";
import type { BoundedAmount } from "#domain/figures.ts";
import type { Status } from "#domain/status.ts";
import { STATUSES } from "#domain/status.ts";

/** What the address asks for; an empty string asks for nothing. */
export type Filters = {
  assignee: string;
  status: Status | "";
  rating: string;
  text: string;
  claimant: string;
  label: string;
  due: DueFilter | "";
};

/** "Nobody" or "no verdict", where an id could stand. */
export const NONE = "none";
/** The same where people's own words could stand. */
export const WITHOUT = "-";
export const ME = "me";
const names = {
  ...{ assignee: "assignee", status: "status", rating: "rating", text: "q" },
  ...{ claimant: "claimant", label: "label", due: "due" },
} as const;
export const FILTER_NAMES: Record<keyof Filters, string> = names;

export function readFilters(search: URLSearchParams): Filters {
  const asked = (key: keyof Filters) => search.get(names[key]) ?? "";
  return {
    assignee: asked("assignee"),
    status: STATUSES.find((one) => one === asked("status")) ?? "",
    rating: asked("rating"),
    text: asked("text").trim(),
    claimant: asked("claimant").trim(),
    label: asked("label").trim(),
    due: readDue(asked("due")),
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
type Reader = { myId: string; now: number | null; figureWords: (figure: BoundedAmount) => string };

/** The claims that match every filter, in the order given. */
export function filterClaims<Row extends ClaimRow>(rows: readonly Row[], filters: Filters, reader: Reader): Row[] {
  const words = plain(filters.text).split(/\s+/).filter(Boolean);
  const assignee = filters.assignee === ME ? reader.myId : filters.assignee;
  const claimant = plain(filters.claimant);
  const label = plain(filters.label);
  return rows.filter(
    (row) =>
      matches(assignee, row.assignee?.id) &&
      matches(filters.status, row.status) &&
      matches(filters.rating, row.ratingId) &&
      (claimant === "" || hasWord(claimant, [row.claimant])) &&
      (label === "" || hasWord(label, row.labels)) &&
      (filters.due === "" || isDueWithin(filters.due, row, reader.now)) &&
      hasWords(row, words, reader),
  );
}

function matches(wanted: string, found: string | null | undefined): boolean {
  if (wanted === "") return true;
  return wanted === NONE ? !found : wanted === found;
}

/** Whether one of these is what is wanted, or none is anything. */
const hasWord = (wanted: string, found: readonly string[]): boolean =>
  wanted === WITHOUT ? found.every((one) => one === "") : found.some((one) => plain(one) === wanted);

function hasWords(row: ClaimRow, words: readonly string[], reader: Reader): boolean {
  if (words.length === 0) return true;
  const text = textOf(row, reader);
  return words.every((word) => text.includes(word));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are in ASCII.
const IS_ASCII = /^[\x00-\x7f]*$/;

/** What each claim says in plain letters, worked out once: a filter goes through thousands of them with every key. */
const texts = new WeakMap<ClaimRow, string>();

export function textOf(row: ClaimRow, { figureWords }: Pick<Reader, "figureWords">): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const { reference, statement, claimant, ratingLabel, figures, labels } = row;
  const said = [reference, statement, claimant, ratingLabel ?? "", ...figures.map(figureWords), ...labels];
  const text = plain(said.join(" "));
  texts.set(row, text);
  return text;
}

/** Small letters without accents or vowel signs, so that "Sao" finds "São". Most texts have none to take off. */
export function plain(text: string): string {
  if (IS_ASCII.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
