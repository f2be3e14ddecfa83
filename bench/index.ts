import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import {
  assay,
  type Contestant,
  coalescingRelay,
  everyone,
  hocuspocus,
  hocuspocusOnSqlite,
  installPeers,
  rawRelay,
  reference,
  referenceOnLevelDb,
} from "./contestants.ts";
import { reached } from "./goals.ts";
import { abuse } from "./measures/abuse.ts";
import { verifying } from "./measures/audit.ts";
import { durability } from "./measures/durability.ts";
import { finding } from "./measures/find.ts";
import { guardCost } from "./measures/guard.ts";
import { manyHistories } from "./measures/histories.ts";
import { joining } from "./measures/join.ts";
import { latency } from "./measures/latency.ts";
import { memory } from "./measures/memory.ts";
import { mutatedFrames } from "./measures/mutation.ts";
import { following } from "./measures/pages.ts";
import { powerCut } from "./measures/power-cut.ts";
import { lookingUp } from "./measures/precedents.ts";
import { openCards, reconnect } from "./measures/reconnect.ts";
import { releases } from "./measures/release.ts";
import { saturation } from "./measures/saturation.ts";
import { feel } from "./measures/ui.ts";
import { feltMarkdown, keepFelt, keepResults, today, writeReport } from "./report.ts";
import { markdown, median, type Results, type Table, type Verdict, verdictsMarkdown } from "./results.ts";

// `npm run bench` measures the room server in short, within five minutes; `-- --full` takes medians of three and writes
// RESULTS.md. Names pick measurements: latency, saturation, join, memory, reconnect, pages, durability, histories, power-cut,
// guard, abuse, find, precedents, audit, release; in full, they take the place of theirs in the figures that are kept, with
// their day. `ui` measures the screens, in medians of five, and writes its part of RESULTS.md. `report` writes RESULTS.md
// anew from what was kept.

const [full, names] = [process.argv.includes("--full"), process.argv.slice(2).filter((word) => !word.startsWith("-"))];
const runs = full ? 3 : 1;
const servers = [rawRelay, coalescingRelay, reference, hocuspocus] as const;
const withDocuments = [reference, referenceOnLevelDb, hocuspocus, hocuspocusOnSqlite] as const;
const SHAPES = [
  { rooms: 25, perRoom: 4 },
  { rooms: 100, perRoom: 4 },
  { rooms: 1, perRoom: 50 },
  { rooms: 1, perRoom: 200 },
].map((shape) => ({
  ...shape,
  people: shape.rooms * shape.perRoom,
  name: `${shape.rooms} ${shape.rooms === 1 ? "room" : "rooms"} × ${shape.perRoom}`,
}));

/** What counts and weighs, but times nothing: when everything is measured in short, these go on beside each other. */
const COUNTED = [["memory"], ["durability"], ["histories", "power-cut"]] as const;

type Measured = { tables?: Table[]; verdicts?: Verdict[] };

const measures: Record<string, () => Promise<Measured>> = {
  latency: async () => {
    const tables: Table[] = [];
    for (const shape of SHAPES) {
      const columns = ["seen p50", "seen p99", "taken p50", "taken p99"];
      const rows = await compare([assay, ...servers], async (one) => {
        const { p50, p99, stored50, stored99 } = await latency(one, shape, full ? 4 : 1);
        return [p50, p99, stored50, stored99];
      });
      const title = `Latency, ${shape.name}`;
      const about =
        "Milliseconds from a key until a colleague has it, and until the server says that it took it (Assay: on disk; Hocuspocus: in memory). Five keys a second each.";
      tables.push({ title, about, columns, rows, ratios: true });
    }
    return { tables };
  },

  saturation: async () => {
    const tables: Table[] = [];
    for (const shape of [SHAPES[0], SHAPES[2]]) {
      if (!shape) continue;
      const columns = ["edits/s", "deliveries/s", "CPU µs/edit"];
      const edits = (shape.rooms === 1 ? 20_000 : 120_000) / (full ? 1 : 8);
      const rows = await compare([assay, ...everyone.slice(1)], async (one) => {
        const { edits: taken, deliveries, cpu } = await saturation(one, shape, edits);
        return [taken, deliveries, cpu];
      });
      const title = `Saturation, ${shape.name}`;
      const about =
        "Everybody types as fast as the next person receives it. More is better, but for the processor's time.";
      tables.push({ title, about, columns, rows, ratios: true });
    }
    return { tables };
  },

  join: async () => {
    const columns = ["200 KB of history", "5,000 updates, after a restart", "500 into 100 rooms"];
    const rows = await compare([assay, ...withDocuments], async (one) => {
      const { history, restart, storm } = await joining(one, full ? 7 : 3);
      return [history, restart, storm];
    });
    const about = "Milliseconds until the whole document is there; the storm until everybody has it. Less is better.";
    return { tables: [{ title: "Coming in", about, columns, rows, ratios: true }] };
  },

  memory: async () => {
    const columns = ["KB per connection", "KB per open document of 10 KB", "left after all left (× start)"];
    // Nothing is timed here, so all of them are weighed at once.
    const weigh = async (one: Contestant) => {
      const { connection, document, left } = await memory(one);
      return [connection / 1_024, document / 1_024, left];
    };
    const rows = (await Promise.all([assay, ...withDocuments].map((one) => compare([one], weigh)))).flat();
    const about =
      "Heap and buffers after a collection; documents when nobody has edited them for 25 s. Less is better.";
    return { tables: [{ title: "Memory", about, columns, rows, ratios: true }] };
  },

  reconnect: async () => {
    const rows = await compare([assay, ...withDocuments.filter(({ keeps }) => keeps)], async (one) => [
      await reconnect(one),
    ]);
    const about =
      "Milliseconds from a restarted server's first word until 200 clients in 20 rooms, which try every 50 ms, have their documents again. Less is better.";
    const table = { title: "Coming back", about, columns: ["200 clients"], rows, ratios: true };
    return { tables: [table], verdicts: await openCards() };
  },

  pages: () => (full ? following([0, 20, 100], 30) : following([20], 3)),

  durability: async () => ({ verdicts: await durability(full ? 100 : 5) }),

  histories: async () => ({ verdicts: await manyHistories(full ? 5_000 : 300) }),

  "power-cut": async () => ({ verdicts: await powerCut(full ? 4_000 : 500) }),

  guard: async () => ({ verdicts: [...guardCost(), ...(await mutatedFrames(full ? 1_000_000 : 50_000))] }),

  abuse: async () => ({ verdicts: await abuse(full ? 10 : 3) }),

  find: async () => ({ verdicts: await finding(full ? 10_000 : 3_000) }),

  precedents: async () => ({ verdicts: await lookingUp(full ? 100_000 : 10_000) }),

  audit: async () => ({ verdicts: await verifying(full ? 1_000_000 : 200_000) }),
  release: () => releases(full ? { small: 1_000, large: 10_000, runs } : { small: 100, large: 1_000, runs }),
};

