import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
    writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw refusal(folder, file, error);
  }
  return () => rmSync(file, { force: true });
}

function refusal(folder: string, file: string, cause: unknown): Error {
  const isHeld = (cause as NodeJS.ErrnoException).code === "EEXIST";
  const message = isHeld
    ? `Another Assay (process ${holderOf(file)}) runs on ${folder}. Stop it first, or set ASSAY_DATA to another folder.`
    : `Assay cannot write to ${folder}. Give it the right to, or set ASSAY_DATA to another folder.`;
  return new Error(message, { cause });
}

/** Takes away the lock of a process that is gone, and one without a process in it, as a power cut leaves it. */
function removeLeftover(file: string): void {
  const holder = holderOf(file);
  if (existsSync(file) && (holder === null || !isRunning(holder))) rmSync(file);
}

/** Whether another process runs the desk in a folder. */
export function isRunElsewhere(folder: string): boolean {
  const holder = holderOf(join(folder, "assay.lock"));
  return holder !== null && isRunning(holder);
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
