import type { FigureMark } from "#domain/figure-line.ts";
import type { Qualifier } from "#domain/figures.ts";

type MarkProps = { mark: FigureMark<unknown>; y: number };

/**
 * A figure by its bound: a dot is exact, a soft dot about, a bar between; a line with an arrow goes on to the side that
 * was left open, from a full dot that belongs to it or an empty one that does not.
 */
export function MarkShape({ mark: { figure, from, to }, y }: MarkProps) {
  return <g className="figure-shape">{shapes[figure.qualifier]({ from: `${from}%`, to: `${to}%`, y })}</g>;
}

type Ends = { from: string; to: string; y: number };

const shapes: Record<Qualifier, (ends: Ends) => JSX.Element> = {
  exactly: ({ from, y }) => <circle cx={from} cy={y} r={5} />,
  about: ({ from, y }) => (
    <>
      <circle className="figure-soft" cx={from} cy={y} r={9} />
      <circle className="figure-soft" cx={from} cy={y} r={5} />
    </>
  ),
  at_least: (ends) => <Ray {...ends} isUp />,
  more_than: (ends) => <Ray {...ends} isUp isEmpty />,
  up_to: (ends) => <Ray {...ends} />,
  fewer_than: (ends) => <Ray {...ends} isEmpty />,
  between: ({ from, to, y }) => (
    <>
      <line className="figure-bar" x1={from} x2={to} y1={y} y2={y} />
      <line x1={from} x2={from} y1={y - 6} y2={y + 6} />
      <line x1={to} x2={to} y1={y - 6} y2={y + 6} />
    </>
  ),
};

function Ray({ from, to, y, isUp = false, isEmpty = false }: Ends & { isUp?: boolean; isEmpty?: boolean }) {
  const end = isUp ? from : to;
  return (
    <>
      <line x1={from} x2={to} y1={y} y2={y} />
      <svg x={isUp ? to : from} y={y} overflow="visible" aria-hidden="true">
        <path className="figure-arrow" d={isUp ? "M-8 -5L0 0L-8 5" : "M8 -5L0 0L8 5"} />
      </svg>
      <circle className={isEmpty ? "figure-empty" : undefined} cx={end} cy={y} r={5} />
    </>
  );
}
