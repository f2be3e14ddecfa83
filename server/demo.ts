import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "#domain/roles.ts";
import { readSettings } from "#server/env.ts";
import { createLog } from "#server/log.ts";
import { makeSampleCase } from "#server/sample/sample-case.ts";
import { start } from "#server/start.ts";
import { stopOnSignal } from "#server/stop-on-signal.ts";

const CAST: { name: string; email: string; role: Role }[] = [
  { name: "Ana Noori", email: "ana@demo.invalid", role: "admin" },
  { name: "Bo Lindqvist", email: "bo@demo.invalid", role: "editor" },
  { name: "Chen Wei", email: "chen@demo.invalid", role: "analyst" },
  { name: "Dalia Haddad", email: "dalia@demo.invalid", role: "analyst" },
];

const say = (text: string) => process.stdout.write(`${text}\n`);

// React and Express pick their production halves by this name.
process.env.NODE_ENV ??= "production";

/** The same program on a folder that is thrown away, this machine only, with the sample case and four members. */
try {
  const folder = mkdtempSync(join(tmpdir(), "assay-demo-"));
  const settings = { ...readSettings(process.env), HOST: "127.0.0.1", ASSAY_ORIGIN: undefined, ASSAY_DATA: folder };
  const { url, services, context, stop } = await start({
    settings,
    log: createLog("warn"),
    production: true,
    demo: true,
  });
  const members = services.desk.setUpDemo("Demo desk", CAST);
  const [ana, bo, chen] = members.map((one) => one.member);
  if (ana && bo && chen)
    makeSampleCase({ services, rooms: context.rooms }, { editor: ana, analyst: chen, reviewer: bo });
  say(
    `\nThe demo is ready: ${url}\nOpen two of these links in two different browsers (or one private window) to see two people on one card:\n`,
  );
  for (const { member, url: link } of members) say(`  ${member.name.padEnd(14)} ${member.role.padEnd(8)} ${link}`);
  say("\nEverything in it is thrown away when you stop it with Ctrl+C.");
  stopOnSignal(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
