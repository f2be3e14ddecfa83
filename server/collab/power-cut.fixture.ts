import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type CrashState, readTrace, replayDisk } from "#server/collab/crash-states.fixture.ts";
import { startFaultyServer } from "#server/collab/faulty-server.fixture.ts";
import { type Clocks, clocksIn, missingFrom } from "#server/collab/stored-clocks.fixture.ts";
import { startTypist, type Told } from "#server/collab/typist.fixture.ts";
import { seeded } from "#server/testing/seeded.ts";

/** What somebody was told, and how long the trace was in that moment: all of that had happened. */
export type Witness = Told & { at: number };

export type Recording = {
  changes: ReturnType<typeof readTrace>;
  /** How long the trace was when people came in. */
  from: number;
  /** In the order in which they were told. */
  witnesses: Witness[];
};

/** Three people type on one card until so many edits are acknowledged; then the server is killed. */
export async function recordTyping(
  edits: number,
  options: Parameters<typeof startFaultyServer>[0] = { pragma: "wal_autocheckpoint = 60" },
): Promise<Recording> {
  const server = await startFaultyServer(options);
  const from = statSync(server.trace).size;
  const witnesses: Witness[] = [];
  let enough = () => {};
  const typed = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const tell = (told: Told) => {
    witnesses.push({ ...told, at: statSync(server.trace).size });
    if (told.how === "acknowledged" && --edits === 0) enough();
  };
  const typists = server.people.map((person) => startTypist(server.url, server.claimId, person, tell));
  try {
    await typed;
    await server.kill();
    return { changes: readTrace(server.trace), from, witnesses };
  } finally {
    for (const typist of typists) typist.stop();
    await server.end();
  }
}

export type Examined = { states: number; corrupt: number; acknowledged: number; seen: number };

/**
 * Cuts the power so often, at random points and at those at which somebody had just been told something, and looks at
 * what is left: whether the file is whole, and how many edits are gone that somebody had been told of.
 */
export function cutPower(recording: Recording, states: number, seed: number, syncs: "kept" | "lied about"): Examined {
  const random = seeded(seed);
  const pick = (points: readonly number[]) => points[Math.floor(random() * points.length)] ?? 0;
  const points = [recording.changes.map(({ end }) => end), recording.witnesses.map(({ at }) => at)] as const;
  const cuts = Array.from({ length: states }, (_, at) => pick(points[at % 2 === 0 ? 0 : 1]));
  return cutPowerAt(recording, cuts, random, syncs);
}

/** The same at given points. */
export function cutPowerAt(
  { changes, from, witnesses }: Recording,
  cuts: number[],
  random: () => number,
  syncs: "kept" | "lied about" = "kept",
): Examined {
  const disk = replayDisk(changes, syncs === "kept" ? undefined : from);
  const examined: Examined = { states: 0, corrupt: 0, acknowledged: 0, seen: 0 };
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "power-cut-"));
  try {
    for (const cut of cuts.sort((a, b) => a - b)) {
      const log = readLog(folder, disk.cutAt(cut, random));
      const told = witnesses.filter(({ at }) => at <= cut);
      examined.states += 1;
      if (log === null) examined.corrupt += 1;
      else for (const { how } of missingFrom(log, told)) examined[how] += 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return examined;
}

/** The log in a file after a power cut, opened as the product opens it; null when the file is damaged. */
function readLog(folder: string, state: CrashState): Clocks | null {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  for (const [name, content] of state) writeFileSync(join(folder, name), content);
  const sqlite = new Database(join(folder, "assay.sqlite"));
  try {
    if (sqlite.pragma("integrity_check", { simple: true }) !== "ok") return null;
    const isMigrated = sqlite.prepare("select 1 from sqlite_master where name = 'updates'").get() !== undefined;
    return isMigrated ? clocksIn(sqlite) : new Map();
  } catch {
    return null;
  } finally {
    sqlite.close();
  }
}
