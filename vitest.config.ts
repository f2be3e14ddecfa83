import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{app,server,db,domain,scripts}/**/*.test.{ts,tsx}"],
    setupFiles: ["./scripts/unexpected-console.ts"],
    pool: "threads",
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});
