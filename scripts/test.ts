import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { findChromium } from "./chromium.ts";

// Types, lint, dead code, the weight of the pages, unit tests and browser tests, in this order; ends with "N passed, N failed".
// `npm test -- --unit` leaves the browser out while working.

type Result = { passed: number; failed: number };

const unitReport = "test-results/unit.json";
const browserReport = "test-results/browser.json";
const withBrowser = !process.argv.includes("--unit");

rmSync("test-results", { recursive: true, force: true });

const checks: [string, string, string[]][] = [
  ["types", "tsc", []],
  ["lint", "biome", ["ci", "--error-on-warnings", "."]],
  ["dead code", "knip", []],
  ["weight of the pages", "node", ["scripts/weigh.ts"]],
];

const total: Result = { passed: 0, failed: 0 };
for (const [name, program, args] of checks) add(name, await check(program, args));
add("unit tests", await unitTests());
if (withBrowser) add("browser tests", await browserTests());

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function add(name: string, { passed, failed }: Result): void {
  total.passed += passed;
  total.failed += failed;
  console.log(`${failed === 0 ? "✓" : "✗"} ${name}`);
}

async function check(program: string, args: string[]): Promise<Result> {
  const status = await run(program, args);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function unitTests(): Promise<Result> {
  const status = await run("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${unitReport}`,
  ]);
  return counted(status, () => {
    const report = readJson<{ numPassedTests: number; numFailedTests: number }>(unitReport);
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  });
}

async function browserTests(): Promise<Result> {
  const browser = findChromium();
  console.log(`Browser tests use ${browser.where} Chromium: ${browser.path}`);
  const status = await run("playwright", ["test"], {
    ASSAY_CHROMIUM: browser.path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
  });
  return counted(status, () => {
    const { stats } = readJson<{ stats: { expected: number; unexpected: number; flaky: number } }>(browserReport);
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  });
}

/** A runner that failed without a failed test (a crash, an unhandled error) still counts as one failure. */
function counted(status: number, read: () => Result): Result {
  try {
    const { passed, failed } = read();
    return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}

function run(program: string, args: string[], environment: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...environment },
    });
    child.on("error", () => resolve(1));
    child.on("exit", (status) => resolve(status ?? 1));
  });
}
