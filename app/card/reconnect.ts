import type { WebsocketProvider } from "y-websocket";

const AT_LEAST_MS = 100;
const FIRST_SPAN_MS = 1_500;
const LONGEST_SPAN_MS = 8_000;
/** More attempts than any wait of the stock client's own needs to reach its bound. */
const STEEP = 20;

/** How long to wait before an attempt, 0 being the first: at random, so that a restart does not bring all tabs back at once. */
export function waitBefore(attempt: number, random: () => number): number {
  return AT_LEAST_MS + random() * Math.min(LONGEST_SPAN_MS, FIRST_SPAN_MS * 2 ** attempt);
}

/**
 * Gives the stock client its wait. It takes the smaller of 100 ms × 2ⁿ and `maxBackoffTime` right after it has told of
 * a closed connection, so that with a high n the bound is the wait.
 */
export function spreadAttempts(provider: WebsocketProvider, random: () => number): void {
  let attempt = 0;
  provider.on("sync", (synced) => {
    if (synced) attempt = 0;
  });
  provider.on("connection-close", () => {
    provider.wsUnsuccessfulReconnects = STEEP;
    provider.maxBackoffTime = waitBefore(attempt, random);
    attempt += 1;
  });
}
