import { readSettings } from "#server/env.ts";
import { createLog } from "#server/log.ts";
import { start } from "#server/start.ts";
import { stopOnSignal } from "#server/stop-on-signal.ts";

const say = (text: string) => process.stdout.write(`${text}\n`);
// React and Express pick their production halves by this name, and both are loaded after it is set.
process.env.NODE_ENV ??= "production";
const production = process.env.NODE_ENV !== "development";

try {
  const settings = readSettings(process.env);
  const log = createLog(settings.LOG_LEVEL);
  const running = await start({ settings, log, production, onUntrusted });
  const setUp = running.services.desk.offerSetUp();
  say(`\nAssay is ready: ${running.url}`);
  if (setUp) say(`First start. Make the owner's account here (the link works once):\n  ${setUp}`);
  stopOnSignal(running.stop);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** EX_SOFTWARE of sysexits(3): whoever supervises the process starts it again, and the start checks the file. */
function onUntrusted(reason: string): void {
  process.stderr.write(
    `Assay stops: the disk failed (${reason}), so what the database holds is not certain. Start it again; the start checks the file. Everything that was shown as saved before is in it.\n`,
  );
  process.exit(70);
}
