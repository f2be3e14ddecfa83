import { STATUS_WORDS, type Status } from "#domain/status.ts";

const FURTHEST_FIRST = [
  "released",
  "signed_off",
  "in_review",
  "researching",
  "inbox",
] as const satisfies readonly Status[];
const GAP = 0.6;

/** How far a case is: a thin bar, one line of words beneath it, and every number for screen readers and on hover. */
export function StatusBar({ counts, claims }: { counts: Record<Status, number>; claims: number }) {
  const counted = claims - counts.dropped;
  if (claims === 0) return <span className="status-bar meta">No claims yet</span>;
  return (
    <div className="status-bar" title={allInWords(counts)}>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {segments(counts, counted).map(({ status, start, width }) => (
          <rect key={status} data-status={status} x={start} width={Math.max(0, width - GAP)} height="6" />
        ))}
      </svg>
      <span className="meta" aria-hidden="true">
        {shortWords(counts, counted)}
      </span>
      <span className="unseen">{`${claims} ${claims === 1 ? "claim" : "claims"}: ${allInWords(counts)}`}</span>
    </div>
  );
}

function segments(counts: Record<Status, number>, counted: number) {
  let start = 0;
  return FURTHEST_FIRST.filter((status) => counts[status] > 0).map((status) => {
    const width = (100 * counts[status]) / counted;
    start += width;
    return { status, width, start: start - width };
  });
}

/** "3 of 18 signed off, 4 in review". */
function shortWords(counts: Record<Status, number>, counted: number): string {
  const done = `${counts.signed_off + counts.released} of ${counted} signed off`;
  return counts.in_review > 0 ? `${done}, ${counts.in_review} in review` : done;
}

/** "3 released, 2 in review". */
function allInWords(counts: Record<Status, number>): string {
  const named = [...FURTHEST_FIRST, "dropped" as const].filter((status) => counts[status] > 0);
  return named.map((status) => `${counts[status]} ${STATUS_WORDS[status].toLowerCase()}`).join(", ");
}
