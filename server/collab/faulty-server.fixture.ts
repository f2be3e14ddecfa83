import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Person } from "#server/collab/room-server.fixture.ts";

const script = fileURLToPath(new URL("./kill-server.fixture.ts", import.meta.url));
const source = fileURLToPath(new URL("../../bench/faults/recorder.c", import.meta.url));

/** Whether faults can be made on this machine; says why when they cannot. */
export function canMakeFaults(): boolean {
  if (process.platform === "linux" && spawnSync("cc", ["--version"]).status === 0) return true;
  process.stdout.write("Faults of the disk are not tried: the recorder needs Linux and a C compiler, cc.\n");
  return false;
}

/** What the recorder lets fail: every such call, or only those on one file. */
export type Order = "fsync EIO" | "fsync EIO assay.sqlite" | "write ENOSPC";

/**
 * The room server as a process of its own, on a file in a folder of its own, with the recorder between it and the disk.
 * `trace` holds what it changed and synced. `end` kills it and takes everything away.
 */
export async function startFaultyServer({ pragma = "", unsynced = false } = {}) {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "faults-")));
  const at = (name: string) => join(home, name);
  mkdirSync(at("disk"));
  execFileSync("cc", ["-O1", "-shared", "-fPIC", "-o", at("recorder.so"), source, "-ldl", "-lpthread"]);
  const file = join(at("disk"), "assay.sqlite");
  const child = spawn(process.execPath, [script, file, "0", "seed"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      ...{ LD_PRELOAD: at("recorder.so"), FIXTURE_PRAGMA: pragma, FIXTURE_UNSYNCED: unsynced ? "1" : "" },
      ...{ FAULTS_FOLDER: at("disk"), FAULTS_TRACE: at("trace"), FAULTS_ORDER: at("order") },
    },
  });
  const exited = once(child, "exit").then(([code]) => code as number | null);
  const gone = exited.then((code) => Promise.reject(new Error(`The server ended with ${code} before it was ready.`)));
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), "line"), gone]);
  const { url, people, claimId } = JSON.parse(line) as { url: string; people: Person[]; claimId: string };
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  return {
    ...{ url, people, claimId, file, trace: at("trace"), exited, kill },
    /** Lets the server's calls fail from now on. */
    fail: (what: Order) => writeFileSync(at("order"), what),
    heal: () => rmSync(at("order")),
    async end(): Promise<void> {
      await kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
