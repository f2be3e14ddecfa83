import { createHistogram } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { assay, Running } from "../contestants.ts";
import { type OpenPage, openPage } from "../load/page.ts";
import { fill, prepare, type } from "../load/room.ts";
import type { Table, Verdict } from "../results.ts";

const KEY_MS = 200;
/** Until each page is loaded as often as it will be, and the server knows its way: once for each of so many. */
const warmUp = (pages: number) => Math.max(2_000, pages * 150);
/** How often all pages of a case are loaded a second at most, however many have it open. */
const MOST = 10;

/** What typing is for somebody while others have the case open, whose pages are loaded again for it. */
export async function following(
  pagesOpen: readonly number[],
  seconds: number,
): Promise<{ tables: Table[]; verdicts: Verdict[] }> {
  const rows: Table["rows"] = [];
  for (const pages of pagesOpen) {
    rows.push({ name: pages === 0 ? "nobody's page" : `${pages} pages`, values: await typed(pages, seconds) });
    console.log(`  ${pages} pages`);
  }
  const about =
    "Somebody types five keys a second on a card while others have it open: milliseconds until a key is on disk, pages that are loaded again a second, and how much of a processor the server takes.";
  const columns = ["taken p50", "taken p99", "loads/s", "% of a processor"];
  const most = Math.max(...rows.map(({ values }) => values[2] ?? 0));
  return {
    tables: [{ title: "With the case open", about, columns, rows, ratios: false }],
    verdicts: [
      {
        promise: `However many have a case open, their pages are loaded ${MOST} times a second at most`,
        figure: `${most.toFixed(1)} a second`,
        // What is loaded at the beginning and at the end may be one more each.
        held: most <= MOST + 2 / seconds,
      },
    ],
  };
}

async function typed(pages: number, seconds: number): Promise<number[]> {
  const server = await Running.start(assay, { rooms: 1, people: Math.max(1, pages) });
  const open: OpenPage[] = [];
  try {
    for (let page = 0; page < pages; page++) open.push(await openPage(server, page, page / pages));
    const keys = Math.ceil((seconds * 1_000 + warmUp(pages)) / KEY_MS);
    const [[writer] = []] = await fill(server, { rooms: 1, perRoom: 1, people: 1 }, prepare(1, keys + 10));
    if (!writer) throw new Error("Nobody came in.");
    const [times, taken] = [[] as bigint[], createHistogram()];
    let isCounted = false;
    writer.onStored = (count) => {
      for (; writer.stored < count; writer.stored++) {
        const since = times[writer.stored];
        if (isCounted && since !== undefined) taken.record(Number(process.hrtime.bigint() - since) || 1);
      }
    };
    const typeFor = async (ms: number) => {
      for (const end = performance.now() + ms; performance.now() < end; await pause(KEY_MS)) {
        times[writer.sent] = process.hrtime.bigint();
        type(writer);
      }
    };
    const loads = () => open.reduce((sum, page) => sum + page.loads, 0);
    await typeFor(warmUp(pages));
    const [loaded, used, start] = [loads(), (await server.usage()).cpu, performance.now()];
    isCounted = true;
    await typeFor(seconds * 1_000);
    const took = (performance.now() - start) / 1_000;
    const [more, cpu] = [loads() - loaded, (await server.usage()).cpu - used];
    return [taken.percentile(50) / 1e6, taken.percentile(99) / 1e6, more / took, cpu / 1e4 / took];
  } finally {
    await Promise.all(open.map((page) => page.close()));
    await server.end();
  }
}
