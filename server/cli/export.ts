import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, writeSync } from "node:fs";
import { caseByNumber } from "#db/queries/cases.ts";
import { lastReleaseNumber, releaseByNumber } from "#db/queries/releases.ts";
import { type Answer, type Command, countFrom, pathFrom, progress, readWords, WrongUse } from "#server/cli/command.ts";
import { type OpenDesk, withDesk } from "#server/cli/open-desk.ts";
import { writeWhole } from "#server/cli/whole-file.ts";
import { inChunks } from "#server/export/chunks.ts";
import { EXPORT_FORMATS, exportRelease, fileStem } from "#server/export/index.ts";
import type { Release } from "#server/proof/bundle-parts.ts";
import { createSeals } from "#server/proof/seal.ts";
import { releasedSet } from "#server/services/released-set.ts";

const FORMATS = ["bundle", ...EXPORT_FORMATS.map(({ id }) => id)];
const TOLD_EVERY = 16 * 1_024 * 1_024;

/** Writes a release as a file, also while the desk is running. */
export const writeRelease: Command = {
  help: `Usage: npm run assay -- export --case N [--release N] [--format F] [--out FILE] [--force]

  --case N     the number of the case
  --release N  the number of the release; without it, the newest
  --format F   ${FORMATS.join(", ")}; without it, bundle
  --out FILE   where to; "-" is standard output; without it, a file with the release's name
  --force      write over a file that is there`,
  run(given) {
    const read = readWords(given, { texts: ["case", "release", "format", "out"], switches: ["force"] });
    const { format = "bundle" } = read;
    const caseNumber = countFrom("--case", read.case);
    const number = read.release === undefined ? null : countFrom("--release", read.release);
    if (read.words.length > 0) throw new WrongUse(`${read.words[0]} is not an option.`);
    if (!FORMATS.includes(format))
      throw new WrongUse(`There is no format ${format}. Choose one of ${FORMATS.join(", ")}.`);
    return withDesk({}, async (desk) => {
      const file = await fileOf(desk, releaseOf(desk, caseNumber, number), format);
      return write(file, { out: read.out ?? file.fileName, isForced: read.force ?? false });
    });
  },
};

function releaseOf({ db }: OpenDesk, caseNumber: number, wanted: number | null): Release {
  const found = caseByNumber(db, caseNumber);
  const number = found && (wanted ?? lastReleaseNumber(db, found.id));
  const release = found && releaseByNumber(db, found.id, number ?? 0);
  if (release) return release;
  if (!found) throw new Error(`There is no case ${caseNumber} on this desk.`);
  throw new Error(
    wanted ? `Case ${caseNumber} has no release ${wanted}.` : `Nothing of case ${caseNumber} is released yet.`,
  );
}

type File = { fileName: string; pieces: Iterable<string | Uint8Array> };

async function fileOf(desk: OpenDesk, release: Release, format: string): Promise<File> {
  if (format !== "bundle") return exportRelease(releasedSet(desk.db, release), format);
  progress("Putting the bundle together …");
  const seals = createSeals({ db: desk.db, now: Date.now, signer: desk.signer() });
  const seal = await seals.seal(release);
  return { fileName: `${fileStem(release.head)}.bundle.zip`, pieces: seals.pieces(release, seal) };
}

async function write({ pieces }: File, { out, isForced }: { out: string; isForced: boolean }): Promise<Answer> {
  const isOutput = out === "-";
  const path = pathFrom(out);
  if (!isOutput && !isForced && existsSync(path))
    throw new Error(`${path} is there already. Write over it with --force.`);
  if (isOutput) {
    await copy(pieces, 1);
    return { text: "", json: undefined };
  }
  const sums = await writeWhole(path, 0o666, (part) => copyTo(pieces, part));
  return { text: `${path}\n${sums.bytes} bytes, SHA-256 ${sums.sha256}`, json: { file: path, ...sums } };
}

async function copyTo(pieces: File["pieces"], path: string) {
  const place = openSync(path, "w");
  try {
    return await copy(pieces, place);
  } finally {
    closeSync(place);
  }
}

async function copy(pieces: Iterable<string | Uint8Array>, place: number) {
  const sum = createHash("sha256");
  let [bytes, told] = [0, 0];
  for await (const chunk of inChunks(pieces)) {
    sum.update(chunk);
    for (let from = 0; from < chunk.length; ) from += writeSync(place, chunk, from);
    bytes += chunk.length;
    if (bytes - told >= TOLD_EVERY) progress(`${Math.round(bytes / 1_024 / 1_024)} MB written …`);
    if (bytes - told >= TOLD_EVERY) told = bytes;
  }
  return { bytes, sha256: sum.digest("hex") };
}
