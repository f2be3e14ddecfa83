import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{app,server,db,domain,scripts}/**/*.test.{ts,tsx}"],
    setupFiles: ["./scripts/unexpected-console.ts"],
    pool: "threads",
    testTimeout: 60_000,
  },
});
