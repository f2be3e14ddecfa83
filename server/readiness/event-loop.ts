import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Check } from "#server/readiness/readiness.ts";

const MOST_MS = 200;
/** What is told covers the last window and the one that is running. */
const WINDOW_MS = 5_000;
/** How often the delay is sampled. Node counts this time as part of each delay. */
const SAMPLE_MS = 20;

/** Whether the process gets to its work in time: of a hundred moments of the last seconds, 99 waited under 200 ms. */
export function eventLoop(): { check: Check; stop: () => void } {
  const delay = monitorEventLoopDelay({ resolution: SAMPLE_MS });
  delay.enable();
  let before = 0;
  const lag = () => Math.max(0, delay.percentile(99) / 1e6 - SAMPLE_MS);
  const turn = setInterval(() => {
    before = lag();
    delay.reset();
  }, WINDOW_MS).unref();
  const check = () => {
    const ms = Math.round(Math.max(before, lag()));
    if (ms <= MOST_MS) return null;
    return `The server is ${ms} ms late with its work, and should be ${MOST_MS} at most. It needs a faster machine or fewer people.`;
  };
  const stop = () => {
    clearInterval(turn);
    delay.disable();
  };
  return { check, stop };
}
