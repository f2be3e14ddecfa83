import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { refusal } from "#domain/words/refusal.ts";
import type { Check } from "#server/import/check.ts";
import { isPacked, readFile } from "#server/import/read-file.ts";
import { type Summary, summaryOf } from "#server/import/summary.ts";
import type { Mapping } from "#server/import/table.ts";

export type ToRead = { bytes: Uint8Array; mapping: Mapping | null };
type Use<T> = (summary: Summary, parts: AsyncGenerator<Check[]>) => Promise<T>;

/** So many checks are handed over at once: they are stored in some milliseconds. */
const PER_PART = 200;
const MOST_MS = 60_000;
const MOST_MB = 512;

/** Bytes that are read in some milliseconds, unless a thousand times as many are packed in them; a thread would take longer to start. */
const SMALL = 16 * 1_024;

/**
 * Reads a file in a thread of its own, so that nobody waits for it, whatever is in it.
 * @throws AppError bad_input when it takes too long or too much memory.
 */
export async function readApart<T>(file: ToRead, use: Use<T>): Promise<T> {
  if (file.bytes.length > SMALL || isPacked(file.bytes)) return readInThread(file, use);
  const reading = readFile(file.bytes, file.mapping);
  return use(summaryOf(reading), partsOf(reading.checks));
}

async function* partsOf(checks: readonly Check[]): AsyncGenerator<Check[]> {
  for (let from = 0; from < checks.length; from += PER_PART) yield checks.slice(from, from + PER_PART);
}

async function readInThread<T>(file: ToRead, use: Use<T>): Promise<T> {
  const worker = new Worker(new URL("./reader.ts", import.meta.url), {
    workerData: { ...file, perPart: PER_PART },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
  });
  // Whoever waits for a message hears of it; nobody else has to.
  worker.on("error", () => {});
  try {
    const summary = await heard<Summary>(worker);
    return await use(summary, partsFrom(worker, summary.count));
  } finally {
    await worker.terminate();
  }
}

async function* partsFrom(worker: Worker, count: number): AsyncGenerator<Check[]> {
  for (let given = 0; given < count; given += PER_PART) {
    worker.postMessage("more");
    yield await heard<Check[]>(worker);
  }
}

async function heard<T>(worker: Worker): Promise<T> {
  try {
    const [message] = await once(worker, "message", { signal: AbortSignal.timeout(MOST_MS) });
    return message as T;
  } catch (cause) {
    throw isTooHard(cause) ? Object.assign(refusal("bad_input", "precedents", "too_hard"), { cause }) : cause;
  }
}

const isTooHard = (cause: unknown): boolean =>
  cause instanceof Error &&
  (cause.name === "AbortError" || (cause as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY");
