import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export type FoundBrowser = { path: string; where: string };

/** Finds a Chromium: Playwright's own, the system's, else Playwright's download, else Debian's package. */
export function findChromium(): FoundBrowser {
  return ownBrowser("Playwright's own") ?? systemBrowser() ?? downloaded() ?? installed() ?? noBrowser();
}

function ownBrowser(where: string): FoundBrowser | null {
  const path = chromium.executablePath();
  return existsSync(path) ? { path, where } : null;
}

function systemBrowser(where = "the system's"): FoundBrowser | null {
  const path = SYSTEM.find((one) => existsSync(one));
  return path ? { path, where } : null;
}

function downloaded(): FoundBrowser | null {
  console.log("No Chromium here yet. Trying Playwright's download …");
  const done = spawnSync("npx", ["playwright", "install", "--only-shell", "chromium"], {
    stdio: "ignore",
    timeout: 240_000,
  });
  return done.status === 0 ? ownBrowser("downloaded by Playwright") : null;
}

function installed(): FoundBrowser | null {
  // The headless shell has no windows to draw, and takes a third less of the processor than the whole browser.
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  console.log("That did not work. Installing Debian's chromium-headless-shell …");
  spawnSync("apt-get", ["update"], { stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium-headless-shell"], { stdio: "inherit" });
  return systemBrowser("Debian's package");
}

function noBrowser(): never {
  throw new Error(
    "The browser tests need a Chromium. Install one (for example `apt-get install chromium`, or `npx playwright install chromium`) and run `npm test` again.",
  );
}
