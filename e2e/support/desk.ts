import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Order, Ready, Report } from "./server.ts";

export type Role = "viewer" | "analyst" | "editor" | "admin";
export type Cast = readonly { name: string; role: Role }[];

/** One running desk on a folder of its own. It can be killed and started again on the same folder and port. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), "assay-e2e-"));
  private ready: Ready | null = null;
  private readonly hasAddress: boolean;

  private constructor(hasAddress: boolean) {
    this.hasAddress = hasAddress;
  }

  static async open(cast: Cast, { hasAddress = false } = {}): Promise<Desk> {
    const desk = new Desk(hasAddress);
    const people = cast.map(({ name, role }) => ({
      name,
      role,
      email: `${name.split(" ")[0]?.toLowerCase()}@desk.invalid`,
    }));
    desk.ready = (await order({ open: { folder: desk.folder, port: 0, people, hasAddress } })) as Ready;
    return desk;
  }

  get url(): string {
    return this.now.url;
  }

  get setUpLink(): string {
    if (!this.now.setUp) throw new Error("This desk is already set up.");
    return this.now.setUp;
  }

  get database(): string {
    return join(this.folder, "assay.sqlite");
  }

  linkOf(name: string): string {
    const link = this.now.links.find((one) => one.name === name);
    if (!link) throw new Error(`Nobody on this desk is called ${name}.`);
    return link.url;
  }

  /** SIGKILL: nothing is flushed, nothing is said. */
  async kill(): Promise<void> {
    const child = host;
    host = null;
    if (!child) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  async restart(): Promise<void> {
    const port = Number(new URL(this.url).port);
    const { folder, hasAddress } = this;
    const { url, setUp } = (await order({ open: { folder, port, people: [], hasAddress } })) as Ready;
    this.ready = { ...this.now, url, setUp };
  }

  async close(): Promise<void> {
    if (host) await order({ close: this.folder });
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get now(): Ready {
    if (!this.ready) throw new Error("The desk is not running.");
    return this.ready;
  }
}

/** The process that the desks of this worker run in. */
let host: ChildProcess | null = null;

/** Has the process do one thing, and waits for it. The tests of one worker follow each other, so no two orders meet. */
async function order(wanted: Order): Promise<Report> {
  host ??= newHost();
  const settled = new AbortController();
  const { signal } = settled;
  const ended = once(host, "exit", { signal }).then(() => {
    throw new Error("The server stopped before it was ready; what it said stands above.");
  });
  host.send(wanted);
  const [report] = (await Promise.race([once(host, "message", { signal }), ended])) as [Report];
  settled.abort();
  if (report && "failed" in report) throw new Error(report.failed);
  return report;
}

function newHost(): ChildProcess {
  return spawn("node", ["e2e/support/server.ts"], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // React and Express pick their production halves by this name, as for a desk that is in use.
    env: { ...process.env, NODE_ENV: "production", NODE_COMPILE_CACHE: join(tmpdir(), "assay-e2e-compiled") },
  });
}
