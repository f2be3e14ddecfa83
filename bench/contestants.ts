import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compiled } from "./compiled.ts";
import { type Dialect, dialects } from "./load/dialect.ts";
import type { Ready, Usage } from "./servers/host.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const peers = join(here, "peers");

/** A server that takes part: how it is started on a folder of its own, and how it is spoken to. */
export type Contestant = {
  name: string;
  dialect: Dialect;
  /** Whether documents are still there after a restart. */
  keeps: boolean;
  start(folder: string, size: Size): { script: string; args?: string[]; environment?: Record<string, string> };
};

export type Size = { rooms: number; people: number };

export const assay: Contestant = {
  name: "Assay",
  dialect: dialects.assay,
  keeps: true,
  start: (folder, { rooms, people }) => ({ script: "servers/assay.ts", args: [folder, `${rooms}`, `${people}`] }),
};

/** With the limits that a desk has. */
export const limitedAssay: Contestant = {
  ...assay,
  start: (folder, { rooms, people }) => ({
    script: "servers/assay.ts",
    args: [folder, `${rooms}`, `${people}`, "limited"],
  }),
};

export const rawRelay: Contestant = {
  name: "raw relay",
  dialect: dialects.relay,
  keeps: false,
  start: () => ({ script: "servers/relay.ts" }),
};

export const coalescingRelay: Contestant = {
  name: "coalescing relay",
  dialect: dialects.relay,
  keeps: false,
  start: () => ({ script: "servers/relay.ts", args: ["coalesce"] }),
};

export const reference: Contestant = {
  name: "@y/websocket-server",
  dialect: dialects.yWebsocket,
  keeps: false,
  start: () => ({ script: "peers/y-websocket.js" }),
};

export const referenceOnLevelDb: Contestant = {
  name: "@y/websocket-server + LevelDB",
  dialect: dialects.yWebsocket,
  keeps: true,
  start: (folder) => ({ script: "peers/y-websocket.js", environment: { YPERSISTENCE: join(folder, "level") } }),
};

export const hocuspocus: Contestant = {
  name: "Hocuspocus",
  dialect: dialects.hocuspocus,
  keeps: false,
  start: () => ({ script: "peers/hocuspocus.js" }),
};

export const hocuspocusOnSqlite: Contestant = {
  name: "Hocuspocus + SQLite",
  dialect: dialects.hocuspocus,
  keeps: true,
  start: (folder) => ({ script: "peers/hocuspocus.js", args: [join(folder, "hocuspocus.sqlite")] }),
};

export const everyone = [
  assay,
  rawRelay,
  coalescingRelay,
  reference,
  referenceOnLevelDb,
  hocuspocus,
  hocuspocusOnSqlite,
] as const;

/** Puts the peers into their own folder, from their own lockfile; does nothing when they are there. */
export function installPeers(): void {
  const lock = readFileSync(join(peers, "package-lock.json"), "utf8");
  const stamp = join(peers, "node_modules", ".installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("Installing the servers to measure beside (once) …");
  const done = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: peers,
    stdio: "inherit",
  });
  if (done.status !== 0) throw new Error("The peers could not be installed; what went wrong stands above.");
  writeFileSync(stamp, lock);
}

/** One running server on fresh storage. */
export class Running {
  readonly folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
  ready: Ready = { port: 0 };
  #process: ChildProcess | null = null;

  readonly contestant: Contestant;
  readonly size: Size;

  private constructor(contestant: Contestant, size: Size) {
    this.contestant = contestant;
    this.size = size;
  }

  static async start(contestant: Contestant, size: Size): Promise<Running> {
    const running = new Running(contestant, size);
    await running.#launch({});
    return running;
  }

  url(room: number): string {
    return `ws://127.0.0.1:${this.ready.port}${this.ready.paths?.[room] ?? `/room-${room}`}`;
  }

  headers(person: number): Record<string, string> {
    const { headers } = this.ready;
    return headers?.[person % headers.length] ?? {};
  }

  /** Processor time and memory of the server's process; `collect` runs the garbage collector before. */
  async usage(collect = false): Promise<Usage> {
    const child = this.#child;
    const told = new Promise<Usage>((resolve) => {
      child.once("message", (answer: { usage: Usage }) => resolve(answer.usage));
    });
    child.send(collect ? "collect" : "usage");
    return told;
  }

  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  }

  /** Starts again on the same folder and port. */
  async restart(): Promise<void> {
    await this.#launch({ PORT: String(this.ready.port) });
  }

  async end(): Promise<void> {
    await this.kill("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #child(): ChildProcess {
    if (!this.#process) throw new Error("The server was not started.");
    return this.#process;
  }

  async #launch(more: Record<string, string>): Promise<void> {
    const { script, args = [], environment = {} } = this.contestant.start(this.folder, this.size);
    const child = fork(join(here, script), args, {
      execArgv: ["--expose-gc", "--disable-warning=ExperimentalWarning", ...profiling()],
      env: { ...process.env, ...compiled(), NODE_ENV: "production", ...environment, ...more },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#process = child;
    this.ready = await new Promise<Ready>((resolve, reject) => {
      child.once("message", (message: { ready: Ready }) => resolve(message.ready));
      child.once("exit", (code) => reject(new Error(`${this.contestant.name} ended with ${code} before it listened.`)));
    });
  }
}

/** `BENCH_PROFILE=folder npm run bench …` writes a processor profile of each server that ends by itself. */
const profiling = () =>
  process.env.BENCH_PROFILE ? ["--cpu-prof", `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];
