import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { keyIdOf, keyLine } from "#server/proof/verifier/note.js";

/** Signs in the name of this desk's record. */
export type Signer = {
  /** The name of the record, which is also that of the key: an address without a scheme. */
  name: string;
  /** The public half as one line. */
  line: string;
  /** Signs a text, which ends with a line end; returns the signature line of a note. */
  signature: (text: string) => string;
};

export const newPrivateKey = (): KeyObject => generateKeyPairSync("ed25519").privateKey;

export const readPrivateKey = (pem: string): KeyObject => createPrivateKey(pem);

export function signerOf(privateKey: KeyObject, name: string): Signer {
  const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  const publicKey = Buffer.from(x, "base64url");
  const id = Buffer.from(keyIdOf(name, publicKey), "hex");
  const signature = (text: string) => {
    const bytes = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]);
    return `— ${name} ${bytes.toString("base64")}\n`;
  };
  return { name, line: keyLine(name, publicKey), signature };
}

/** The text with a signature of each signer: a signed note, as c2sp.org/signed-note has it. */
export function signNote(text: string, ...signers: readonly Signer[]): string {
  return `${text}\n${signers.map((one) => one.signature(text)).join("")}`;
}
