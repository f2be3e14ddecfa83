import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { openStorage, type Storage } from "#db/client.ts";
import { NEWEST, versionOf } from "#db/version.ts";
import { readSettings, type Settings } from "#server/env.ts";
import { isRunElsewhere, lockFolder } from "#server/lock.ts";
import { keyFile, openSigner } from "#server/proof/keys.ts";
import type { Signer } from "#server/proof/signer.ts";

export type OpenDesk = Storage & { folder: string; settings: Settings; origin: string; signer: () => Signer };

/** The folder of the desk that the settings name, as a start of the desk reads them. */
export const deskFolder = (settings: Settings): string => resolve(settings.ASSAY_DATA);

/** The address under which people reach the desk, as far as it is known while it is not running. */
export const originOf = ({ ASSAY_ORIGIN, PORT }: Settings): string => ASSAY_ORIGIN ?? `http://localhost:${PORT}`;

/**
 * Opens the desk's file for one command, beside a running desk unless `alone`.
 * @throws Error with a sentence when there is no desk, or one is running that must not be.
 */
export async function withDesk<T>(
  { alone = false }: { alone?: boolean },
  use: (desk: OpenDesk) => T | Promise<T>,
): Promise<T> {
  const settings = readSettings(process.env);
  const folder = deskFolder(settings);
  const file = join(folder, "assay.sqlite");
  if (!existsSync(file))
    throw new Error(`There is no desk in ${folder}. Set ASSAY_DATA to its folder, or start Assay once to make one.`);
  const unlock = alone ? lockFolder(folder) : () => {};
  try {
    if (!alone) demandSameVersion(folder, file);
    const storage = openStorage(file);
    const origin = originOf(settings);
    const signer = () => openSigner(storage.db, { place: keyFile(folder), origin, at: Date.now() });
    try {
      return await use({ ...storage, folder, settings, origin, signer });
    } finally {
      storage.close();
    }
  } finally {
    unlock();
  }
}

/** Opening brings a file up to this program, which the one that runs on it would not know. */
function demandSameVersion(folder: string, file: string): void {
  if (!isRunElsewhere(folder)) return;
  const sqlite = new Database(file, { readonly: true });
  const version = versionOf(sqlite);
  sqlite.close();
  if (version < NEWEST)
    throw new Error(`An older version of Assay runs on ${folder}. Start it anew with this one first.`);
}
