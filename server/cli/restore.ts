import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { openStorage } from "#db/client.ts";
import { lastEvent } from "#db/queries/audit.ts";
import { deleteAllSessions } from "#db/queries/people.ts";
import { recordWords } from "#server/cli/audit.ts";
import { openChecked, settle } from "#server/cli/checked-copy.ts";
import { type Answer, type Command, pathFrom, progress, readWords, WrongUse } from "#server/cli/command.ts";
import { deskFolder, originOf } from "#server/cli/open-desk.ts";
import { readSettings } from "#server/env.ts";
import { lockFolder } from "#server/lock.ts";
import { makePrivate } from "#server/private-file.ts";
import { keyFile, startNewRecord } from "#server/proof/keys.ts";
import { record } from "#server/services/audit.ts";

const AS_THEN = "Everybody signs in again. Members, passwords and tokens are as they were when the backup was made.";

/** Puts a backup into the place of the desk's file. */
export const restore: Command = {
  help: `Usage: npm run assay -- restore <backup.sqlite> [--force]

Checks the backup first. What is in the data folder is moved aside, not deleted. The restore is on the record, which goes on
under another name and key when something was recorded after the backup. Everybody signs in again.
  --force  also restore a backup whose record does not fit`,
  run(given) {
    const { force = false, words } = readWords(given, { switches: ["force"] });
    const [file = ""] = words;
    if (words.length !== 1) throw new WrongUse("Name one backup.");
    demandBackup(pathFrom(file));
    const settings = readSettings(process.env);
    const folder = deskFolder(settings);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const unlock = lockFolder(folder);
    try {
      return restored({ from: pathFrom(file), folder, origin: originOf(settings), force });
    } finally {
      unlock();
    }
  },
};

/** SQLite keeps what a running desk wrote last beside its file; a file without that would be restored without it. */
function demandBackup(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${file} is a folder. Name the file in it.`);
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (!statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) return;
  throw new Error(
    `${file} is no backup: what was written last stands beside it. Make one with npm run assay -- backup.`,
  );
}

type Restoring = { from: string; folder: string; origin: string; force: boolean };

function restored({ from, folder, origin, force }: Restoring): Answer {
  const [file, part] = [join(folder, "assay.sqlite"), join(folder, "assay.sqlite.part")];
  try {
    rmSync(part, { force: true });
    makePrivate(part);
    copyFileSync(from, part);
    progress("Checking the backup …");
    const { storage, report } = openChecked(part, from);
    const end = lastEvent(storage.db);
    storage.close();
    const words = recordWords(report);
    if (report.findings.length > 0 && !force)
      return { text: `${words}\nNothing was restored.`, json: { restored: false, record: report }, isFinding: true };
    const isLost = end?.hash !== endOf(file);
    const aside = moveAside(folder);
    renameSync(part, file);
    settle(folder);
    noteRestore(file, { from, folder, origin, isLost });
    const text = [
      words,
      `Restored from ${from}. ${AS_THEN}`,
      ...(aside ? [`What was there before is in ${aside}.`] : []),
    ];
    return { text: text.join("\n"), json: { restored: true, aside, isNewRecord: isLost, record: report } };
  } finally {
    for (const name of ["", "-wal", "-shm"]) rmSync(part + name, { force: true });
  }
}

/** The hash of the last event of the desk that is in place; null where there is none that can be read. */
function endOf(file: string): string | null {
  if (!existsSync(file)) return null;
  try {
    const storage = openStorage(file);
    const last = lastEvent(storage.db);
    storage.close();
    return last?.hash ?? null;
  } catch {
    return null;
  }
}

/** The file itself is also left in its place, until the backup takes it: a desk is there at every moment. */
function moveAside(folder: string): string | null {
  const file = join(folder, "assay.sqlite");
  if (!existsSync(file)) return null;
  const aside = join(folder, `before-restore-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}`);
  mkdirSync(aside, { mode: 0o700 });
  keepAside(file, join(aside, "assay.sqlite"));
  for (const name of ["assay.sqlite-wal", "assay.sqlite-shm"])
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name));
  return aside;
}

/** A second name for the same file; some disks know none. */
function keepAside(file: string, aside: string): void {
  try {
    linkSync(file, aside);
  } catch {
    renameSync(file, aside);
  }
}

type Noted = Omit<Restoring, "force"> & { isLost: boolean };

function noteRestore(file: string, { from, folder, origin, isLost }: Noted): void {
  const storage = openStorage(file);
  const at = Date.now();
  deleteAllSessions(storage.db);
  record(storage.db, { type: "desk.restored", actorId: null, body: { from: basename(from) }, at });
  if (isLost) startNewRecord(storage.db, { place: keyFile(folder), origin, at });
  storage.close();
}
