import { crc32, inflateRawSync } from "node:zlib";

// A zip archive in one form only, so that every byte of it follows from the names and contents of its files: no dates, no
// extra fields, no comments. Sizes stand behind what is packed, because it is written while it is made.

/** @typedef {{ name: string, isPacked: boolean, crc: number, size: number, packedSize: number }} Listed */

const FIRST_DAY_OF_1980 = 33;
/** What the end of an archive begins with, and its bytes. */
const [END_MARK, END] = [0x06054b50, 22];
export const ARCHIVE = "the archive";
const NO_LIST =
  "The list of its files was changed or cut off, or it is no bundle. If another program packed it, unpack it and check the folder.";

/** What stands before a file. @param {Listed} listed */
export function headBytes({ name, isPacked, crc, size, packedSize }) {
  const sums = isPacked ? [0, 0, 0] : [crc, packedSize, size];
  return layOut([[0x04034b50, 4], ...common(isPacked), ...wide(sums), [Buffer.byteLength(name), 2], [0, 2]], name);
}

/** What stands behind a packed file. @param {Listed} listed */
export function tailBytes({ isPacked, crc, size, packedSize }) {
  return isPacked ? layOut([[0x08074b50, 4], ...wide([crc, packedSize, size])]) : Buffer.alloc(0);
}

/** A file in the list at the end of the archive. @param {Listed} listed @param {number} offset */
export function listBytes({ name, isPacked, crc, size, packedSize }, offset) {
  const sizes = wide([crc, packedSize, size]);
  const rest = [[Buffer.byteLength(name), 2], ...Array.from({ length: 4 }, () => [0, 2]), ...wide([0, offset])];
  return layOut([[0x02014b50, 4], [20, 2], ...common(isPacked), ...sizes, ...rest], name);
}

/** The end of the archive. @param {number} count @param {number} bytes @param {number} offset */
export function endBytes(count, bytes, offset) {
  return layOut([[END_MARK, 4], ...wide([0]), [count, 2], [count, 2], ...wide([bytes, offset]), [0, 2]]);
}

/** Version, flags (names in UTF-8, sizes behind), method, time. @param {boolean} isPacked */
const common = (isPacked) =>
  [20, isPacked ? 0x0808 : 0x0800, isPacked ? 8 : 0, 0, FIRST_DAY_OF_1980].map((one) => [one, 2]);

/** @param {number[]} numbers */
const wide = (numbers) => numbers.map((one) => [one, 4]);

/** Numbers with their widths, the lowest byte first, then a name. @param {number[][]} fields */
function layOut(fields, name = "") {
  const bytes = fields.flatMap(([value = 0, width = 0]) =>
    Array.from({ length: width }, (_, at) => Math.floor(value / 256 ** at) % 256),
  );
  return Buffer.concat([Uint8Array.from(bytes), Buffer.from(name)]);
}

/** Whether this was an archive, however it begins. @param {Buffer} bytes */
export const endsAsArchive = (bytes) => bytes.length >= END && bytes.readUInt32LE(bytes.length - END) === END_MARK;

/** @typedef {{ packed: Buffer | null, read: () => Buffer }} Stored */
/** @typedef {{ item: string, what: string }} Finding */

/**
 * Reads an archive of this form. Whatever is not exactly as it would be written is a finding.
 * @param {Buffer} bytes
 * @returns {{ files: Map<string, Stored>, findings: Finding[] }}
 */
export function readArchive(bytes) {
  /** @type {Map<string, Stored>} */
  const files = new Map();
  const listed = readList(bytes);
  if (!listed) return { files, findings: [{ item: ARCHIVE, what: NO_LIST }] };
  /** @type {Finding[]} */
  const findings = [];
  let offset = 0;
  for (const one of listed.files) {
    const { stored, end, wrong } = readFile(bytes, one, offset);
    if (files.has(one.name))
      wrong.push("It stands in the archive twice, and which one another program unpacks is not known.");
    files.set(one.name, stored);
    findings.push(...wrong.map((what) => ({ item: one.name, what })));
    offset = end;
  }
  if (offset !== listed.offset)
    findings.push({ item: ARCHIVE, what: "Something stands between its files and their list." });
  return { files, findings };
}

/** The list at the end; null where it is not as it would be written. @param {Buffer} bytes */
function readList(bytes) {
  if (bytes.length < 22) return null;
  const end = bytes.subarray(-22);
  const [count, size, offset] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  if (!end.equals(endBytes(count, size, offset)) || offset + size + 22 !== bytes.length) return null;
  /** @type {(Listed & { offset: number })[]} */
  const files = [];
  let at = offset;
  while (at < offset + size) {
    const one = readListed(bytes, at);
    if (!one) return null;
    const expected = listBytes(one, one.offset);
    if (!expected.equals(bytes.subarray(at, at + expected.length))) return null;
    files.push(one);
    at += expected.length;
  }
  return files.length === count ? { files, offset } : null;
}

/** @param {Buffer} bytes @param {number} at */
function readListed(bytes, at) {
  if (at + 46 > bytes.length) return null;
  const [crc = 0, packedSize = 0, size = 0] = [16, 20, 24].map((by) => bytes.readUInt32LE(at + by));
  const name = bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28)).toString();
  return { name, isPacked: bytes[at + 10] === 8, crc, size, packedSize, offset: bytes.readUInt32LE(at + 42) };
}

/** @param {Buffer} bytes @param {Listed & { offset: number }} listed @param {number} offset */
function readFile(bytes, listed, offset) {
  const wrong = listed.offset === offset ? [] : ["It does not begin where the file before it ends."];
  const [head, tail] = [headBytes(listed), tailBytes(listed)];
  const start = listed.offset + head.length;
  const behind = start + listed.packedSize;
  const data = bytes.subarray(start, behind);
  if (!head.equals(bytes.subarray(listed.offset, start)))
    wrong.push("What stands before it in the archive was changed.");
  if (!tail.equals(bytes.subarray(behind, behind + tail.length)))
    wrong.push("What stands behind it in the archive was changed.");
  const content = listed.isPacked ? unpacked(data, listed.size) : data;
  if (!content) wrong.push("It cannot be unpacked.");
  else if (content.length !== listed.size || crc32(content) !== listed.crc)
    wrong.push("It is not what the archive says that it holds.");
  const read = () => (listed.isPacked ? unpacked(data, listed.size) : data) ?? Buffer.alloc(0);
  return { stored: { packed: listed.isPacked ? data : null, read }, end: behind + tail.length, wrong };
}

/** @param {Buffer} data @param {number} size */
function unpacked(data, size) {
  try {
    return inflateRawSync(data, { maxOutputLength: size + 1 });
  } catch {
    return null;
  }
}
