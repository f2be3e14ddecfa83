import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { consistencyPath, growingTree, inclusionPath, rootOf, type Subtree } from "#server/proof/merkle-tree.ts";
import { isConsistent, leafHash, nodeHash, rootOfInclusion } from "#server/proof/verifier/merkle.js";

const sha256 = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();

/** MTH of RFC 6962, word for word. */
function naiveRoot(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 0) return sha256();
  if (entries.length === 1) return sha256(Uint8Array.of(0), entries[0] as Uint8Array);
  const k = 2 ** Math.ceil(Math.log2(entries.length) - 1);
  return sha256(Uint8Array.of(1), naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)));
}

const subtreeOf = (entries: readonly Uint8Array[]): Subtree => {
  const subtree: Subtree = (level, index) =>
    level === 0
      ? leafHash(entries[index] as Uint8Array)
      : nodeHash(subtree(level - 1, index * 2), subtree(level - 1, index * 2 + 1));
  return subtree;
};

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** The entries and roots that the implementations of RFC 6962 test themselves with. */
const KNOWN = [
  ["", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
  ["00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
  ["10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"],
  ["2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"],
  ["3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"],
  ["40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"],
  ["5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"],
  ["606162636465666768696a6b6c6d6e6f", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"],
] as const;
const known = KNOWN.map(([entry]) => Buffer.from(entry, "hex"));

const entries = fc.array(fc.uint8Array({ maxLength: 9 }), { minLength: 1, maxLength: 70 });

test("[PR3] the known entries have the known roots", () => {
  expect(hex(rootOf(subtreeOf([]), 0))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  for (const [at, [, root]] of KNOWN.entries()) expect(hex(rootOf(subtreeOf(known), at + 1))).toBe(root);
});

test("[PR3] the known entries have the known paths", () => {
  expect(inclusionPath(subtreeOf(known), 0, 8).map(hex)).toEqual([
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
  ]);
  expect(consistencyPath(subtreeOf(known), 6, 8).map(hex)).toEqual([
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
});

test("[PR3] every size has the root that the definition gives, and every leaf is proved to stand where it stands", () => {
  fc.assert(
    fc.property(entries, fc.nat(), (all, drawn) => {
      const [size, index] = [all.length, drawn % all.length];
      const root = naiveRoot(all);
      expect(rootOf(subtreeOf(all), size)).toEqual(root);
      const growing = growingTree();
      for (const entry of all) growing.add(leafHash(entry));
      expect(growing.root()).toEqual(root);
      const path = inclusionPath(subtreeOf(all), index, size);
      const leaf = leafHash(all[index] as Uint8Array);
      expect(rootOfInclusion({ leaf, index, size, path })).toEqual(root);
      expect(rootOfInclusion({ leaf: leafHash(Buffer.from("another one")), index, size, path })).not.toEqual(root);
      expect(rootOfInclusion({ leaf, index, size, path: [...path, leaf] })).toBeNull();
      if (path.length > 0) expect(rootOfInclusion({ leaf, index, size, path: path.slice(1) })).toBeNull();
      expect(rootOfInclusion({ leaf, index: size, size, path })).toBeNull();
    }),
  );
});

test("[PR3] a tree that only grew is proved to have grown; one that was rewritten is not", () => {
  fc.assert(
    fc.property(entries, fc.nat(), fc.nat(), (all, drawn, rewritten) => {
      const [newSize, oldSize] = [all.length, 1 + (drawn % all.length)];
      const proof = {
        ...{ oldSize, oldRoot: naiveRoot(all.slice(0, oldSize)), newSize, newRoot: naiveRoot(all) },
        path: consistencyPath(subtreeOf(all), oldSize, newSize),
      };
      expect(isConsistent(proof)).toBe(true);
      const other = all.with(rewritten % oldSize, Buffer.from("a rewritten entry"));
      expect(isConsistent({ ...proof, newRoot: naiveRoot(other) })).toBe(false);
      expect(isConsistent({ ...proof, oldRoot: naiveRoot(other.slice(0, oldSize)) })).toBe(false);
      expect(isConsistent({ ...proof, path: [...proof.path, proof.newRoot] })).toBe(false);
      expect(isConsistent({ ...proof, oldSize: newSize + 1 })).toBe(false);
      if (proof.path.length > 0) expect(isConsistent({ ...proof, path: proof.path.slice(1) })).toBe(false);
    }),
  );
});
