import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const SHAPING = ["server/export/*.ts", "server/proof/**/*.{ts,js}", "domain/**/*.{ts,json}", "package-lock.json"];

let hash: string | null = null;

/** The SHA-256 of everything in this program that shapes a bundle: while it is the same, a release gives the same bytes. */
export function programHash(): string {
  hash ??= hashOf(globSync(SHAPING, { cwd: root }).sort());
  return hash;
}

function hashOf(files: readonly string[]): string {
  const sum = createHash("sha256");
  for (const file of files)
    sum
      .update(file.replaceAll("\\", "/"))
      .update("\0")
      .update(readFileSync(root + file))
      .update("\0");
  return sum.digest("hex");
}
