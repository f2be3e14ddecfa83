import { Chart, Drawing } from "#app/numbers/chart.tsx";
import { CountTable } from "#app/numbers/count-table.tsx";
import { dotMarks, timePlace, timeTicks } from "#app/numbers/dot-marks.ts";
import { durationWords, timesFinding } from "#app/numbers/words.ts";
import { useWords } from "#app/words/speech.tsx";
import { SPANS } from "#domain/numbers.ts";
import type { MessageId } from "#domain/words/say.ts";
import type { Numbers } from "#server/services/numbers.ts";

const SPAN_IDS: Record<(typeof SPANS)[number]["id"], MessageId<"numbers">> = {
  "under-1h": "span_under_1h",
  "1-4h": "span_1_4h",
  "4-24h": "span_4_24h",
  "1-3d": "span_1_3d",
  "3-7d": "span_3_7d",
  "over-7d": "span_over_7d",
};

const LABELS = 40;
const DOT = 9;
const AXIS = 26;

/** How long each claim took as a dot, with the middle one and the one that nine in ten stay under. */
export function TimesChart({ numbers, csv }: { numbers: Numbers; csv: string }) {
  const { times } = numbers;
  const say = useWords("numbers");
  const finding = timesFinding(say, numbers);
  return (
    <Chart
      id="times"
      name={say("times")}
      finding={finding}
      empty={say("times_empty")}
      counts={say("times_counts")}
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
  const say = useWords("numbers");
  const { dots, each, levels } = dotMarks(times.places);
  const ground = LABELS + levels * DOT + 4;
  const place = (time: number) =>
    Math.min(100, Math.max(0, timePlace(Math.max(time, times.from), times.from, times.to)));
  const description = SPANS.map(({ id }, step) =>
    say("row_says", { row: say(SPAN_IDS[id]), says: `${times.steps[step]}` }),
  );
  return (
    <>
      <Drawing id="times" title={title} description={description.join(". ")} height={ground + AXIS}>
        <line className="chart-line-strong" x2="100%" y1={ground} y2={ground} />
        {timeTicks(times.from, times.to).map(({ x, id }) => (
          <g key={id}>
            <line className="chart-line-strong" x1={at(x)} x2={at(x)} y1={ground} y2={ground + 5} />
            <text className="chart-axis" x={at(x)} y={ground + 20} textAnchor={anchorAt(x)}>
              {say(id)}
            </text>
          </g>
        ))}
        <Line
          x={place(times.median)}
          y={12}
          to={ground}
          words={say("half", { time: durationWords(say, times.median) })}
        />
        <Line
          x={place(times.ninetieth)}
          y={30}
          to={ground}
          words={say("nine_in_ten", { time: durationWords(say, times.ninetieth) })}
          isDashed
        />
        {dots.map(({ x, level }) => (
          <circle key={`${x} ${level}`} className="chart-dot" cx={at(x)} cy={ground - 5 - level * DOT} r={3.5} />
        ))}
      </Drawing>
      {each > 1 && <p className="chart-legend">{say("dot_stands_for", { count: each })}</p>}
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
  const say = useWords("numbers");
  return (
    <CountTable
      caption={say("times_table")}
      head={[say("took"), say("claims_column")]}
      rows={[
        ...SPANS.map(({ id }, step) => ({ key: id, name: say(SPAN_IDS[id]), cells: [times.steps[step] ?? 0] })),
        { key: "half", name: say("half_within"), cells: [durationWords(say, times.median)] },
        { key: "most", name: say("nine_in_ten_within"), cells: [durationWords(say, times.ninetieth)] },
      ]}
    />
  );
}
