import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Db } from "#db/client.ts";
import { allKeys, insertKey, keyByLine, retireKeys } from "#db/queries/proofs.ts";
import { makeCheckpoint } from "#server/proof/checkpoints.ts";
import { newPrivateKey, readPrivateKey, type Signer, signerOf } from "#server/proof/signer.ts";
import { record } from "#server/services/audit.ts";
import { inTransaction } from "#server/services/decide.ts";

/** Where the private half is kept between starts: a file of the data folder, or nowhere. */
export type KeyPlace = { read: () => string | null; write: (pem: string) => void };

type Opening = { place: KeyPlace; origin: string; at: number };

/** A file that only its owner can read; it is replaced whole. */
export function keyFile(folder: string): KeyPlace {
  const file = join(folder, "signing-key.pem");
  return {
    read: () => (existsSync(file) ? readFileSync(file, "utf8") : null),
    write: (pem) => {
      writeFileSync(`${file}.new`, pem, { mode: 0o600, flush: true });
      renameSync(`${file}.new`, file);
    },
  };
}

/** The key that signs now, made when there is none. What was retired, or is not in this file, signs nothing more. */
export function openSigner(db: Db, { place, origin, at }: Opening): Signer {
  const name = allKeys(db)[0]?.name ?? newName(origin);
  const pem = place.read();
  const signer = pem === null ? null : signerOf(readPrivateKey(pem), name);
  const known = signer && keyByLine(db, signer.line);
  if (signer && known?.retiredAt === null) return signer;
  return inTransaction(db, (tx) => (signer && !known ? adopt(tx, signer, at) : makeKey(tx, { place, name, at })));
}

/** Makes a new key that signs from now on. The one before stays published, and signs with it that the record goes on. */
export function rotateKey(db: Db, { place, origin, at }: Opening): Signer {
  const before = openSigner(db, { place, origin, at });
  return inTransaction(db, (tx) => {
    const signer = makeKey(tx, { place, name: before.name, at });
    makeCheckpoint(tx, { signers: [before, signer], at });
    return signer;
  });
}

/** A record that lost its end is another record: what was signed for the old one would not fit the new. */
export function startNewRecord(db: Db, { place, origin, at }: Opening): Signer {
  return inTransaction(db, (tx) => makeKey(tx, { place, name: newName(origin), at }));
}

function makeKey(tx: Db, { place, name, at }: { place: KeyPlace; name: string; at: number }): Signer {
  const privateKey = newPrivateKey();
  const signer = adopt(tx, signerOf(privateKey, name), at);
  place.write(privateKey.export({ format: "pem", type: "pkcs8" }).toString());
  return signer;
}

function adopt(tx: Db, signer: Signer, at: number): Signer {
  const before = allKeys(tx).filter((one) => one.retiredAt === null);
  retireKeys(tx, at);
  insertKey(tx, { line: signer.line, name: signer.name, madeAt: at });
  const type = before.length > 0 ? "key.rotated" : "key.made";
  record(tx, { type, actorId: null, body: { key: signer.line, retired: before.map((one) => one.line) }, at });
  return signer;
}

/** Two desks that once had the same address have different records. */
const newName = (origin: string) => `${new URL(origin).host}/assay/${randomBytes(4).toString("hex")}`;
