import { Bars, Legend } from "#app/numbers/bars.tsx";
import { Chart } from "#app/numbers/chart.tsx";
import { CountTable } from "#app/numbers/count-table.tsx";
import { StatusSign } from "#app/numbers/status-sign.tsx";
import {
  coverageFinding,
  loadFinding,
  loadSays,
  statusFinding,
  verdictFinding,
  verdictSays,
} from "#app/numbers/words.ts";
import { Shape } from "#app/ui/verdict-mark.tsx";
import { STATUS_WORDS } from "#domain/status.ts";
import { VERDICT_MARKS } from "#domain/verdict-marks.ts";
import type { Numbers } from "#server/services/numbers.ts";

/** `link` gives the list of the claims behind a row, where there is one. */
type Given = { numbers: Numbers; csv: string; link: (filter: Record<string, string>) => string | null };

const NOBODY = "Nobody yet";

export function LoadChart({ numbers, csv, link }: Given) {
  const finding = loadFinding(numbers);
  const rows = numbers.load.map(({ person, claims, reviews }) => ({
    key: person?.id ?? "nobody",
    label: person?.name ?? NOBODY,
    says: loadSays(claims, reviews),
    full: claims,
    hatched: reviews,
  }));
  return (
    <Chart
      id="load"
      name="Load"
      finding={finding}
      empty="No open claim is with anybody."
      counts="Claims in the inbox, in research or in review by who works on them, and reviews that are asked for and not given. People stand in the order of their names."
      legend={<Legend full="Open claims" hatched="Reviews waiting" />}
      csv={csv}
      table={
        <CountTable
          caption="Open claims and waiting reviews by person"
          head={["Person", "Open claims", "Reviews waiting"]}
          rows={numbers.load.map(({ person, claims, reviews }) => ({
            key: person?.id ?? "nobody",
            name: person?.name ?? NOBODY,
            to: link({ assignee: person?.id ?? "none" }),
            cells: [claims, reviews],
          }))}
        />
      }
    >
      <Bars id="load" title={finding ?? ""} rows={rows} />
    </Chart>
  );
}

export function CoverageChart({ numbers, csv }: Omit<Given, "link">) {
  const { claimed, dismissed, open } = numbers.coverage;
  const finding = coverageFinding(numbers);
  const states = [
    { key: "claimed", label: "Claimed", full: claimed },
    { key: "dismissed", label: "Dismissed", full: dismissed },
    { key: "open", label: "Open", full: 0, hatched: open },
  ];
  const rows = states.map((one) => ({ ...one, says: (one.full + (one.hatched ?? 0)).toLocaleString("en") }));
  return (
    <Chart
      id="coverage"
      name="Coverage"
      finding={finding}
      empty="There is no document yet."
      counts="Sentences of the latest version of every document: claimed where a claim quotes words of them, dismissed where somebody said why there is nothing to check."
      csv={csv}
      table={
        <CountTable
          caption="Sentences by what became of them"
          head={["State", "Sentences"]}
          rows={rows.map(({ key, label, says }) => ({ key, name: label, cells: [says] }))}
        />
      }
    >
      <Bars id="coverage" title={finding ?? ""} rows={rows} />
    </Chart>
  );
}

export function StatusChart({ numbers, csv, link }: Given) {
  const finding = statusFinding(numbers);
  const rows = numbers.statuses.map(({ status, claims }) => ({
    key: status,
    label: STATUS_WORDS[status],
    says: claims.toLocaleString("en"),
    full: claims,
  }));
  return (
    <Chart
      id="statuses"
      name="Claims by status"
      finding={finding}
      empty="No claim was made in this time."
      counts="Claims that were made in this time, by the status they have now."
      csv={csv}
      table={
        <CountTable
          caption="Claims by status"
          head={["Status", "Claims"]}
          rows={numbers.statuses.map(({ status, claims }) => ({
            key: status,
            name: STATUS_WORDS[status],
            to: link({ status }),
            cells: [claims],
          }))}
        />
      }
    >
      <Bars
        id="statuses"
        title={finding ?? ""}
        rows={rows}
        sign={({ key }) => <StatusSign status={key as (typeof numbers.statuses)[number]["status"]} />}
      />
    </Chart>
  );
}

export function VerdictChart({ numbers, csv, link }: Given) {
  const finding = verdictFinding(numbers);
  const marks = new Map(numbers.verdicts.map((row) => [`${row.mark} ${row.label}`, row.mark]));
  const rows = numbers.verdicts.map(({ mark, label, signed, proposed }) => ({
    key: `${mark} ${label}`,
    label,
    says: mark === "none" ? (signed + proposed).toLocaleString("en") : verdictSays(signed, proposed),
    full: signed,
    hatched: proposed,
  }));
  return (
    <Chart
      id="verdicts"
      name="Verdict mix"
      finding={finding}
      empty="No claim was made in this time."
      counts="Claims that were made in this time and are not dropped, by the label on their card now."
      legend={<Legend full="Signed off" hatched="Proposed" />}
      csv={csv}
      table={
        <CountTable
          caption="Claims by verdict"
          head={["Verdict", "Signed off", "Proposed"]}
          rows={numbers.verdicts.map(({ mark, label, ratingId, signed, proposed }) => ({
            key: `${mark} ${label}`,
            name: label,
            to: link({ rating: ratingId ?? "none" }),
            cells: [signed, proposed],
          }))}
        />
      }
    >
      <Bars
        id="verdicts"
        title={finding ?? ""}
        rows={rows}
        markOf={({ key }) => marks.get(key)}
        sign={({ key }) =>
          VERDICT_MARKS[marks.get(key) ?? "none"].paths.map((path) => <Shape key={path.d} path={path} />)
        }
      />
    </Chart>
  );
}
