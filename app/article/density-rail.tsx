import type { MarkView } from "#server/services/document-view.ts";

/** Where the claims stand in the whole text, one tick each. Decoration: the list says the same in words. */
export function DensityRail({
  length,
  marks,
  chosen,
}: {
  length: number;
  marks: readonly MarkView[];
  chosen: string | null;
}) {
  return (
    <div className="density-rail">
      <svg className="density-ticks" viewBox="0 0 10 1000" preserveAspectRatio="none" aria-hidden="true">
        {marks.map((mark) => (
          <rect
            key={mark.quoteId}
            className="density-tick"
            data-chosen={chosen === mark.claimId || undefined}
            x="0"
            width="10"
            y={(mark.start / Math.max(length, 1)) * 994}
            height={Math.max(4, ((mark.end - mark.start) / Math.max(length, 1)) * 1000)}
          />
        ))}
      </svg>
    </div>
  );
}
