import { openStorage } from "#db/client.ts";
import { caseByNumber } from "#db/queries/cases.ts";
import { releaseByNumber } from "#db/queries/releases.ts";
import type { ReleasedSet } from "#domain/claim-set.ts";
import { inChunks } from "#server/export/chunks.ts";
import { exportRelease } from "#server/export/index.ts";
import type { Release } from "#server/proof/bundle-parts.ts";
import { openSigner } from "#server/proof/keys.ts";
import { createSeals } from "#server/proof/seal.ts";
import { releasedSet } from "#server/services/released-set.ts";

// Writes one release in one format, as a download does, into nowhere. Arguments: the database, the number of the case and
// the format, `bundle`, or `whole` for `JSON.stringify` of the whole set at once. Prints what it took.

export type Written = { seconds: number; peak: number; bytes: number };

const [file = "", number = "1", format = ""] = process.argv.slice(2);
const { db, close } = openStorage(file);
const release = releaseByNumber(db, caseByNumber(db, Number(number))?.id ?? "", 1);
if (!release) throw new Error("The case has no release.");
const set = releasedSet(db, release);
globalThis.gc?.();
const held = process.memoryUsage.rss();
const start = performance.now();
let [peak, bytes] = [held, 0];
for await (const chunk of chunksOf(release)) {
  bytes += chunk.byteLength;
  peak = Math.max(peak, process.memoryUsage.rss());
}
const seconds = (performance.now() - start) / 1_000;
console.log(JSON.stringify({ seconds, peak: (peak - held) / 2 ** 20, bytes } satisfies Written));
close();

function chunksOf(of: Release): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  if (format === "bundle") return bundle(of);
  return format === "whole" ? whole(set) : inChunks(exportRelease(set, format).pieces);
}

/** As the first time that it is downloaded: written once for its hash, and once to be sent. */
async function* bundle(of: Release): AsyncGenerator<Uint8Array> {
  const place = { read: () => null, write: () => {} };
  const signer = openSigner(db, { place, origin: "http://localhost:3000", at: Date.now() });
  const seals = createSeals({ db, now: Date.now, signer });
  yield* inChunks(seals.pieces(of, await seals.seal(of)));
}

function* whole({ head, claims }: ReleasedSet): Generator<Uint8Array> {
  yield Buffer.from(JSON.stringify({ ...head, claims: [...claims()] }, null, 2));
}
