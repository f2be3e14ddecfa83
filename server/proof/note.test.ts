import { createPrivateKey } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newPrivateKey, signerOf, signNote } from "#server/proof/signer.ts";
import { openNote, readCheckpoint, readKey } from "#server/proof/verifier/note.js";

const keyOf = (line: string) => {
  const key = readKey(line);
  if (!key) throw new Error(`${line} is no key.`);
  return key;
};

/** The key of RFC 8032, section 7.1, test 1. */
const SEED = Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex");
const rfc = createPrivateKey({
  key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), SEED]),
  format: "der",
  type: "pkcs8",
});
const signer = signerOf(rfc, "desk.example/assay/1");
const key = keyOf(signer.line);
const CHECKPOINT = "desk.example/assay/1\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

test("[PR4] a key is one line: name, id and itself, as c2sp.org/signed-note names keys", () => {
  const publicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
  expect(key.publicKey.toString("hex")).toBe(publicKey);
  const known = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  expect(keyOf(known)).toMatchObject({ name: "PeterNeumann", id: "c74f20a3", line: known });
  for (const wrong of [known.replace("c74f", "c74e"), known.replace("ARpc", "AhpC"), `${known}\n`, known.slice(0, -4)])
    expect(readKey(wrong)).toBeNull();
});

test("[PR4] a note that another implementation of the format signed is opened with its key", () => {
  const note =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  const neumann = keyOf("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  expect(openNote(note, [key, neumann])).toMatchObject({ key: { name: "PeterNeumann" } });
  expect(openNote(note, [key])).toBeNull();
});

test("[PR4] what a signer signed is opened with its key; a witness may sign below", () => {
  const witness = signerOf(newPrivateKey(), "witness.example/w1");
  const note = signNote(CHECKPOINT, signer, witness);
  expect(note.split("\n").slice(0, 4).join("\n")).toBe(CHECKPOINT);
  expect(openNote(note, [key])).toEqual({ text: CHECKPOINT, key });
  expect(openNote(note, [keyOf(witness.line)])?.key.name).toBe("witness.example/w1");
  expect(openNote(note, [])).toBeNull();
  const namesake = keyOf(signerOf(newPrivateKey(), signer.name).line);
  expect(openNote(note, [namesake])).toBeNull();
});

test("[PR4] a note with any byte changed is not signed", () => {
  const bytes = Buffer.from(signNote(CHECKPOINT, signer));
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ by;
      expect(openNote(changed.toString(), [key])).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test("[PR4] a checkpoint says the record's name, its length and its root, and nothing else is one", () => {
  expect(readCheckpoint(CHECKPOINT)).toMatchObject({ origin: "desk.example/assay/1", size: 3 });
  const [name, size, root] = CHECKPOINT.split("\n");
  for (const wrong of [
    ...[`${name}\n${size}\n${root}`, `${name}\n${size}\n${root}\nmore\n`, `${name}\n03\n${root}\n`],
    ...[`${name}\n-3\n${root}\n`, `\n${size}\n${root}\n`, `${name}\n${size}\n${root?.replace("U=", "V=")}\n`],
  ])
    expect(readCheckpoint(wrong)).toBeNull();
});
