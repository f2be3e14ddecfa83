import { Bars, Legend } from "#app/numbers/bars.tsx";
import { Chart } from "#app/numbers/chart.tsx";
import { CountTable } from "#app/numbers/count-table.tsx";
import { StatusSign } from "#app/numbers/status-sign.tsx";
import { useCount } from "#app/numbers/use-count.ts";
import {
  coverageFinding,
  loadFinding,
  loadSays,
  statusFinding,
  statusWord,
  verdictFinding,
  verdictSays,
} from "#app/numbers/words.ts";
import { Shape } from "#app/ui/verdict-mark.tsx";
import { useWords } from "#app/words/speech.tsx";
import { VERDICT_MARKS } from "#domain/verdict-marks.ts";
import type { Numbers } from "#server/services/numbers.ts";

/** `link` gives the list of the claims behind a row, where there is one. */
type Given = { numbers: Numbers; csv: string; link: (filter: Record<string, string>) => string | null };

export function LoadChart({ numbers, csv, link }: Given) {
  const say = useWords("numbers");
  const finding = loadFinding(say, numbers);
  const rows = numbers.load.map(({ person, claims, reviews }) => ({
    key: person?.id ?? "nobody",
    label: person?.name ?? say("nobody_yet"),
    says: loadSays(say, claims, reviews),
    full: claims,
    hatched: reviews,
  }));
  return (
    <Chart
      id="load"
      name={say("load")}
      finding={finding}
      empty={say("load_empty")}
      counts={say("load_counts")}
      legend={<Legend full={say("open_claims")} hatched={say("reviews_waiting")} />}
      csv={csv}
      table={
        <CountTable
          caption={say("load_table")}
          head={[say("person"), say("open_claims"), say("reviews_waiting")]}
          rows={numbers.load.map(({ person, claims, reviews }) => ({
            key: person?.id ?? "nobody",
            name: person?.name ?? say("nobody_yet"),
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
  const say = useWords("numbers");
  const finding = coverageFinding(say, numbers);
  const count = useCount();
  const states = [
    { key: "claimed", label: say("claimed"), full: claimed },
    { key: "dismissed", label: say("dismissed"), full: dismissed },
    { key: "open", label: say("open"), full: 0, hatched: open },
  ];
  const rows = states.map((one) => ({ ...one, says: count(one.full + (one.hatched ?? 0)) }));
  return (
    <Chart
      id="coverage"
      name={say("coverage")}
      finding={finding}
      empty={say("coverage_empty")}
      counts={say("coverage_counts")}
      csv={csv}
      table={
        <CountTable
          caption={say("coverage_table")}
          head={[say("state"), say("sentences")]}
          rows={rows.map(({ key, label, says }) => ({ key, name: label, cells: [says] }))}
        />
      }
    >
      <Bars id="coverage" title={finding ?? ""} rows={rows} />
    </Chart>
  );
}

export function StatusChart({ numbers, csv, link }: Given) {
  const say = useWords("numbers");
  const finding = statusFinding(say, numbers);
  const count = useCount();
  const rows = numbers.statuses.map(({ status, claims }) => ({
    key: status,
    label: statusWord(say, status),
    says: count(claims),
    full: claims,
  }));
  return (
    <Chart
      id="statuses"
      name={say("statuses")}
      finding={finding}
      empty={say("none_made")}
      counts={say("statuses_counts")}
      csv={csv}
      table={
        <CountTable
          caption={say("statuses")}
          head={[say("status"), say("claims_column")]}
          rows={numbers.statuses.map(({ status, claims }) => ({
            key: status,
            name: statusWord(say, status),
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
  const say = useWords("numbers");
  const finding = verdictFinding(say, numbers);
  const count = useCount();
  /** Without a verdict there is no label of a scale. */
  const labelOf = (ratingId: string | null, label: string) => (ratingId === null ? say("no_verdict") : label);
  const marks = new Map(numbers.verdicts.map((row) => [`${row.mark} ${row.label}`, row.mark]));
  const rows = numbers.verdicts.map(({ mark, label, ratingId, signed, proposed }) => ({
    key: `${mark} ${label}`,
    label: labelOf(ratingId, label),
    says: mark === "none" ? count(signed + proposed) : verdictSays(say, signed, proposed),
    full: signed,
    hatched: proposed,
  }));
  return (
    <Chart
      id="verdicts"
      name={say("verdicts")}
      finding={finding}
      empty={say("none_made")}
      counts={say("verdicts_counts")}
      legend={<Legend full={say("signed_off")} hatched={say("proposed")} />}
      csv={csv}
      table={
        <CountTable
          caption={say("verdicts_table")}
          head={[say("verdict"), say("signed_off"), say("proposed")]}
          rows={numbers.verdicts.map(({ mark, label, ratingId, signed, proposed }) => ({
            key: `${mark} ${label}`,
            name: labelOf(ratingId, label),
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
