import "#app/numbers/charts.css";
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
import { useWords, Words } from "#app/words/speech.tsx";
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
  const say = useWords("numbers");
  const isPart = list !== null;
  const Title = isPart ? "h3" : "h2";
  const csv = (chart: ChartId) => `${at}/${chart}?${daysParam(numbers.days)}`;
  const link = (filter: Record<string, string>) => list && `${list}?${new URLSearchParams(filter)}`;
  return (
    <Page title={say("numbers")} part={isPart} lede={<Counted numbers={numbers} at={at} />}>
      {numbers.claims === 0 && <NothingYet isPart={isPart} />}
      {numbers.claims > 0 && (
        <div className="numbers">
          <section className="numbers-part" aria-labelledby="numbers-now">
            <Title className="numbers-title" id="numbers-now">
              {say("now")}
            </Title>
            <AgeingChart numbers={numbers} csv={csv("ageing")} link={(status) => link({ status })} />
            <LoadChart numbers={numbers} csv={csv("load")} link={link} />
            <CoverageChart numbers={numbers} csv={csv("coverage")} />
          </section>
          <section className="numbers-part" aria-labelledby="numbers-range">
            <div className="numbers-range">
              <Title className="numbers-title" id="numbers-range">
                {rangeWords(say, numbers.days)}
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
  const say = useWords("numbers");
  return (
    <span className="numbers-counted">
      <span>
        <Words room="numbers" id="counted" values={{ time: <Time at={numbers.at} show="near" /> }} />
      </span>
      <Link to={`${at}?${daysParam(numbers.days)}`} preventScrollReset replace>
        {say("count_again")}
      </Link>
    </span>
  );
}

function NothingYet({ isPart }: { isPart: boolean }) {
  const say = useWords("numbers");
  return <Empty title={say("nothing_yet")}>{say(isPart ? "nothing_in_case" : "nothing_on_desk")}</Empty>;
}
