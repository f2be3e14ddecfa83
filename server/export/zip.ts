import { strToU8, Zip, ZipDeflate } from "fflate";

type Piece = string | Uint8Array;
export type ZipEntry = { name: string; pieces: Iterable<Piece> };

/** Zip keeps the time of a clock on the wall, so this one is the same in every time zone. */
const NO_TIME = new Date(1980, 0, 1, 12);
const NOTHING = new Uint8Array();

/**
 * A zip file, written while its entries are made. The same entries give the same bytes on every machine: fflate deflates in
 * JavaScript, where zlib's output changes with its version and the processor.
 */
export function* zipped(entries: Iterable<ZipEntry>): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { name, pieces } of entries) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = NO_TIME;
    zip.add(entry);
    for (const piece of pieces) {
      entry.push(typeof piece === "string" ? strToU8(piece) : piece);
      yield ready.length > 0 ? Buffer.concat(ready) : NOTHING;
      ready = [];
    }
    entry.push(NOTHING, true);
  }
  zip.end();
  yield Buffer.concat(ready);
}
