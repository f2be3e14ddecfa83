import { memo, type RefObject } from "react";
import { openPassages } from "#app/article/rail-places.ts";
import type { InView } from "#app/article/use-in-view.ts";
import type { Span } from "#domain/sentences.ts";
import type { MarkView, SentenceView } from "#server/services/document-view.ts";

/** Height of the drawing in its own units; the browser stretches it over the rail. */
export const TALL = 1000;

type DrawingProps = {
  view: RefObject<SVGRectElement>;
  sentences: readonly SentenceView[];
  marks: readonly MarkView[];
  chosen: string | null;
  /** Units of the drawing per code point of the text. */
  scale: number;
};

/** What is open at the edge, the claims beside it, and behind both the part that is in the window. */
export const RailDrawing = memo(function RailDrawing({ view, sentences, marks, chosen, scale }: DrawingProps) {
  const along = ({ start, end }: Span) => ({
    y: (start * scale).toFixed(1),
    height: ((end - start) * scale).toFixed(1),
  });
  return (
    <svg className="density-ticks" viewBox={`0 0 16 ${TALL}`} preserveAspectRatio="none" aria-hidden="true">
      <rect ref={view} className="density-view" x="0" width="16" y="0" height="0" />
      {openPassages(sentences).map((passage) => (
        <rect key={passage.start} className="density-open" x="1" width="3" {...along(passage)} />
      ))}
      {marks.map((mark) => (
        <rect
          key={mark.quoteId}
          className="density-tick"
          data-status={mark.status}
          data-chosen={mark.claimId === chosen || undefined}
          x="6"
          width={LONG[mark.status]}
          {...along(mark)}
        />
      ))}
    </svg>
  );
});

/** How far along the claim is, as the length of its tick: the fuller, the nearer to a release. */
const LONG: Record<MarkView["status"], number> = {
  ...{ dropped: 3, inbox: 3, researching: 5, in_review: 7, signed_off: 9, released: 9 },
};

/** Marks the part that is in the window. Without React: this happens with every frame of a scroll. */
export function frame(view: SVGRectElement, { first, last }: InView, sentences: readonly Span[], scale: number): void {
  const [start, end] = [sentences[first]?.start ?? 0, sentences[last]?.end ?? 0];
  view.setAttribute("y", (start * scale).toFixed(1));
  view.setAttribute("height", Math.max(0, (end - start) * scale).toFixed(1));
}
