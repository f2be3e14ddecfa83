import { SPANS, stepOf } from "#domain/numbers.ts";

const HOUR_MS = 60 * 60_000;
/** As many places as fit side by side on a phone. */
export const PLACES = 32;

/** How long verdicts took, as a chart and a table need it; times in milliseconds. */
export type Times = {
  count: number;
  median: number;
  ninetieth: number;
  /** The ends of the line; places are spread over it evenly by the logarithm. */
  from: number;
  to: number;
  places: number[];
  /** How many took as long as each of SPANS. */
  steps: number[];
};

/** Null when there is nothing to tell. */
export function timesOf(spans: readonly number[]): Times | null {
  if (spans.length === 0) return null;
  const sorted = [...spans].sort((a, b) => a - b);
  const from = Math.min(sorted[0] ?? 0, HOUR_MS / 4);
  const to = Math.max(sorted.at(-1) ?? 0, 24 * HOUR_MS);
  return {
    count: sorted.length,
    median: quantile(sorted, 0.5),
    ninetieth: quantile(sorted, 0.9),
    from: Math.max(from, 60_000),
    to,
    places: counts(PLACES, sorted, (span) => Math.round(along(span, Math.max(from, 60_000), to) * (PLACES - 1))),
    steps: counts(SPANS.length, sorted, (span) => stepOf(SPANS, span / HOUR_MS)),
  };
}

/** Where a time stands between two others, from 0 to 1, by the logarithm. */
export function along(span: number, from: number, to: number): number {
  const share = Math.log(Math.max(span, from) / from) / Math.log(to / from);
  return Math.min(1, Math.max(0, share));
}

/** The least value that at least this share of a sorted list does not exceed. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function counts(length: number, spans: readonly number[], placeOf: (span: number) => number): number[] {
  const found = new Array<number>(length).fill(0);
  for (const span of spans) {
    const place = placeOf(span);
    found[place] = (found[place] ?? 0) + 1;
  }
  return found;
}
