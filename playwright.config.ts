import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.ts";

const executablePath = process.env.ASSAY_CHROMIUM ?? findChromium().path;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  fullyParallel: false,
  // Half of them is a browser's, the other half the desk's that it talks to.
  workers: Math.max(2, Math.floor(availableParallelism() / 2)),
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  outputDir: "test-results/browser",
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  use: {
    actionTimeout: 15_000,
    locale: "en-GB",
    timezoneId: "UTC",
    // Recording takes a third of the time; `ASSAY_TRACE=on npm run test:e2e` writes a trace of what fails.
    trace: process.env.ASSAY_TRACE === "on" ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // One tile of the picture for the whole page: without a graphics card each is drawn by the processor.
        "--default-tile-width=1440",
        "--default-tile-height=900",
      ],
    },
  },
});