/** Each contestant in turn, as often as the mode wants; the median of each number. */
async function compare(contestants: readonly Contestant[], measure: (one: Contestant) => Promise<number[]>) {
  const rows: Table["rows"] = [];
  for (const one of contestants) {
    const times: number[][] = [];
    for (let run = 0; run < runs; run++) times.push(await attempt(one, measure));
    const [first = []] = times;
    rows.push({
      name: one.name,
      values: first.map((_, at) => median(times.map((values) => values[at] ?? Number.NaN))),
    });
    console.log(`  ${one.name}`);
  }
  return rows;
}

/** A server that does not get through is a result, not a reason to stop. */
async function attempt(one: Contestant, measure: (one: Contestant) => Promise<number[]>): Promise<number[]> {
  try {
    return await measure(one);
  } catch (error) {
    console.log(`  ${one.name} did not get through: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

function versionsOf(names: readonly string[], folder: string): Record<string, string> {
  const read = (name: string) =>
    JSON.parse(
      readFileSync(fileURLToPath(new URL(`${folder}/node_modules/${name}/package.json`, import.meta.url)), "utf8"),
    );
  return Object.fromEntries(names.map((name) => [name, (read(name) as { version: string }).version]));
}

const isWhole = names.length === 0;
const apart: readonly string[] = isWhole && !full ? COUNTED.flat() : [];
const chosen = Object.entries(measures).filter(([name]) => (isWhole ? !apart.includes(name) : names.includes(name)));
if (names.includes("report")) writeReport();
if (!full && isWhole) console.log("\nThe screens are not measured in short: `npm run bench -- ui` does it.");
if (names.includes("ui") || (full && isWhole)) await screens();
if (chosen.length > 0) installPeers();
const counted = apart.length === 0 || (await Promise.all(COUNTED.map(inProcess))).every((code) => code === 0);
const held = chosen.length === 0 || (await server()).verdicts.every((one) => one.held);
process.exit(counted && held ? 0 : 1);

/** Measures in a process of its own; what it printed is printed when it is over. Returns its exit code. */
async function inProcess(measurements: readonly string[]): Promise<number> {
  const script = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, [...process.execArgv, script, ...measurements], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  console.log(printed.trimEnd());
  return code ?? 1;
}

async function screens(): Promise<void> {
  const runs = 5;
  console.log("\nui");
  const { felt, browser } = await feel(runs);
  console.log(`\n${feltMarkdown(felt)}`);
  keepFelt(`npm run bench -- ${names[0] ?? "--full"}`, { runs, browser, felt });
}

async function server(): Promise<Results> {
  const versions = {
    node: process.versions.node,
    ...versionsOf(["yjs", "ws", "y-websocket", "better-sqlite3"], ".."),
    ...versionsOf(["@y/websocket-server", "y-leveldb", "@hocuspocus/server"], "peers"),
  };
  const results: Results = {
    command: `npm run bench${full ? " -- --full" : ""}`,
    mode: full ? "full" : "short",
    tables: [],
    verdicts: [],
    goals: [],
  };
  for (const [name, measure] of chosen) {
    console.log(`\n${name}`);
    const start = performance.now();
    const { tables = [], verdicts = [] } = await measure();
    console.log(`  measured in ${((performance.now() - start) / 1_000).toFixed(0)} s`);
    const from = { of: name, on: today() };
    results.tables.push(...tables.map((table) => ({ ...table, ...from })));
    results.verdicts.push(...verdicts.map((verdict) => ({ ...verdict, ...from })));
    results.goals = reached(results.tables);
    for (const table of tables) console.log(`\n${markdown(table)}`);
    if (verdicts.length > 0) console.log(`\n${verdictsMarkdown(verdicts)}`);
    if (full) keepResults(results, versions, Object.keys(measures));
  }
  if (results.goals.length > 0) console.log(`\n${verdictsMarkdown(results.goals, "Goals")}`);
  return results;
}
