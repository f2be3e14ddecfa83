import "#app/numbers/numbers.css";
import { Link } from "@remix-run/react";
import { AgeingChart } from "#app/numbers/ageing-chart.tsx";
import { CoverageChart, LoadChart, StatusChart, VerdictChart } from "#app/numbers/bar-charts.tsx";
import { RangeChoice } from "#app/numbers/range-choice.tsx";
import { TimesChart } from "#app/numbers/times-chart.tsx";
import { rangeWords } from "#app/numbers/words.ts";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { type ChartId, daysParam } from "#domain/numbers.ts";
import type { Numbers } from "#server/services/numbers.ts";

type ScreenProps = {
  numbers: Numbers;
  /** The address of this page; the files are below it. */
  at: string;
  /** The list in which the claims behind a number can be seen; null where there is none. */
  list: string | null;
};

/** What can be counted, drawn on the server: first what stands now, then what happened in a range. */
export function NumbersScreen({ numbers, at, list }: ScreenProps) {
  const isPart = list !== null;
  const Title = isPart ? "h3" : "h2";
  const csv = (chart: ChartId) => `${at}/${chart}?${daysParam(numbers.days)}`;
  const link = (filter: Record<string, string>) => list && `${list}?${new URLSearchParams(filter)}`;
  return (
    <Page title="Numbers" part={isPart} lede={<Counted numbers={numbers} at={at} />}>
      {numbers.claims === 0 && <NothingYet isPart={isPart} />}
      {numbers.claims > 0 && (
        <div className="numbers">
          <section className="numbers-part" aria-labelledby="numbers-now">
            <Title className="numbers-title" id="numbers-now">
              Now
            </Title>
            <AgeingChart numbers={numbers} csv={csv("ageing")} link={(status) => link({ status })} />
            <LoadChart numbers={numbers} csv={csv("load")} link={link} />
            <CoverageChart numbers={numbers} csv={csv("coverage")} />
          </section>
          <section className="numbers-part" aria-labelledby="numbers-range">
            <div className="numbers-range">
              <Title className="numbers-title" id="numbers-range">
                {rangeWords(numbers.days)}
              </Title>
              <RangeChoice days={numbers.days} />
            </div>
            <TimesChart numbers={numbers} csv={csv("times")} />
            <VerdictChart numbers={numbers} csv={csv("verdicts")} link={link} />
            <StatusChart numbers={numbers} csv={csv("statuses")} link={link} />
          </section>
        </div>
      )}
    </Page>
  );
}

/** Numbers that changed while somebody reads them would be of no use, so they stand until they are asked for again. */
function Counted({ numbers, at }: { numbers: Numbers; at: string }) {
  return (
    <span className="numbers-counted">
      <span>
        Counted <Time at={numbers.at} show="near" />
      </span>
      <Link to={`${at}?${daysParam(numbers.days)}`} preventScrollReset replace>
        Count again
      </Link>
    </span>
  );
}

function NothingYet({ isPart }: { isPart: boolean }) {
  return (
    <Empty title="Nothing to count yet">
      {isPart
        ? "As soon as this case has a claim, it is counted here."
        : "As soon as a case that is open to you has a claim, it is counted here."}
    </Empty>
  );
}
