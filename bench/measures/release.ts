import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EXPORT_FORMATS } from "#server/export/index.ts";
import { testDesk } from "#server/testing/desk.ts";
import { makeSignedCase, releaseCase } from "../releases/long-release.ts";
import type { Written } from "../releases/write.ts";
import { median, type Table, type Verdict } from "../results.ts";

const script = fileURLToPath(new URL("../releases/write.ts", import.meta.url));
/** What a file of a large release may hold at its peak beyond one of a tenth of its claims, MB. */
const FLAT_MB = 48;

type Sizes = { small: number; large: number; runs: number };

/** How fast each format of a large release is written, and how much memory it takes beside a small one. */
export async function releases({ small, large, runs }: Sizes): Promise<{ tables: Table[]; verdicts: Verdict[] }> {
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-release-"));
  const file = join(folder, "assay.sqlite");
  try {
    const made = await release(file, [small, large]);
    const others = [
      { id: "bundle", label: "Bundle, sealed and written" },
      { id: "whole", label: "JSON.stringify of the whole" },
    ];
    const rows = [...EXPORT_FORMATS, ...others].map(({ id, label }) => {
      const [less, more] = [1, 2].map((number) => measured(file, number, id, runs)) as [Written, Written];
      console.log(`  ${label}`);
      return { name: label, values: [large / more.seconds, more.bytes / 2 ** 20, less.peak, more.peak] };
    });
    return { tables: [table(rows, { small, large })], verdicts: [flat(rows.slice(0, -1)), made] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the cases and releases them; how long the second release took. */
async function release(file: string, sizes: readonly number[]): Promise<Verdict> {
  const desk = testDesk(file);
  const [ana, bo] = [desk.member("Ana", "editor"), desk.member("Bo", "editor")];
  const numbers = sizes.map((claims) => makeSignedCase(desk, [ana, bo], claims));
  const seconds = numbers.map((number) => {
    const start = performance.now();
    releaseCase(desk, ana, number);
    return (performance.now() - start) / 1_000;
  });
  await desk.close();
  const [count, took] = [sizes.at(-1) ?? 0, seconds.at(-1) ?? 0];
  const promise = `A release of ${count.toLocaleString("en")} claims is looked at and made within 20 s`;
  return { promise, figure: `${took.toFixed(1)} s`, held: took <= 20 };
}

function measured(file: string, number: number, format: string, runs: number): Written {
  const all = Array.from({ length: runs }, () => {
    const answer = execFileSync(process.execPath, ["--expose-gc", script, file, String(number), format]);
    return JSON.parse(answer.toString()) as Written;
  });
  const middle = (of: keyof Written) => median(all.map((one) => one[of]));
  return { seconds: middle("seconds"), peak: middle("peak"), bytes: middle("bytes") };
}

function table(rows: Table["rows"], { small, large }: Pick<Sizes, "small" | "large">): Table {
  const [few, many] = [small, large].map((claims) => claims.toLocaleString("en"));
  return {
    title: `Files of a release of ${many} claims`,
    about: `Each written as a download, in a process of its own. Peak memory is what the process holds at most beyond what it held before, in MB, and should not grow with the release: beside it, that of ${few} claims.`,
    columns: ["claims/s", "MB of file", `peak at ${few}`, `peak at ${many}`],
    rows,
    ratios: false,
  };
}

function flat(rows: Table["rows"]): Verdict {
  const grown = rows.map(({ values: [, , less = 0, more = 0] }) => more - less);
  const most = Math.max(...grown);
  const worst = rows[grown.indexOf(most)]?.name ?? "";
  return {
    promise: `No format takes ${FLAT_MB} MB more for ten times the claims`,
    figure: `at most ${most.toFixed(0)} MB more (${worst})`,
    held: most < FLAT_MB,
  };
}
