import { spawn } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { findChromium } from "./chromium.ts";

// Builds the pages and weighs them, beside types, lint and dead code; then unit tests and browser tests. Ends with
// everything that failed, told once more, and "N passed, N failed".
// `npm test -- --unit` leaves the browser out while working.

/** `told`: each failure in words; they are said last, as of a long run often only the end is kept. */
type Result = { passed: number; failed: number; told: string[] };
type UnitReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};
type BrowserSuite = {
  suites?: BrowserSuite[];
  specs: { title: string; file: string; ok: boolean; tests: { results: { error?: { message?: string } }[] }[] }[];
};
type BrowserReport = { suites: BrowserSuite[]; stats: { expected: number; unexpected: number; flaky: number } };

const unitReport = "test-results/unit.json";
const browserReport = "test-results/browser.json";
const withBrowser = !process.argv.includes("--unit");

rmSync("test-results", { recursive: true, force: true });

const total: Result = { passed: 0, failed: 0, told: [] };
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

for (const failure of total.told) console.log(`\n✗ ${failure}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function add(name: string, { passed, failed, told }: Result): void {
  total.passed += passed;
  total.failed += failed;
  total.told.push(...told);
  console.log(`${failed === 0 ? "✓" : "✗"} ${name}`);
}

/** What it says is printed in one piece when it is done, as others run beside it. */
async function check(name: string, program: string, args: string[]): Promise<void> {
  const said: Buffer[] = [];
  const status = await run(program, args, { said });
  const output = Buffer.concat(said).toString();
  process.stdout.write(output);
  add(name, status === 0 ? { passed: 1, failed: 0, told: [] } : { passed: 0, failed: 1, told: [tell(name, output)] });
}

async function unitTests(): Promise<Result> {
  const status = await run("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${unitReport}`,
  ]);
  return counted("unit tests", status, () => {
    const { numPassedTests, numFailedTests, testResults } = readJson<UnitReport>(unitReport);
    const told = testResults.flatMap(({ name, message, assertionResults }) => {
      const file = relative(".", name);
      const failed = assertionResults.filter(({ status }) => status === "failed");
      if (failed.length === 0 && message) return [tell(file, message)];
      return failed.map(({ fullName, failureMessages }) => tell(`${file} › ${fullName}`, failureMessages.join("\n")));
    });
    return { passed: numPassedTests, failed: numFailedTests, told };
  });
}

async function browserTests(): Promise<Result> {
  const browser = findChromium();
  console.log(`Browser tests use ${browser.where} Chromium: ${browser.path}`);
  const status = await run("playwright", ["test"], {
    environment: { ASSAY_CHROMIUM: browser.path, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
  });
  for (const file of globSync("test-results/browser/*/error-context.md")) tellPage(file);
  return counted("browser tests", status, () => {
    const { stats, suites } = readJson<BrowserReport>(browserReport);
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, told: suites.flatMap(failedSpecs) };
  });
}

function failedSpecs({ suites = [], specs }: BrowserSuite): string[] {
  const failed = specs.filter(({ ok }) => !ok);
  const told = failed.map(({ file, title, tests }) => {
    const errors = tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? ""));
    return tell(`${file} › ${title}`, errors.join("\n"));
  });
  return [...told, ...suites.flatMap(failedSpecs)];
}

/** One failure, in about 40 lines: what it begins and what it ends with, without colours. */
function tell(what: string, output: string): string {
  const lines = stripVTControlCharacters(output).trim().split("\n");
  const told = lines.length > 40 ? [...lines.slice(0, 30), "…", ...lines.slice(-10)] : lines;
  return [what, ...told.map((line) => `  ${line}`)].join("\n");
}

/** What stood on the page of a failed test, in short: where nothing but this output is kept, it may be all that explains it. */
function tellPage(file: string): void {
  const [, page = ""] = /```yaml\n(.*?)```/s.exec(readFileSync(file, "utf8")) ?? [];
  const [, main = page] = page.split("- main");
  const told = main.split("\n").filter((line) => /- (heading|alert|status|dialog|link|button|textbox)\b/.test(line));
  console.log(`\nThe page in ${file}:\n${told.slice(0, 25).join("\n")}`);
}

/** A runner that failed without a failed test (a crash, an unhandled error) still counts as one failure. */
function counted(name: string, status: number, read: () => Result): Result {
  try {
    const { passed, failed, told } = read();
    if (status === 0 || failed > 0) return { passed, failed, told };
    return { passed, failed: 1, told: [...told, tell(name, "No test failed, but the runner did: see above.")] };
  } catch {
    return { passed: 0, failed: 1, told: [tell(name, "They left no report: see above.")] };
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
