import { statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";

/**
 * Checks a database file whose last process did not end cleanly, before anything else opens it. It reads the whole file.
 * @throws Error with a sentence when the file is damaged; nothing in it has been changed, however often it is tried.
 */
export function checkFile(file: string): void {
  if (!isLeftBehind(file)) return;
  // A connection that may write would take over and remove the write-ahead log when it is closed.
  const sqlite = new Database(file, { readonly: true });
  try {
    const finding = sqlite.pragma("quick_check(1)", { simple: true });
    if (finding !== "ok") throw damaged(file, String(finding));
  } catch (error) {
    throw isDamage(error) ? damaged(file, error.message) : error;
  } finally {
    sqlite.close();
  }
}

/** SQLite takes its write-ahead log away at a clean end. */
const isLeftBehind = (file: string) => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

export const isDamage = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code));

export const damaged = (file: string, finding: string) =>
  new Error(
    `The database ${file} is damaged (${finding.trim().replaceAll("\n", " ")}). Assay did not start and changed nothing. Move everything out of ${dirname(file)} to a safe place, put your last good copy of assay.sqlite there, and start again.`,
  );
