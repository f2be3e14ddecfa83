import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let kept = "";

/**
 * Where the programs that are started keep what they compiled, as `npm start` does: what one start compiled, the next one
 * finds. Nothing is left over from other runs of the bench.
 */
export function compiled(): { NODE_COMPILE_CACHE: string } {
  if (!kept) {
    kept = mkdtempSync(join(tmpdir(), "assay-bench-compiled-"));
    process.once("exit", () => rmSync(kept, { recursive: true, force: true }));
  }
  return { NODE_COMPILE_CACHE: kept };
}
