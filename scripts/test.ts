import { spawn } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { findChromium } from "./chromium.ts";

// Builds the pages and weighs them, beside types, lint and dead code; then unit tests and browser tests. Ends with
// "N passed, N failed".
// `npm test -- --unit` leaves the browser out while working.

type Result = { passed: number; failed: number };

const unitReport = "test-results/unit.json";
const browserReport = "test-results/browser.json";
const withBrowser = !process.argv.includes("--unit");

rmSync("test-results", { recursive: true, force: true });

const total: Result = { passed: 0, failed: 0 };
await Promise.all([
  check("pages", "node", ["scripts/launch.js", "build"]).then(() =>
    check("weight of the pages", "node", ["scripts/weigh.ts"]),
  ),
  check("types", "tsc", []),
  check("lint", "biome", ["ci", "--error-on-warnings", "."]),
  check("dead code", "knip", []),
]);
add("unit tests", await unitTests());
if (withBrowser) add("browser tests", await browserTests());

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function add(name: string, { passed, failed }: Result): void {
  total.passed += passed;
  total.failed += failed;
  console.log(`${failed === 0 ? "✓" : "✗"} ${name}`);
}

/** What it says is printed in one piece when it is done, as others run beside it. */
async function check(name: string, program: string, args: string[]): Promise<void> {
  const said: Buffer[] = [];
  const status = await run(program, args, { said });
  process.stdout.write(Buffer.concat(said));
  add(name, status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
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
    environment: { ASSAY_CHROMIUM: browser.path, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
  });
  for (const file of globSync("test-results/browser/*/error-context.md")) tellPage(file);
  return counted(status, () => {
    const { stats } = readJson<{ stats: { expected: number; unexpected: number; flaky: number } }>(browserReport);
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  });
}

/** What stood on the page of a failed test, in short: where nothing but this output is kept, it may be all that explains it. */
function tellPage(file: string): void {
  const [, page = ""] = /```yaml\n(.*?)```/s.exec(readFileSync(file, "utf8")) ?? [];
  const [, main = page] = page.split("- main");
  const told = main.split("\n").filter((line) => /- (heading|alert|status|dialog|link|button|textbox)\b/.test(line));
  console.log(`\nThe page in ${file}:\n${told.slice(0, 25).join("\n")}`);
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

type How = { environment?: Record<string, string>; said?: Buffer[] };

function run(program: string, args: string[], { environment = {}, said }: How = {}): Promise<number> {
  return new Promise((resolve) => {
    const where = said ? "pipe" : "inherit";
    const child = spawn(program, args, { stdio: ["ignore", where, where], env: { ...process.env, ...environment } });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => said?.push(chunk));
    child.on("error", () => resolve(1));
    child.on("close", (status) => resolve(status ?? 1));
  });
}
