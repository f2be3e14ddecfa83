import { crc32 } from "node:zlib";

export type Checkpoint = { claimId: string; seq: number; state: Buffer };

const LENGTH = 4;

/** Puts a checksum of the whole row before its bytes: the database itself does not notice a changed one. */
export function sealCheckpoint({ claimId, seq, state }: Omit<Checkpoint, "state"> & { state: Uint8Array }): Checkpoint {
  const sealed = Buffer.allocUnsafe(LENGTH + state.length);
  sealed.writeUInt32LE(checksum(claimId, seq, state));
  sealed.set(state, LENGTH);
  return { claimId, seq, state: sealed };
}

/** The document in a checkpoint; null when the row is not as it was written. */
export function openSeal({ claimId, seq, state: sealed }: Checkpoint): Uint8Array | null {
  if (sealed.length < LENGTH) return null;
  const state = sealed.subarray(LENGTH);
  return sealed.readUInt32LE() === checksum(claimId, seq, state) ? state : null;
}

const checksum = (claimId: string, seq: number, state: Uint8Array) => crc32(state, crc32(`${claimId} ${seq}`));
