import type { Db } from "#db/client.ts";
import { hashesAfter, insertTile, tileAt } from "#db/queries/proofs.ts";
import type { Subtree } from "#server/proof/merkle-tree.ts";
import { leafHash, nodeHash } from "#server/proof/verifier/merkle.js";

/** Whole parts of 2^8, 2^16 … events are kept as one hash each. */
const TILE_LEVELS = 8;
const TILE = 2 ** TILE_LEVELS;
const REMEMBERED = 20_000;

/**
 * The Merkle tree over the record: leaf n is the hash of the event with sequence number n + 1. What was computed of whole
 * parts is kept in the file when it is asked for, so that later roots and paths read a few hundred events at most.
 */
export function recordTree(db: Db): Subtree {
  const keep = (level: number, place: number, hash: Buffer) => void insertTile(db, { level, place, hash });
  return treeOver(leavesOf(db), { kept: (level, place) => tileAt(db, level, place), keep });
}

/** The same from the events alone, whatever was kept. */
export function recomputedTree(db: Db): Subtree {
  return treeOver(leavesOf(db), { kept: () => null, keep: () => {} });
}

type Tiles = {
  kept: (level: number, place: number) => Buffer | null;
  keep: (level: number, place: number, hash: Buffer) => void;
};

function treeOver(leaf: (index: number) => Buffer, { kept, keep }: Tiles): Subtree {
  const known = new Map<number, Buffer>();
  const subtree = (level: number, place: number): Buffer => {
    if (level === 0) return leaf(place);
    const name = level * 2 ** 40 + place;
    const found = known.get(name) ?? tile(level, place) ?? computed(level, place);
    if (known.size >= REMEMBERED) known.clear();
    known.set(name, found);
    return found;
  };
  const tile = (level: number, place: number) => (level % TILE_LEVELS === 0 ? kept(level, place) : null);
  const computed = (level: number, place: number) => {
    const hash = nodeHash(subtree(level - 1, place * 2), subtree(level - 1, place * 2 + 1));
    if (level % TILE_LEVELS === 0) keep(level, place, hash);
    return hash;
  };
  return subtree;
}

/** Reads 256 events at a time and remembers the last two pages: a path goes back and forth between two places. */
function leavesOf(db: Db): (index: number) => Buffer {
  const pages = new Map<number, Buffer[]>();
  const read = (page: number): Buffer[] => {
    const events = hashesAfter(db, page * TILE, TILE);
    const gap = events.find(({ seq }, at) => seq !== page * TILE + at + 1);
    if (gap) throw new Error(`The record misses what stands before event ${gap.seq}.`);
    return events.map(({ hash }) => leafHash(Buffer.from(hash, "hex")));
  };
  return (index) => {
    const page = Math.floor(index / TILE);
    const leaves = pages.get(page) ?? read(page);
    if (!pages.has(page) && pages.size > 1) pages.delete([...pages.keys()][0] ?? page);
    pages.set(page, leaves);
    const leaf = leaves[index % TILE];
    if (!leaf) throw new Error(`The record has no event ${index + 1}.`);
    return leaf;
  };
}
