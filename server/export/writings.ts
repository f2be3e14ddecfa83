import type { ReleasedSet } from "#domain/claim-set.ts";
import type { ExportFile, Piece } from "#server/export/index.ts";

/** How far a file is: claims that are written, of how many. */
export type Writing = { claims: number; of: number; state: "writing" | "written" | "broken" };

/** Files that are remembered; older ones are forgotten. */
const KEPT = 100;

/** Knows of files that are being written, or were just now, how far each of them is. */
export function createWritings() {
  const known = new Map<string, Writing>();
  const keep = (name: string, writing: Writing) => {
    const [oldest] = known.keys();
    if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
    known.set(name, writing);
  };
  return {
    /** Follows what goes through so many claims and says itself how far it is. */
    begin(name: string, of: number): Writing {
      const writing: Writing = { claims: 0, of, state: "writing" };
      keep(name, writing);
      return writing;
    },

    /** Follows a file that goes `passes` times through the claims of the set. */
    follow(name: string, set: ReleasedSet, passes: number, write: (set: ReleasedSet) => ExportFile): ExportFile {
      const writing: Writing = { claims: 0, of: set.count, state: "writing" };
      keep(name, writing);
      const file = write(counted(set, passes, writing));
      return { ...file, pieces: followed(file.pieces, writing) };
    },

    find: (name: string): Writing | null => known.get(name) ?? null,
  };
}

function counted(set: ReleasedSet, passes: number, writing: Writing): ReleasedSet {
  let read = 0;
  const claims = () =>
    Iterator.from(set.claims()).map((claim) => {
      writing.claims = Math.floor(++read / passes);
      return claim;
    });
  return { ...set, claims };
}

function* followed(pieces: Iterable<Piece>, writing: Writing): Generator<Piece> {
  try {
    yield* pieces;
    writing.claims = writing.of;
    writing.state = "written";
  } finally {
    if (writing.state === "writing") writing.state = "broken";
  }
}

/** Says of a writing how it ended, when the work has. */
export async function ended<T>(writing: Writing, work: Promise<T>): Promise<T> {
  try {
    const result = await work;
    writing.claims = writing.of;
    writing.state = "written";
    return result;
  } finally {
    if (writing.state === "writing") writing.state = "broken";
  }
}
