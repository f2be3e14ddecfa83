import { Chart, Drawing } from "#app/numbers/chart.tsx";
import { CountTable } from "#app/numbers/count-table.tsx";
import { dotMarks, timePlace, timeTicks } from "#app/numbers/dot-marks.ts";
import { claimCount, durationWords, timesFinding } from "#app/numbers/words.ts";
import { SPANS } from "#domain/numbers.ts";
import type { Numbers } from "#server/services/numbers.ts";

const LABELS = 40;
const DOT = 9;
const AXIS = 26;

/** How long each claim took as a dot, with the middle one and the one that nine in ten stay under. */
export function TimesChart({ numbers, csv }: { numbers: Numbers; csv: string }) {
  const { times } = numbers;
  const finding = timesFinding(numbers);
  return (
    <Chart
      id="times"
      name="Time to verdict"
      finding={finding}
      empty="No claim was signed off in this time."
      counts="Claims whose first complete sign-off is in this time: from the first edit of the card, or from its making where nobody edited it before, until that sign-off."
      csv={csv}
      wide
      table={times && <TimesTable times={times} />}
    >
      {times && <Dots times={times} title={finding ?? ""} />}
    </Chart>
  );
}

type Times = NonNullable<Numbers["times"]>;

function Dots({ times, title }: { times: Times; title: string }) {
  const { dots, each, levels } = dotMarks(times.places);
  const ground = LABELS + levels * DOT + 4;
  const place = (time: number) =>
    Math.min(100, Math.max(0, timePlace(Math.max(time, times.from), times.from, times.to)));
  const description = SPANS.map(({ words }, step) => `${words}: ${times.steps[step]}`).join(". ");
  return (
    <>
      <Drawing id="times" title={title} description={description} height={ground + AXIS}>
        <line className="chart-line-strong" x2="100%" y1={ground} y2={ground} />
        {timeTicks(times.from, times.to).map(({ x, words }) => (
          <g key={words}>
            <line className="chart-line-strong" x1={at(x)} x2={at(x)} y1={ground} y2={ground + 5} />
            <text className="chart-axis" x={at(x)} y={ground + 20} textAnchor={anchorAt(x)}>
              {words}
            </text>
          </g>
        ))}
        <Line x={place(times.median)} y={12} to={ground} words={`Half: ${durationWords(times.median)}`} />
        <Line
          x={place(times.ninetieth)}
          y={30}
          to={ground}
          words={`Nine in ten: ${durationWords(times.ninetieth)}`}
          isDashed
        />
        {dots.map(({ x, level }) => (
          <circle key={`${x} ${level}`} className="chart-dot" cx={at(x)} cy={ground - 5 - level * DOT} r={3.5} />
        ))}
      </Drawing>
      {each > 1 && <p className="chart-legend">Each dot stands for up to {claimCount(each)}.</p>}
    </>
  );
}

/** With room for half a dot at both ends. */
const at = (x: number) => `${1.5 + x * 0.97}%`;

const anchorAt = (x: number) => (x < 8 ? "start" : x > 92 ? "end" : "middle");

type LineProps = { x: number; y: number; to: number; words: string; isDashed?: boolean };

function Line({ x, y, to, words, isDashed = false }: LineProps) {
  const isRight = x > 60;
  return (
    <>
      <line className="chart-middle" data-dashed={isDashed || undefined} x1={at(x)} x2={at(x)} y1={y - 10} y2={to} />
      <text className="chart-number" x={at(x)} dx={isRight ? -6 : 6} y={y} textAnchor={isRight ? "end" : "start"}>
        {words}
      </text>
    </>
  );
}

function TimesTable({ times }: { times: Times }) {
  return (
    <CountTable
      caption="Claims by the time they took"
      head={["Took", "Claims"]}
      rows={[
        ...SPANS.map(({ id, words }, step) => ({ key: id, name: words, cells: [times.steps[step] ?? 0] })),
        { key: "half", name: "Half within", cells: [durationWords(times.median)] },
        { key: "most", name: "Nine in ten within", cells: [durationWords(times.ninetieth)] },
      ]}
    />
  );
}
