import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSettings } from "#server/env.ts";
import { createLog } from "#server/log.ts";
import { start } from "#server/start.ts";

let folder: string;
let other: Server;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-start-"));
  other = createServer();
});

afterEach(async () => {
  await new Promise((resolve) => other.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const listen = (port: number) =>
  new Promise<number>((resolve, reject) => {
    other.once("error", reject);
    other.listen(port, "127.0.0.1", () => resolve((other.address() as AddressInfo).port));
  });

const startWith = (given: Record<string, string>) =>
  start({ settings: readSettings({ ASSAY_DATA: folder, ...given }), log: createLog("silent"), production: true });

test("[HT12] an address that others can reach needs ASSAY_ORIGIN; the start ends, and port and folder are free again", async () => {
  const port = await listen(0);
  await new Promise((resolve) => other.close(resolve));
  await expect(startWith({ HOST: "0.0.0.0", PORT: String(port) })).rejects.toThrow(
    "Set ASSAY_ORIGIN to the address they type",
  );
  expect(readdirSync(folder)).toEqual([]);
  expect(await listen(port)).toBe(port);
});

test("[HT12] a port that is in use is named, and the folder is free again", async () => {
  const port = await listen(0);
  await expect(startWith({ PORT: String(port) })).rejects.toThrow(`Port ${port} is in use.`);
  expect(readdirSync(folder)).toEqual([]);
});
