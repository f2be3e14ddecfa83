import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/**
 * Keeps a second server off the same folder: two processes would hold two copies of every card and lose words.
 * Returns the function that gives the lock back.
 * @throws Error naming the process that holds it.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, "assay.lock");
  removeLeftover(file);
  try {
    const handle = openSync(file, "wx", 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
  } catch {
    throw new Error(
      `Another Assay (process ${holderOf(file)}) runs on ${folder}. Stop it first, or set ASSAY_DATA to another folder.`,
    );
  }
  return () => rmSync(file, { force: true });
}

function removeLeftover(file: string): void {
  const holder = holderOf(file);
  if (holder !== null && !isRunning(holder)) rmSync(file, { force: true });
}

function holderOf(file: string): number | null {
  try {
    return Number.parseInt(readFileSync(file, "utf8"), 10) || null;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
