import { crc32 } from "node:zlib";

/** A row of `checkpoints`: its bytes are a checksum, the length of the state vector, the vector, and the document. */
export type SealedCheckpoint = { claimId: string; seq: number; state: Buffer };

/** A whole document after one row of the log, with its state vector, both as Yjs encodes them. */
export type Checkpoint = { claimId: string; seq: number; vector: Uint8Array; state: Uint8Array };

const SUM = 4;
const HEAD = SUM + 4;

/** Puts a checksum of the whole row before its bytes: the database itself does not notice a changed one. */
export function sealCheckpoint({ claimId, seq, vector, state }: Checkpoint): SealedCheckpoint {
  const sealed = Buffer.allocUnsafe(HEAD + vector.length + state.length);
  sealed.writeUInt32LE(vector.length, SUM);
  sealed.set(vector, HEAD);
  sealed.set(state, HEAD + vector.length);
  sealed.writeUInt32LE(checksum(claimId, seq, sealed));
  return { claimId, seq, state: sealed };
}

/** The document in a checkpoint; null when the row is not as it was written. */
export function openSeal({ claimId, seq, state: sealed }: SealedCheckpoint): Checkpoint | null {
  if (sealed.length < HEAD || sealed.readUInt32LE() !== checksum(claimId, seq, sealed)) return null;
  const start = HEAD + sealed.readUInt32LE(SUM);
  return { claimId, seq, vector: sealed.subarray(HEAD, start), state: sealed.subarray(start) };
}

const checksum = (claimId: string, seq: number, sealed: Buffer) =>
  crc32(sealed.subarray(SUM), crc32(`${claimId} ${seq}`));
