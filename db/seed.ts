import type { Db } from "#db/client.ts";
import { insertScale } from "#db/queries/cases.ts";
import { PRESET_SCALES } from "#domain/scales.ts";

/** Puts the preset scales into the database; what is there already stays as it is. */
export function seedScales(db: Db): void {
  for (const scale of PRESET_SCALES) insertScale(db, scale);
}
