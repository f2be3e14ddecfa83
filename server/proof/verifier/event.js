import { sha256 } from "./canonical.js";

/** @typedef {{ type: string, actorId: string | null, caseId: string | null, claimId: string | null }} Heading */
/** @typedef {{ seq: number, at: number, commitment: string, previousHash: string }} Entry */

/**
 * What an event says, as the canonical JSON that its commitment covers; `body` is canonical JSON itself.
 * @param {Heading} heading @param {string} body
 */
export function openingOf({ type, actorId, caseId, claimId }, body) {
  const [actor, parent, claim, kind] = [actorId, caseId, claimId, type].map((one) => JSON.stringify(one));
  return `{"actorId":${actor},"body":${body},"caseId":${parent},"claimId":${claim},"type":${kind}}`;
}

/**
 * Binds an event to what it says without telling it: whoever does not know the salt, 64 hex digits, learns nothing.
 * @param {string} salt @param {string} opening
 */
export const commitmentOf = (salt, opening) => sha256(salt + opening);

/** The hash of one entry of the chain; it covers the one before. @param {Entry} entry */
export function entryHash({ seq, at, commitment, previousHash }) {
  return sha256(`{"at":${at},"commitment":"${commitment}","previousHash":"${previousHash}","seq":${seq}}`);
}
