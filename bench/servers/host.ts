import { flushCompileCache } from "node:module";

/** What a measured server tells the bench once it listens. */
export type Ready = {
  port: number;
  /** Paths of the rooms, in order; without, room number n is `/room-n`. */
  paths?: string[];
  /** The path of the live channel of their case. */
  live?: string;
  /** Headers with which person number n comes in. */
  headers?: Record<string, string>[];
};

/** Processor time in microseconds since the start, memory in bytes. */
export type Usage = { cpu: number; heap: number; external: number };

/** Says that the server listens, and answers the bench's questions from then on. */
export function host(ready: Ready): void {
  // One that is killed would leave nothing of what it compiled to the next.
  flushCompileCache();
  process.on("message", (question) => {
    if (question === "collect") for (let round = 0; round < 3; round++) globalThis.gc?.();
    process.send?.({ usage: usage() });
  });
  process.on("disconnect", () => process.exit());
  process.send?.({ ready });
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  const { heapUsed, external } = process.memoryUsage();
  return { cpu: user + system, heap: heapUsed, external };
}
