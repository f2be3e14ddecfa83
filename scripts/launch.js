// Starts everything from a bare checkout with whatever Node (18 or newer) the machine has: installs from the lockfile,
// builds when a source changed, then hands over to the project's own Node 24. Plain JavaScript without dependencies.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamps = join(root, "node_modules", ".assay");
const windows = process.platform === "win32";
const settings = existsSync(join(root, ".env")) ? ["--env-file=.env"] : [];
const [command = "start", ...rest] = process.argv.slice(2);

const commands = {
  start: {
    build: true,
    run: [["node", ...settings, "--disable-warning=ExperimentalWarning", "server/index.ts"]],
  },
  demo: {
    build: true,
    run: [["node", ...settings, "--disable-warning=ExperimentalWarning", "server/demo.ts"]],
  },
  dev: {
    build: false,
    environment: { NODE_ENV: "development" },
    run: [
      [
        "node",
        ...settings,
        "--watch-path=server",
        "--watch-path=db",
        "--watch-path=domain",
        "--watch-preserve-output",
        "server/index.ts",
      ],
    ],
  },
  build: { build: true, run: [] },
  // Builds by itself, beside what needs no build.
  test: { build: false, run: [["node", "scripts/test.ts"]] },
  screenshots: {
    build: true,
    run: [["node", "--disable-warning=ExperimentalWarning", "scripts/screenshots.ts"]],
  },
  assay: {
    build: false,
    // What a command answers is read by programs: nothing else goes to standard output.
    quiet: true,
    run: [["node", ...settings, "--disable-warning=ExperimentalWarning", "server/cli/index.ts"]],
  },
  bench: { build: true, run: [["node", "--expose-gc", "--disable-warning=ExperimentalWarning", "bench/index.ts"]] },
};

const wanted = commands[command];
if (!wanted) fail(`There is no command "${command}". Use start, demo, dev, build, test, screenshots, assay or bench.`);

install();
if (wanted.build) build();
for (const [program, ...args] of wanted.run) await handOver(program, [...args, ...rest]);

function install() {
  const stamp = join(stamps, "installed");
  const lock = digest([join(root, "package-lock.json"), join(root, "package.json")]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("Installing what the lockfile names (once; about a minute) …");
  step("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
  // The one package whose install step is needed: it puts Node 24's program into place.
  step("npm", ["rebuild", "node", "--ignore-scripts=false", "--loglevel=error"]);
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, lock);
}

function build() {
  const stamp = join(stamps, "built");
  const sources = ["app", "domain", "public", "scripts/assets", "scripts/words"].flatMap((folder) =>
    filesBelow(join(root, folder)),
  );
  const state = digest([
    ...sources,
    join(root, "vite.config.ts"),
    join(root, "remix.config.js"),
    join(root, "package-lock.json"),
  ]);
  if (
    existsSync(join(root, "build", "server", "index.js")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === state
  )
    return;
  say("Building the pages (only when something changed) …");
  step("remix", ["vite:build", "--logLevel", "error"], { NODE_ENV: "production" });
  writeFileSync(stamp, state);
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function digest(files) {
  const hash = createHash("sha256");
  for (const file of files.filter((one) => existsSync(one) && statSync(one).isFile()).sort()) {
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function environment(extra = {}) {
  const path = `${join(root, "node_modules", ".bin")}${windows ? ";" : ":"}${process.env.PATH}`;
  // Node keeps what it compiled, so that a restarted server is quick with its first visitors too.
  const kept = { NODE_COMPILE_CACHE: join(stamps, "compiled"), INIT_CWD: process.cwd() };
  return { ...kept, ...process.env, ...extra, PATH: path };
}

function step(program, args, extra) {
  const done = spawnSync(program, args, {
    cwd: root,
    stdio: ["ignore", wanted.quiet ? 2 : "inherit", "inherit"],
    env: environment(extra),
    shell: windows,
  });
  if (done.status !== 0)
    fail(`\`${program} ${args.join(" ")}\` did not succeed, so Assay was not started. What went wrong stands above.`);
}

/** For the project's own Node, and whatever it starts. */
function withQuickImports() {
  const first = pathToFileURL(join(root, "scripts", "quick-imports.js"));
  return `${process.env.NODE_OPTIONS ?? ""} --import=${first.href}`.trim();
}

async function handOver(program, args) {
  const child = spawn(program, args, {
    cwd: root,
    stdio: "inherit",
    env: environment({ ...wanted.environment, NODE_OPTIONS: withQuickImports() }),
    shell: windows,
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => child.on("exit", (status, signal) => resolve(signal ? 1 : status)));
  if (code !== 0) process.exit(code);
}

function say(text) {
  (wanted.quiet ? process.stderr : process.stdout).write(`${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  // For a command, 1 would say that it found something wrong.
  process.exit(wanted?.quiet ? 2 : 1);
}
