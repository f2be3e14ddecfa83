import { existsSync, writeFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { destination } from "pino";
import type { Role } from "#domain/roles.ts";
import { readSettings } from "#server/env.ts";
import { createLog } from "#server/log.ts";
import { type Running, start } from "#server/start.ts";
import { emptyDatabase } from "#server/testing/empty-database.ts";
import { freePort } from "#server/testing/free-port.ts";

// A process in which the desks of the tests run, one after another: what takes long is loading the program, not opening
// a desk. A test kills it whole; the next desk, or the same on its folder, is opened in a new one.

export type Opening = {
  folder: string;
  port: number;
  people: { name: string; email: string; role: Role }[];
  /** Whether the desk is told its own address, as one that strangers reach is. */
  hasAddress: boolean;
};
export type Ready = { url: string; setUp: string | null; links: { name: string; url: string }[] };
export type Order = { open: Opening } | { close: string };
export type Report = Ready | { failed: string } | null;

// Desks of one worker stand at one address one after another, as browsers know by it which scripts they have. It is below
// those that systems give to whoever asks for any.
const USUAL_PORT = 21_800 + Number(process.env.TEST_PARALLEL_INDEX ?? 0);

const running = new Map<string, Running>();

process.on("message", async (order: Order) => {
  const report: Report = await ("open" in order ? open(order.open) : close(order.close)).catch((error: Error) => ({
    failed: error.message,
  }));
  process.send?.(report);
});
process.on("disconnect", () => process.exit(0));

async function open({ folder, port: wanted, people, hasAddress }: Opening): Promise<Ready> {
  const port = wanted || (await freePort(USUAL_PORT));
  const settings = readSettings({
    PORT: String(port),
    ASSAY_ORIGIN: hasAddress ? `http://localhost:${port}` : "",
    ASSAY_DATA: folder,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
  });
  // What goes wrong in a desk stands beside the test that it goes wrong in.
  const log = createLog(settings.LOG_LEVEL, destination({ fd: 2, sync: true }));
  const file = join(folder, "assay.sqlite");
  if (!existsSync(file)) writeFileSync(file, emptyDatabase());
  const desk = await start({ settings, log, production: true });
  running.set(folder, desk);
  // A process that a test kills would leave nothing to the next.
  flushCompileCache();
  const members = people.length > 0 ? desk.services.desk.setUpDemo("Test desk", people) : [];
  const links = members.map((one) => ({ name: one.member.name, url: one.url }));
  return { url: desk.url, setUp: desk.services.desk.offerSetUp(), links };
}

async function close(folder: string): Promise<null> {
  await running.get(folder)?.stop();
  running.delete(folder);
  return null;
}
