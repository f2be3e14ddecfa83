/** One table: a row for each contestant, a number for each column; NaN where a server has no such thing. */
export type Table = {
  title: string;
  /** What one number means, and what is better. */
  about: string;
  columns: string[];
  rows: { name: string; values: number[] }[];
  /** Which columns are compared with the first row as a ratio. */
  ratios: boolean;
};

/** A promise that either held or did not, with its figure, and why it did not where that is known. */
export type Verdict = { promise: string; figure: string; held: boolean; why?: string };

/** Which measurement something comes from, and the day of it: the year, the month and the day. */
export type From = { of: string; on: string };

/** The day is told where it is not that of the others. */
type Dated = { on?: string };

export type Results = {
  command: string;
  mode: "short" | "full";
  tables: (Table & From)[];
  verdicts: (Verdict & From)[];
  goals: Verdict[];
};

export function median(values: readonly number[]): number {
  const sorted = values.filter((one) => !Number.isNaN(one)).sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Three significant digits, thousands apart; a dash for what was not measured. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (value >= 1_000) return Math.round(value).toLocaleString("en");
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The table as Markdown; behind each number of the others, how many times Assay's it is. */
export function markdown({ title, about, columns, rows, ratios, on }: Table & Dated): string {
  const [ours] = rows;
  const cell = (value: number, at: number, isOurs: boolean) => {
    const ratio = ratios && !isOurs ? value / (ours?.values[at] ?? Number.NaN) : Number.NaN;
    return Number.isNaN(ratio) ? figure(value) : `${figure(value)} (${figure(ratio)}×)`;
  };
  const lines = rows.map(
    ({ name, values }, row) => `| ${name} | ${values.map((value, at) => cell(value, at, row === 0)).join(" | ")} |`,
  );
  return [
    ...[`### ${title}`, "", on ? `${about} Measured on ${on}.` : about, ""],
    `| | ${columns.join(" | ")} |`,
    `| --- |${" ---: |".repeat(columns.length)}`,
    ...lines,
    "",
  ].join("\n");
}

export const verdictsMarkdown = (verdicts: readonly (Verdict & Dated)[], title = "Promises") =>
  verdicts.length === 0
    ? ""
    : [
        ...[`### ${title}`, "", "| | figure | held |", "| --- | --- | --- |"],
        ...verdicts.map(
          ({ promise, figure, held, on }) =>
            `| ${promise} | ${figure}${on ? ` (${on})` : ""} | ${held ? "yes" : "**no**"} |`,
        ),
        "",
        ...reasons(verdicts),
      ].join("\n");

/** Why some of them are not held, each reason once. */
function reasons(verdicts: readonly Verdict[]): string[] {
  const given = new Set(verdicts.flatMap(({ held, why }) => (!held && why ? [why] : [])));
  return given.size === 0 ? [] : [...[...given].map((why) => `- ${why}`), ""];
}
