import type { ReactNode } from "react";
import { Words } from "#app/words/speech.tsx";
import type { ChartId } from "#domain/numbers.ts";

type ChartProps = {
  id: ChartId;
  /** What the chart is about, and what it shows, as a sentence; null when there is nothing to show. */
  name: string;
  finding: string | null;
  /** Stands in the place of a chart of nothing. */
  empty: string;
  /** What is counted, as a sentence. */
  counts: string;
  legend?: ReactNode;
  /** The same numbers. */
  table: ReactNode;
  csv: string;
  wide?: boolean;
  children: ReactNode;
};

/** A chart with its finding, what it counts, the same numbers as a table, and as a file. */
export function Chart({ id, name, finding, empty, counts, legend, table, csv, wide = false, children }: ChartProps) {
  return (
    <figure className="chart" id={id} data-wide={wide || undefined} aria-labelledby={`${id}-name`}>
      <figcaption className="chart-head">
        <span className="chart-name" id={`${id}-name`}>
          {name}
        </span>
        <span className="chart-finding">{finding ?? empty}</span>
      </figcaption>
      {finding !== null && (
        <>
          {children}
          {legend}
          <p className="chart-counts">{counts}</p>
          <div className="chart-more">
            <details className="chart-table">
              <summary>
                <Words room="numbers" id="table" values={{ name, unseen }} />
              </summary>
              <div className="chart-rows">{table}</div>
            </details>
            <a className="chart-file" href={csv} download>
              <Words room="numbers" id="csv" values={{ name, unseen }} />
            </a>
          </div>
        </>
      )}
    </figure>
  );
}

const unseen = (inside: ReactNode) => <span className="unseen">{inside}</span>;

type DrawingProps = { id: ChartId; title: string; description: string; height: number; children: ReactNode };

/** The drawing itself: as wide as its place, with letters that keep their size. Places across are in percent. */
export function Drawing({ id, title, description, height, children }: DrawingProps) {
  return (
    <svg
      className="chart-drawing"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      width="100%"
      height={height}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  );
}

/** Lines across, for what is only proposed or waits; they take the colour of the group around them. */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0V5" stroke="currentColor" strokeWidth="4" />
    </pattern>
  );
}
