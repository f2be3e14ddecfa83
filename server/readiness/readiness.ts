import type { Log } from "#server/log.ts";

/** Looks at one thing, and returns the sentence that says what is wrong with it; null when nothing is. */
export type Check = () => string | null | Promise<string | null>;

export type Readiness = { ok: boolean; checks: Record<string, { ok: boolean; reason: string | null }> };

/** Whoever asks, and however often: the checks are made once in this time. */
const FRESH_MS = 1_000;

export type ReadinessOptions = { checks: Record<string, Check>; log: Log; now: () => number };

/** Says whether the process can do its work now. Asking often is no way to keep it busy: an answer serves a second. */
export function createReadiness({ checks, log, now }: ReadinessOptions): () => Promise<Readiness> {
  let askedAt = Number.NEGATIVE_INFINITY;
  let answer: Promise<Readiness> | null = null;

  async function ask(): Promise<Readiness> {
    const made = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await run(name, check)]));
    const results: Readiness["checks"] = Object.fromEntries(made);
    return { ok: Object.values(results).every(({ ok }) => ok), checks: results };
  }

  async function run(name: string, check: Check) {
    try {
      const reason = await check();
      return { ok: reason === null, reason };
    } catch (error) {
      log.error({ err: error, check: name }, "a check of readiness failed");
      return { ok: false, reason: "This could not be looked at. The server's log says why." };
    }
  }

  return () => {
    if (answer && now() - askedAt < FRESH_MS) return answer;
    askedAt = now();
    answer = ask();
    return answer;
  };
}
