import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { EXPORT_FORMATS } from "#server/export/index.ts";
import { testDesk } from "#server/testing/desk.ts";
import { releaseAll } from "#server/testing/release-all.ts";
import { compiled } from "../compiled.ts";
import { makeSignedCase } from "../releases/long-release.ts";
import type { Written } from "../releases/write.ts";
import { median, type Table, type Verdict } from "../results.ts";

const inProcess = promisify(execFile);
const script = fileURLToPath(new URL("../releases/write.ts", import.meta.url));
/** What a file of a large release may hold at its peak beyond one of a tenth of its claims, MB. */
const FLAT_MB = 48;
/** How long a turn of making a release may take. */
const WAIT_MS = 100;

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
    const rows: Table["rows"] = [];
    for (const { id, label } of [...EXPORT_FORMATS, ...others]) {
      // The two have a processor each.
      const both = [1, 2].map((number) => measured(file, number, id, runs));
      const [less, more] = (await Promise.all(both)) as [Written, Written];
      console.log(`  ${label}`);
      rows.push({ name: label, values: [large / more.seconds, more.bytes / 2 ** 20, less.peak, more.peak] });
    }
    return { tables: [table(rows, { small, large })], verdicts: [flat(rows.slice(0, -1)), ...made] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the cases and releases them; how long the second release took, and how long others waited for it. */
async function release(file: string, sizes: readonly number[]): Promise<Verdict[]> {
  const desk = testDesk(file);
  const [ana, bo] = [desk.member("Ana", "editor"), desk.member("Bo", "editor")];
  const numbers = sizes.map((claims) => makeSignedCase(desk, [ana, bo], claims));
  // What making them has left in the write-ahead log, and in the thread that copies it, is over before anything is timed.
  desk.sqlite.pragma("wal_checkpoint(TRUNCATE)");
  await turn();
  let [took, waited] = [0, 0];
  for (const number of numbers) {
    const [start, stop] = [performance.now(), longestWait()];
    await releaseAll(desk, ana, number);
    [took, waited] = [(performance.now() - start) / 1_000, stop()];
  }
  await desk.close();
  const large = `a release of ${(sizes.at(-1) ?? 0).toLocaleString("en")} claims`;
  return [
    {
      promise: `Looking at ${large} and making it takes 20 s at most`,
      figure: `${took.toFixed(1)} s`,
      held: took <= 20,
    },
    {
      promise: `While it is made nobody waits longer than ${WAIT_MS} ms for it`,
      figure: `${waited.toFixed(0)} ms`,
      held: waited <= WAIT_MS,
    },
  ];
}

/** Follows how long other work has to wait for its turn. Returns what ends that and says the longest. */
function longestWait(): () => number {
  let [longest, last, isOver] = [0, performance.now(), false];
  const tick = () => {
    const now = performance.now();
    [longest, last] = [Math.max(longest, now - last), now];
    if (!isOver) setImmediate(tick);
  };
  setImmediate(tick);
  return () => {
    isOver = true;
    return longest;
  };
}

async function measured(file: string, number: number, format: string, runs: number): Promise<Written> {
  const all: Written[] = [];
  const options = { env: { ...process.env, ...compiled() } };
  for (let run = 0; run < runs; run++) {
    const { stdout } = await inProcess(
      process.execPath,
      ["--expose-gc", script, file, String(number), format],
      options,
    );
    all.push(JSON.parse(stdout));
  }
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
