import { run } from "#server/cli/run.ts";

process.exitCode = await run(process.argv.slice(2));
