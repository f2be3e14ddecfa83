import "#app/ui/verdict-mark.css";
import { useWords } from "#app/words/speech.tsx";
import type { Mark } from "#domain/scales.ts";
import { type MarkPath, VERDICT_MARKS } from "#domain/verdict-marks.ts";

/** Shape and word of a verdict. `label` defaults to the mark's own word; without one of its own the shape is decoration. */
export function VerdictMark({
  mark,
  label,
  bare = false,
}: {
  mark: Mark;
  label?: string | null /** Only the shape, for places that say the word elsewhere. */;
  bare?: boolean;
}) {
  const say = useWords("verdicts");
  const { viewBox, paths } = VERDICT_MARKS[mark];
  return (
    <span className="verdict" data-mark={mark}>
      <svg className="verdict-mark" viewBox={viewBox} width="18" height="18" aria-hidden="true" focusable="false">
        {paths.map((path) => (
          <Shape key={path.d} path={path} />
        ))}
      </svg>
      {!bare && <span className="verdict-word">{label || say(mark)}</span>}
    </span>
  );
}

/** One path of a mark, in the colour of what stands around it. */
export function Shape({ path: { d, paint, colour, width, dash } }: { path: MarkPath }) {
  const ink = colour === "glyph" ? "var(--glyph)" : "currentColor";
  if (paint === "fill") return <path d={d} fill={ink} />;
  return (
    <path
      d={d}
      fill="none"
      stroke={ink}
      strokeWidth={width}
      strokeDasharray={dash || undefined}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}
