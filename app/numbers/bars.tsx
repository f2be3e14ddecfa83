import type { ReactNode } from "react";
import { type BarRow, barMarks, ROW } from "#app/numbers/bar-marks.ts";
import { Drawing, Hatch } from "#app/numbers/chart.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { ChartId } from "#domain/numbers.ts";

type BarsProps = {
  id: ChartId;
  title: string;
  rows: readonly BarRow[];
  /** A sign before the words of a row, 18 pixels wide, and the attribute that gives its colour. */
  sign?: (row: BarRow) => ReactNode;
  markOf?: (row: BarRow) => string | undefined;
};

/** Bars under their words. What is full is done or decided, what is hatched is not yet. */
export function Bars({ id, title, rows, sign, markOf }: BarsProps) {
  const marks = barMarks(rows);
  const say = useWords("numbers");
  const description = rows.map((row) => say("row_says", { row: row.label, says: row.says })).join(". ");
  return (
    <Drawing id={id} title={title} description={description} height={rows.length * ROW.height}>
      {rows.map((row, at) => {
        const mark = marks[at];
        if (!mark) return null;
        const { y, full, hatched } = mark;
        const hatch = `${id}-hatch-${at}`;
        const bar = { y: y + ROW.bar, height: ROW.thickness };
        return (
          <g key={row.key} className="chart-row" data-mark={markOf?.(row)}>
            <Hatch id={hatch} />
            {sign && (
              <g transform={`translate(0 ${y + 1})`}>
                <g className="chart-sign">{sign(row)}</g>
              </g>
            )}
            <text className="chart-label" x={sign ? 26 : 0} y={y + ROW.words}>
              {row.label}
            </text>
            <text className="chart-number" x="100%" y={y + ROW.words} textAnchor="end">
              {row.says}
            </text>
            <rect className="chart-ground" {...bar} width="100%" />
            {full.width > 0 && <rect className="chart-full" {...bar} x={`${full.x}%`} width={`${full.width}%`} />}
            {hatched.width > 0 && (
              <rect {...bar} x={`${hatched.x}%`} width={`${hatched.width}%`} fill={`url(#${hatch})`} />
            )}
          </g>
        );
      })}
    </Drawing>
  );
}

/** What full and hatched stand for. */
export function Legend({ full, hatched }: { full: string; hatched: string }) {
  return (
    <p className="chart-legend">
      <span className="chart-key" data-kind="full">
        {full}
      </span>
      <span className="chart-key" data-kind="hatched">
        {hatched}
      </span>
    </p>
  );
}
