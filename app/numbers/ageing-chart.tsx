import { Chart, Drawing } from "#app/numbers/chart.tsx";
import { CountTable } from "#app/numbers/count-table.tsx";
import { useCount } from "#app/numbers/use-count.ts";
import { AGE_IDS, ageingFinding, agesSaid, statusWord } from "#app/numbers/words.ts";
import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import { AGES } from "#domain/numbers.ts";
import type { Numbers } from "#server/services/numbers.ts";

const ROW = 46;
const HEAD = 26;
const COLUMN = 100 / AGES.length;
/** Of its column, so that the number behind the longest bar has room on a phone too. */
const LONGEST = 0.58;

/** Bars by status and age. The last column is what waits too long. */
export function AgeingChart({
  numbers,
  csv,
  link,
}: {
  numbers: Numbers;
  csv: string;
  link: (status: string) => string | null;
}) {
  const { ageing } = numbers;
  const say = useWords("numbers");
  const list = useList();
  const finding = ageingFinding(say, numbers);
  const ages = AGES.map(({ id }) => say(AGE_IDS[id]));
  const description = ageing.map(({ status, counts }) =>
    say("row_says", { row: statusWord(say, status), says: list(agesSaid(say, counts)) }),
  );
  const most = Math.max(1, ...ageing.flatMap((row) => row.counts));
  return (
    <Chart
      id="ageing"
      name={say("ageing")}
      finding={finding}
      empty={say("ageing_empty")}
      counts={say("ageing_counts")}
      csv={csv}
      wide
      table={
        <CountTable
          caption={say("ageing_table")}
          head={[say("status"), ...ages]}
          rows={ageing.map(({ status, counts }) => ({
            key: status,
            name: statusWord(say, status),
            to: link(status),
            cells: counts,
          }))}
        />
      }
    >
      <Drawing
        id="ageing"
        title={finding ?? ""}
        description={description.join(". ")}
        height={HEAD + ageing.length * ROW}
      >
        {ages.map((words, at) => (
          <text key={words} className="chart-axis" x={`${at * COLUMN}%`} y={14}>
            {words}
          </text>
        ))}
        {ageing.map(({ status, counts }, row) => (
          <g key={status} transform={`translate(0 ${HEAD + row * ROW})`}>
            <line className="chart-line" x2="100%" y1={0.5} y2={0.5} />
            <text className="chart-label" y={18}>
              {statusWord(say, status)}
            </text>
            {counts.map((claims, at) => (
              <AgeBar
                key={AGES[at]?.id}
                x={at * COLUMN}
                share={claims / most}
                claims={claims}
                isLate={at === AGES.length - 1}
              />
            ))}
          </g>
        ))}
      </Drawing>
    </Chart>
  );
}

type AgeBarProps = { x: number; share: number; claims: number; isLate: boolean };

function AgeBar({ x, share, claims, isLate }: AgeBarProps) {
  const count = useCount();
  const width = share * COLUMN * LONGEST;
  if (claims === 0)
    return (
      <text className="chart-nothing" x={`${x}%`} y={36}>
        0
      </text>
    );
  return (
    <>
      <rect className={isLate ? "chart-late" : "chart-full"} x={`${x}%`} y={26} width={`${width}%`} height={12} />
      <text className="chart-number" x={`${x + width}%`} dx={6} y={36}>
        {count(claims)}
      </text>
    </>
  );
}
