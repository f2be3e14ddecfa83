import { closeSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { settle } from "#server/cli/checked-copy.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** As shells say that a command was stopped with Ctrl+C. */
const STOPPED = 130;

/**
 * Writes a file under another name beside its place, and puts it there when it is whole. What is left of one that fails or
 * is stopped is taken away. Nothing that stands under the other name is written through, a link for one.
 */
export async function writeWhole<T>(file: string, mode: number, write: (part: string) => T | Promise<T>): Promise<T> {
  const part = `${file}.${process.pid}.part`;
  const takeAway = () => {
    for (const end of ["", "-wal", "-shm"]) rmSync(part + end, { force: true });
  };
  const stop = () => {
    takeAway();
    process.exit(STOPPED);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    takeAway();
    closeSync(openSync(part, "wx", mode));
    const written = await write(part);
    settle(part);
    renameSync(part, file);
    settle(dirname(file));
    return written;
  } finally {
    takeAway();
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}
