import { parentPort, workerData } from "node:worker_threads";
import type { ToRead } from "#server/import/read-apart.ts";
import { readFile } from "#server/import/read-file.ts";
import { summaryOf } from "#server/import/summary.ts";

// A thread of its own for one file. It says what the file holds, then gives its checks, a part each time it is asked.
const { bytes, mapping, perPart } = workerData as ToRead & { perPart: number };
const reading = readFile(bytes, mapping);
const { checks } = reading;
let from = 0;
parentPort?.on("message", () => {
  parentPort?.postMessage(checks.slice(from, from + perPart));
  from += perPart;
});
parentPort?.postMessage(summaryOf(reading));
