import type { Storage } from "#db/client.ts";
import type { Log } from "#server/log.ts";

export type Health = { writable: boolean; reason: string | null };

const PROBE_MS = 1_000;
/** After these the file may differ from what was acknowledged, so only a restart with its checks may write again. */
const UNTRUSTED = /^SQLITE_(CORRUPT|NOTADB|IOERR_FSYNC)/;
const DISK = /^SQLITE_(FULL|IOERR|READONLY|BUSY|LOCKED|CANTOPEN|NOMEM|PERM|AUTH|CORRUPT|NOTADB|PROTOCOL)/;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Whether the whole file is concerned, not one document's rows. Looks at the cause too: drizzle wraps errors. */
export function isStorageError(error: unknown): boolean {
  return (
    DISK.test(codeOf(error)) || (error instanceof Error && error.cause !== undefined && isStorageError(error.cause))
  );
}

/** Whether only a new start with its checks may go on with the file. */
export const isUntrusted = (error: unknown): boolean => UNTRUSTED.test(codeOf(error));

type HealthOptions = {
  storage: Storage;
  log: Log;
  onRecovered: () => void;
  onChange: (health: Health) => void;
  /** The file may hold something else than what was acknowledged: nothing may be written before a new start. */
  onUntrusted: (reason: string) => void;
};

/** Remembers whether the database takes writes, and finds out by itself when it does again. */
export function createStorageHealth(options: HealthOptions) {
  const { storage, log } = options;
  let health: Health = { writable: true, reason: null };
  let probe: NodeJS.Timeout | null = null;

  function failed(error: unknown): void {
    const code = codeOf(error) || codeOf(error instanceof Error ? error.cause : null);
    log.error({ err: error }, "storage does not take writes");
    become({ writable: false, reason: code });
    if (UNTRUSTED.test(code)) options.onUntrusted(code);
    else probe ??= setInterval(tryAgain, PROBE_MS).unref();
  }

  function become(next: Health): void {
    const isNews = next.reason !== health.reason;
    health = next;
    if (isNews) options.onChange(next);
  }

  function tryAgain(): void {
    if (storage.sqlite.inTransaction) return;
    try {
      const version = storage.sqlite.pragma("user_version", { simple: true });
      storage.sqlite.pragma(`user_version = ${Number(version)}`);
      if (storage.sqlite.pragma("query_only", { simple: true }) === 1) return;
    } catch {
      return;
    }
    stop();
    become({ writable: true, reason: null });
    log.info("storage takes writes again");
    options.onRecovered();
  }

  function stop(): void {
    if (probe) clearInterval(probe);
    probe = null;
  }

  return { current: (): Health => health, failed, tryAgain, stop };
}

export type StorageHealth = ReturnType<typeof createStorageHealth>;
