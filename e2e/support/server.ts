import type { Role } from "#domain/roles.ts";
import { readSettings } from "#server/env.ts";
import { createLog } from "#server/log.ts";
import { start } from "#server/start.ts";

// A desk for one test, in a process of its own so that a test can kill it. Prints one line of JSON when it is ready.
// Arguments: a data folder, a port (0 = any), and the people as JSON (none when the folder already has them).

const [folder = "", port = "0", people = "[]"] = process.argv.slice(2);
const settings = { ...readSettings({ PORT: port, ASSAY_DATA: folder, LOG_LEVEL: process.env.LOG_LEVEL ?? "error" }) };
const { url, services, stop } = await start({ settings, log: createLog(settings.LOG_LEVEL), production: true });
const wanted = JSON.parse(people) as { name: string; email: string; role: Role }[];
const members = wanted.length > 0 ? services.desk.setUpDemo("Test desk", wanted) : [];
const setUp = services.desk.offerSetUp();
process.stdout.write(
  `${JSON.stringify({ url, setUp, links: members.map((one) => ({ name: one.member.name, url: one.url })) })}\n`,
);
process.on("SIGTERM", async () => {
  await stop();
  process.exit(0);
});
