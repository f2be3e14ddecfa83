import { statfs } from "node:fs/promises";
import type { Check } from "#server/readiness/readiness.ts";

const MB = 1024 * 1024;
const LEAST = { percent: 5, bytes: 64 * MB };

type Space = { bavail: number; blocks: number; bsize: number };

/** Whether the disk with the data has room left: 5 % of it, and 64 MB. */
export function freeSpace(folder: string, ask: (folder: string) => Promise<Space> = statfs): Check {
  return async () => {
    const { bavail, blocks, bsize } = await ask(folder);
    const bytes = bavail * bsize;
    const percent = (bavail / blocks) * 100;
    if (percent >= LEAST.percent && bytes >= LEAST.bytes) return null;
    const free = `${Math.floor(percent)} % (${Math.floor(bytes / MB)} MB)`;
    return `The disk with the data has ${free} free. Make room on it until 5 % and 64 MB are free.`;
  };
}
