import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { recordWords } from "#server/cli/audit.ts";
import { openChecked, sumsOf } from "#server/cli/checked-copy.ts";
import { type Answer, type Command, pathFrom, progress, readWords, WrongUse } from "#server/cli/command.ts";
import { type OpenDesk, withDesk } from "#server/cli/open-desk.ts";
import { writeWhole } from "#server/cli/whole-file.ts";

/** Copies the desk's file while the desk goes on. */
export const backup: Command = {
  help: `Usage: npm run assay -- backup [--out FILE]

Copies the database with SQLite's online backup, then checks the copy: its structure, and the whole record.
  --out FILE  where to; without it, backups/ in the data folder, with the time in its name
The signing key is not in it: keep a copy of signing-key.pem apart.`,
  run(given) {
    const { out, words } = readWords(given, { texts: ["out"] });
    if (words.length > 0) throw new WrongUse(`${words[0]} is not an option.`);
    return withDesk({}, (desk) => copied(desk, out === undefined ? placeIn(desk.folder) : pathFrom(out)));
  },
};

function placeIn(folder: string): string {
  const time = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  return join(folder, "backups", `assay-${time}.sqlite`);
}

async function copied({ sqlite }: OpenDesk, file: string): Promise<Answer> {
  if (existsSync(file)) throw new Error(`${file} is there already. Choose another name with --out.`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const report = await writeWhole(file, 0o600, async (part) => {
    // In as few steps as possible: SQLite begins anew when the running desk writes in between.
    await sqlite.backup(part, { progress: ({ remainingPages }) => Math.max(remainingPages, 100) });
    progress("Copied; checking the copy …");
    const { storage, report } = openChecked(part, "The copy");
    storage.close();
    return report;
  });
  const sums = await sumsOf(file);
  const text = `${file}\n${sums.bytes} bytes, SHA-256 ${sums.sha256}\n${recordWords(report)}`;
  return { text, json: { file, ...sums, record: report }, isFinding: report.findings.length > 0 };
}
