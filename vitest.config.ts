import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{app,server,db,domain,scripts}/**/*.test.{ts,tsx}"],
    setupFiles: ["./scripts/unexpected-console.ts"],
    pool: "threads",
    // Modules are loaded once for each worker: loading them anew for each file took two thirds of its time.
    isolate: false,
    // Some tests start processes of their own, and measure how long others wait.
    maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
    testTimeout: 60_000,
  },
});
