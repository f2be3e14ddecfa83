import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import type { Status } from "#domain/status.ts";
import type { Say } from "#domain/words/say.ts";

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
  const say = useWords("cases");
  const list = useList();
  const statuses = list(named(counts).map((status) => say(`count_${status}`, { count: counts[status] })));
  const counted = claims - counts.dropped;
  if (claims === 0) return <span className="status-bar meta">{say("no_claims")}</span>;
  return (
    <div className="status-bar" title={statuses}>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {segments(counts, counted).map(({ status, start, width }) => (
          <rect key={status} data-status={status} x={start} width={Math.max(0, width - GAP)} height="6" />
        ))}
      </svg>
      <span className="meta" aria-hidden="true">
        {inShort(say, counts, counted)}
      </span>
      <span className="unseen">{say("all_claims", { count: claims, statuses })}</span>
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
function inShort(say: Say<"cases">, counts: Record<Status, number>, all: number): string {
  const done = counts.signed_off + counts.released;
  if (counts.in_review === 0) return say("signed", { done, all });
  return say("signed_and_in_review", { done, all, inReview: counts.in_review });
}

/** The statuses that claims have, for "3 released, 2 in review". */
const named = (counts: Record<Status, number>) =>
  [...FURTHEST_FIRST, "dropped" as const].filter((status) => counts[status] > 0);
