import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { Deflate } from "fflate";
import { endBytes, headBytes, listBytes, tailBytes } from "#server/proof/verifier/zip.js";

export type ZipFile = { name: string; pieces: Iterable<string | Uint8Array>; isPacked: boolean };
/** What is known of a file once it is written. The second hash is of its packed bytes. */
export type Written = { name: string; size: number; sha256: string; packedSha256: string | null };

/** What is packed at once. The same for every file, because the packed bytes depend on it. */
const BLOCK = 65_536;
const MOST_BYTES = 2 ** 32 - 1;
const MOST_FILES = 2 ** 16 - 1;

/**
 * Writes an archive while it is taken. The same files always give the same bytes: packing is done in JavaScript, because the
 * zlib of another machine may pack otherwise. `files` is told of each file once it is written.
 */
export function* zip(files: Generator<ZipFile, void, Written | undefined>): Generator<Uint8Array, void> {
  const list: Uint8Array[] = [];
  let offset = 0;
  for (let next = files.next(); !next.done; ) {
    const { listed, written, bytes } = yield* file(next.value);
    list.push(listBytes(listed, offset));
    offset += bytes;
    if (offset > MOST_BYTES || list.length > MOST_FILES)
      throw new Error("A bundle of this size does not fit into a zip file.");
    next = files.next(written);
  }
  const entries = Buffer.concat(list);
  yield entries;
  yield endBytes(list.length, entries.length, offset);
}

function* file({ name, pieces, isPacked }: ZipFile) {
  const [content, stored] = [counter(), counter()];
  if (!isPacked) for (const piece of pieces) content.add(asBytes(piece), true);
  const head = headBytes({ name, isPacked, ...content.sums(), packedSize: content.sums().size });
  yield head;
  if (!isPacked) yield* content.kept;
  else
    for (const part of deflated(counted(pieces, content))) {
      stored.add(part);
      yield part;
    }
  const packedSize = isPacked ? stored.sums().size : content.sums().size;
  const listed = { name, isPacked, ...content.sums(), packedSize };
  const tail = tailBytes(listed);
  yield tail;
  const packedSha256 = isPacked ? stored.sha256() : null;
  const written: Written = { name, size: listed.size, sha256: content.sha256(), packedSha256 };
  return { listed, written, bytes: head.length + packedSize + tail.length };
}

const asBytes = (piece: string | Uint8Array): Uint8Array => (typeof piece === "string" ? Buffer.from(piece) : piece);

/** Counts and hashes what passes. */
function counter() {
  const hash = createHash("sha256");
  const kept: Uint8Array[] = [];
  let [size, crc] = [0, 0];
  return {
    kept,
    add(bytes: Uint8Array, isKept = false): void {
      hash.update(bytes);
      [size, crc] = [size + bytes.length, crc32(bytes, crc)];
      if (isKept) kept.push(bytes);
    },
    sums: () => ({ size, crc }),
    sha256: () => hash.digest("hex"),
  };
}

function* counted(pieces: Iterable<string | Uint8Array>, { add }: ReturnType<typeof counter>): Generator<Uint8Array> {
  for (const piece of pieces) {
    const bytes = asBytes(piece);
    add(bytes);
    yield bytes;
  }
}

const NOTHING = new Uint8Array(0);

/** Gives a part for every piece, often an empty one, so that others can have their turn while much is read. */
function* deflated(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  const out: Uint8Array[] = [];
  const deflate = new Deflate({ level: 6 }, (part) => void out.push(part));
  const blocks = blocksOf(BLOCK, (block) => deflate.push(block));
  for (const piece of pieces) {
    blocks.add(piece);
    yield out.length > 0 ? Buffer.concat(out.splice(0)) : NOTHING;
  }
  deflate.push(blocks.rest(), true);
  yield Buffer.concat(out);
}

/** Cuts pieces of any size into blocks of one size. */
function blocksOf(size: number, whole: (block: Uint8Array) => void) {
  let [block, filled] = [new Uint8Array(size), 0];
  return {
    add(piece: Uint8Array): void {
      for (let from = 0; from < piece.length; ) {
        const part = piece.subarray(from, from + size - filled);
        block.set(part, filled);
        [filled, from] = [filled + part.length, from + part.length];
        if (filled < size) return;
        whole(block);
        [block, filled] = [new Uint8Array(size), 0];
      }
    },
    rest: () => block.subarray(0, filled),
  };
}
