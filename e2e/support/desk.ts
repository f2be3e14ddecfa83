import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

type Ready = { url: string; setUp: string | null; links: { name: string; url: string }[] };
export type Role = "viewer" | "analyst" | "editor" | "admin";
export type Cast = readonly { name: string; role: Role }[];

/** One running desk on a folder of its own. It can be killed and started again on the same folder and port. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), "assay-e2e-"));
  private process: ChildProcess | null = null;
  private ready: Ready | null = null;

  static async open(cast: Cast): Promise<Desk> {
    const desk = new Desk();
    const people = cast.map(({ name, role }) => ({
      name,
      role,
      email: `${name.split(" ")[0]?.toLowerCase()}@desk.invalid`,
    }));
    desk.ready = await desk.spawn(0, people);
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
    await this.end("SIGKILL");
  }

  async restart(): Promise<void> {
    const port = Number(new URL(this.url).port);
    const { url, setUp } = await this.spawn(port, []);
    this.ready = { ...this.now, url, setUp };
  }

  async close(): Promise<void> {
    await this.end("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get now(): Ready {
    if (!this.ready) throw new Error("The desk is not running.");
    return this.ready;
  }

  private async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const running = this.process;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => running.once("exit", resolve));
    running.kill(signal);
    await gone;
  }

  private async spawn(port: number, people: unknown[]): Promise<Ready> {
    const child = spawn("node", ["e2e/support/server.ts", this.folder, String(port), JSON.stringify(people)], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "assay-e2e-compiled") },
    });
    this.process = child;
    if (!child.stdout) throw new Error("The server has no output.");
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('{"url"')) {
        child.stdout.resume();
        return JSON.parse(line) as Ready;
      }
    }
    throw new Error("The server stopped before it was ready; what it said stands above.");
  }
}
