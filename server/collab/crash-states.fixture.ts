import { readFileSync } from "node:fs";
import { GrowingBytes } from "#server/collab/growing-bytes.fixture.ts";

/** One line of the recorder's trace (bench/faults/recorder.c); `end` is where it ends in the trace. */
type Change = { kind: string; file: number; offset: number; bytes: Buffer; end: number };

export function readTrace(path: string): Change[] {
  const trace = readFileSync(path);
  const changes: Change[] = [];
  for (let at = 0; at + 17 <= trace.length; ) {
    const end = at + 17 + trace.readUInt32LE(at + 13);
    // The process was killed while it wrote this down.
    if (end > trace.length) break;
    const offset = Number(trace.readBigUInt64LE(at + 5));
    const kind = String.fromCharCode(trace[at] ?? 0);
    changes.push({ kind, file: trace.readUInt32LE(at + 1), offset, bytes: trace.subarray(at + 17, end), end });
    at = end;
  }
  return changes;
}

const SECTOR = 512;
const LOST = 0.35;
const TORN = 0.3;

/** A file as it is on disk for sure, and what may have reached the disk besides. */
class StoredFile {
  readonly name: string;
  readonly content = new GrowingBytes();
  isThere = false;
  unsynced: Change[] = [];
  readonly syncs = new Map<number, number>();

  constructor(name: string) {
    this.name = name;
  }

  /** Everything that was recorded before the sync began is now there for good, the name included. */
  synced(number: number): void {
    const count = this.syncs.get(number) ?? 0;
    this.isThere = true;
    for (const change of this.unsynced.slice(0, count)) apply(this.content, change);
    this.unsynced = this.unsynced.slice(count);
    for (const [other, began] of this.syncs) this.syncs.set(other, Math.max(0, began - count));
    this.syncs.delete(number);
  }

  /** The file after a power cut: of what was not synced, some is lost, some torn at sectors, and the rest is there. */
  afterCut(random: () => number): Buffer | null {
    if (!this.isThere && random() < LOST) return null;
    const left = this.content.copy();
    for (const change of this.unsynced) {
      const fate = random();
      if (fate < LOST) continue;
      if (fate < LOST + TORN) tear(left, change, random);
      else apply(left, change);
    }
    return left.bytes;
  }
}

function apply(content: GrowingBytes, { kind, offset, bytes }: Change): void {
  if (kind === "T") content.resize(offset);
  else content.write(offset, bytes);
}

function tear(content: GrowingBytes, change: Change, random: () => number): void {
  for (let at = 0; at < change.bytes.length; ) {
    const offset = change.offset + at;
    const end = Math.min(at + SECTOR - (offset % SECTOR), change.bytes.length);
    if (random() < 0.5) apply(content, { ...change, offset, bytes: change.bytes.subarray(at, end) });
    at = end;
  }
}

/** The files that a power cut leaves, by name. */
export type CrashState = Map<string, Buffer>;

/**
 * Goes through a trace and says at any point what a power cut would leave. Points have to be asked for in their order.
 * `syncsUntil` makes a disk that lies: from there on it says "synced" and has done nothing. A name that was taken away
 * is gone at once; the server takes none away while it runs.
 */
export function replayDisk(changes: readonly Change[], syncsUntil = Number.POSITIVE_INFINITY) {
  const files = new Map<number, StoredFile>();
  const namedBySync = new Map<number, StoredFile[]>();
  let next = 0;

  function take(change: Change): void {
    const { kind, file, offset, bytes, end } = change;
    if (kind === "N") return void files.set(file, new StoredFile(bytes.toString()));
    const stored = files.get(file);
    if (!stored) throw new Error(`The trace changes file ${file} before it names it.`);
    if (kind === "B") begin(stored, offset);
    else if (kind === "E") finish(stored, offset, end);
    else if (kind === "U") files.delete(file);
    else stored.unsynced.push(change);
  }

  /** A sync of the folder makes the names in it last. */
  function begin(stored: StoredFile, number: number): void {
    if (stored.name === "") namedBySync.set(number, [...files.values()]);
    else stored.syncs.set(number, stored.unsynced.length);
  }

  function finish(stored: StoredFile, number: number, end: number): void {
    if (end > syncsUntil) return;
    if (stored.name !== "") stored.synced(number);
    else for (const file of namedBySync.get(number) ?? []) file.isThere = true;
  }

  return {
    cutAt(point: number, random: () => number): CrashState {
      for (let change = changes[next]; change && change.end <= point; change = changes[++next]) take(change);
      const left = [...files.values()].filter(({ name }) => name !== "");
      const contents = left.map((file) => [file.name, file.afterCut(random)] as const);
      return new Map(contents.flatMap(([name, content]) => (content ? [[name, content] as const] : [])));
    },
  };
}
