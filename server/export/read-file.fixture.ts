import { strFromU8, unzipSync } from "fflate";
import type { ClaimSet } from "#domain/claim-set.ts";
import { released } from "#server/export/claim-set.fixture.ts";
import { type ExportFile, exportRelease } from "#server/export/index.ts";

export const fileOf = (set: ClaimSet, format: string) => exportRelease(released(set), format);

export function bytesOf({ pieces }: Pick<ExportFile, "pieces">): Buffer {
  return Buffer.concat(Array.from(pieces, (piece) => (typeof piece === "string" ? Buffer.from(piece) : piece)));
}

/** The parts of a zip file by name, in the order in which they stand in it. */
export function partsOf(zip: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** All that can be read in a file: its text or, of a zip file, the text of its parts. */
export function readFile(file: Pick<ExportFile, "pieces">): string {
  const bytes = bytesOf(file);
  const isZip = bytes.subarray(0, 2).toString("latin1") === "PK";
  return isZip ? Object.values(partsOf(bytes)).join("\n") : bytes.toString("utf8");
}
