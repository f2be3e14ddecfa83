import { createPublicKey, hash, verify } from "node:crypto";

// Signed notes (c2sp.org/signed-note) and checkpoints (c2sp.org/tlog-checkpoint), as far as Ed25519 goes.

const ED25519 = 1;

/** @typedef {{ name: string, id: string, publicKey: Buffer, line: string }} Key */

/** The four bytes, in hex, by which a signature names its key. @param {string} name @param {Uint8Array} publicKey */
export function keyIdOf(name, publicKey) {
  const named = Buffer.concat([Buffer.from(`${name}\n`), Uint8Array.of(ED25519), publicKey]);
  return hash("sha256", named).slice(0, 8);
}

/** A public key as one line: its name, its id and itself, with "+" between. @param {string} name @param {Uint8Array} publicKey */
export function keyLine(name, publicKey) {
  const encoded = Buffer.concat([Uint8Array.of(ED25519), publicKey]).toString("base64");
  return `${name}+${keyIdOf(name, publicKey)}+${encoded}`;
}

/** Reads such a line; null when it is none, or its id is not that of its key. @param {string} line @returns {Key | null} */
export function readKey(line) {
  const [, name = "", id = "", encoded = ""] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(line) ?? [];
  const bytes = Buffer.from(encoded, "base64");
  const publicKey = bytes.subarray(1);
  if (bytes.length !== 33 || keyLine(name, publicKey) !== line) return null;
  return { name, id, publicKey, line };
}

/**
 * The text of a note and the key among `keys` that signed it; null when none of them did. Signatures of other keys are
 * ignored, as those of witnesses are.
 * @param {string} note @param {readonly Key[]} keys @returns {{ text: string, key: Key } | null}
 */
export function openNote(note, keys) {
  const end = note.lastIndexOf("\n\n");
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split("\n");
  if (end < 0 || lines.pop() !== "") return null;
  for (const line of lines) {
    const [, name, encoded = ""] = /^— (\S+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? [];
    const bytes = Buffer.from(encoded, "base64");
    if (bytes.toString("base64") !== encoded) return null;
    const id = bytes.subarray(0, 4).toString("hex");
    const key = keys.find((one) => one.name === name && one.id === id);
    if (key) return isSigned(text, bytes.subarray(4), key) ? { text, key } : null;
  }
  return null;
}

/** @param {string} text @param {Uint8Array} signature @param {Key} key */
function isSigned(text, signature, { publicKey }) {
  const jwk = { kty: "OKP", crv: "Ed25519", x: publicKey.toString("base64url") };
  return verify(null, Buffer.from(text), createPublicKey({ key: jwk, format: "jwk" }), signature);
}

/**
 * What a checkpoint says: how long the record was, and the root of its tree; null when the text is none.
 * @param {string} text @returns {{ origin: string, size: number, root: Buffer } | null}
 */
export function readCheckpoint(text) {
  const [, origin = "", size = "", encoded = ""] =
    /^(\S+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? [];
  const root = Buffer.from(encoded, "base64");
  if (origin === "" || root.toString("base64") !== encoded) return null;
  return { origin, size: Number(size), root };
}
