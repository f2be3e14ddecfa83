import { Chart, Drawing } from "#app/numbers/chart.tsx";
import { CountTable } from "#app/numbers/count-table.tsx";
import { ageingDescription, ageingFinding } from "#app/numbers/words.ts";
import { AGES } from "#domain/numbers.ts";
import { STATUS_WORDS } from "#domain/status.ts";
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
  const finding = ageingFinding(numbers);
  const most = Math.max(1, ...ageing.flatMap((row) => row.counts));
  return (
    <Chart
      id="ageing"
      name="Ageing queue"
      finding={finding}
      empty="Nothing waits."
      counts="Claims that are neither released nor dropped, by the time since they came to the status they have. What is signed off waits for a release."
      csv={csv}
      wide
      table={
        <CountTable
          caption="Claims by status and days in it"
          head={["Status", ...AGES.map(({ words }) => words)]}
          rows={ageing.map(({ status, counts }) => ({
            key: status,
            name: STATUS_WORDS[status],
            to: link(status),
            cells: counts,
          }))}
        />
      }
    >
      <Drawing
        id="ageing"
        title={finding ?? ""}
        description={ageingDescription(numbers, (status) => STATUS_WORDS[status])}
        height={HEAD + ageing.length * ROW}
      >
        {AGES.map(({ id, words }, at) => (
          <text key={id} className="chart-axis" x={`${at * COLUMN}%`} y={14}>
            {words}
          </text>
        ))}
        {ageing.map(({ status, counts }, row) => (
          <g key={status} transform={`translate(0 ${HEAD + row * ROW})`}>
            <line className="chart-line" x2="100%" y1={0.5} y2={0.5} />
            <text className="chart-label" y={18}>
              {STATUS_WORDS[status]}
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
        {claims.toLocaleString("en")}
      </text>
    </>
  );
}
