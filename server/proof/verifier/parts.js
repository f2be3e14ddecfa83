import { canonical, sha256 } from "./canonical.js";
import { commitmentOf, entryHash, openingOf } from "./event.js";
import { isConsistent, leafHash, rootOfInclusion } from "./merkle.js";
import { openNote, readCheckpoint, readKey } from "./note.js";

// What each file of a bundle has to say. Every function returns what is wrong, in sentences.

/** @typedef {import("./note.js").Key} Key */
/** @typedef {{ name: string, size: number, sha256: string, packedSha256?: string }} Listed */
/** @typedef {{ formatVersion: number, case: { number: number }, release: { number: number }, claimSet: { file: string, sha256: string }, files: Listed[] }} Manifest */
/** @typedef {{ size: number, root: Buffer }} Head */
/** @typedef {{ seq: number, at: number, previousHash: string, commitment: string, path: string[], salt: string, type: string, actorId: string | null, caseId: string | null, claimId: string | null, body: Record<string, unknown> }} Opened */
/** @typedef {{ memberId: string, at: string, event: Opened | null, why?: string }} SignOff */
/** @typedef {{ reference: string, claimId: string, contentHash: string | null, content: Record<string, any> | null, signOffs: SignOff[] }} SignedClaim */

/** The keys in a text of lines, whatever stands behind each. @param {string} text @returns {Key[]} */
export function readKeys(text) {
  return text.split("\n").flatMap((line) => readKey(line.split(" ")[0] ?? "") ?? []);
}

/** What the signature of a bundle says. @param {string} name @param {Pick<Manifest, "case" | "release">} of @param {string} hash */
export const signedText = (name, of, hash) =>
  `${name}\nThis is the bundle of case ${of.case.number}, release ${of.release.number}.\nIts manifest.json has the SHA-256 ${hash}.\n`;

/** @param {Listed} listed @param {{ packed: Buffer | null, read: () => Buffer } | undefined} stored */
export function checkFile(listed, stored) {
  if (!stored) return ["It is missing."];
  const content = stored.read();
  if (content.length !== listed.size || sha256(content) !== listed.sha256)
    return ["Its size or SHA-256 is not the one that manifest.json lists: it was changed."];
  const isRepacked = stored.packed !== null && sha256(stored.packed) !== listed.packedSha256;
  return isRepacked ? ["It is packed in another way than it was."] : [];
}

/** @param {string} note @param {readonly Key[]} keys @param {string} name @returns {Head | null} */
export function readHead(note, keys, name) {
  const head = readCheckpoint(openNote(note, keys)?.text ?? "");
  return head?.origin === name ? head : null;
}

/** Whether an event says what it was recorded with, and stands in the record under the checkpoint. @param {Opened} event @param {Head} head */
export function checkEvent(event, { size, root }) {
  const opening = openingOf(event, canonical(event.body));
  if (commitmentOf(event.salt, opening) !== event.commitment)
    return [`Event ${event.seq} does not say what was recorded.`];
  const leaf = leafHash(Buffer.from(entryHash(event), "hex"));
  const path = event.path.map((one) => Buffer.from(one, "hex"));
  const proved = rootOfInclusion({ leaf, index: event.seq - 1, size, path });
  return proved && root.equals(proved) ? [] : [`Event ${event.seq} does not stand in the record under checkpoint.txt.`];
}

/** Checks, event by event in any order, that those which follow one another in the record do so in its chain. */
export function chainOf() {
  /** @type {Map<number, { own: string, before: string }>} */
  const hashes = new Map();
  return (/** @type {Opened} */ event) => {
    const own = entryHash(event);
    hashes.set(event.seq, { own, before: event.previousHash });
    const [before, after] = [hashes.get(event.seq - 1), hashes.get(event.seq + 1)];
    const fits = (before?.own ?? event.previousHash) === event.previousHash && (after?.before ?? own) === own;
    return fits ? [] : [`Event ${event.seq} does not fit the one beside it in the chain.`];
  };
}

/** An event that is not shown is told with the reason. @param {{ event: Opened | null, why?: string }} told */
const isUnexplained = ({ event, why }) => !event && !why;

/** @param {{ event: Opened | null, why?: string, earlier: { checkpoint: string, path: string[] } | null }} made @param {Manifest} manifest @param {Head} head @param {(note: string) => Head | null} read */
export function checkRelease(made, manifest, head, read) {
  const { event, earlier } = made;
  const wrong = event ? checkEvent(event, head) : [];
  if (isUnexplained(made)) wrong.push("It does not show the event of this release, and does not say why.");
  const { type, body } = event ?? { type: "release.made", body: null };
  const isOther = body && (body.number !== manifest.release.number || body.sha256 !== manifest.claimSet.sha256);
  if (type !== "release.made" || isOther) wrong.push("The event that it shows is not of this release.");
  const before = earlier && read(earlier.checkpoint);
  if (earlier && !before) wrong.push("The checkpoint of the release before is not signed by a key in keys.txt.");
  if (earlier && before && !isGrown(before, head, earlier.path))
    wrong.push("The record of the release before is not the beginning of the record of this one: it was rewritten.");
  return wrong;
}

/** @param {Head} before @param {Head} after @param {string[]} path */
function isGrown(before, after, path) {
  const steps = path.map((one) => Buffer.from(one, "hex"));
  const [oldSize, oldRoot, newSize, newRoot] = [before.size, before.root, after.size, after.root];
  return isConsistent({ oldSize, oldRoot, newSize, newRoot, path: steps });
}

/** The content is what was signed, each sign-off is on the record for it, enough people signed, and not only the last editor. @param {SignedClaim} claim @param {number} quorum @param {Head} head */
export function checkSigned(claim, quorum, head) {
  const { contentHash, content, signOffs } = claim;
  const wrong =
    content && sha256(canonical(content)) !== contentHash ? ["Its content is not what was signed off."] : [];
  if (new Set(signOffs.map((one) => one.memberId)).size < quorum)
    wrong.push(`Fewer people signed it off than the ${quorum} for whom its case asks.`);
  if (signOffs.some(isUnexplained)) wrong.push("A sign-off is not shown from the record, and nothing says why.");
  const shown = signOffs.flatMap((one) => (one.event ? [{ ...one, event: one.event }] : []));
  for (const one of shown) wrong.push(...checkEvent(one.event, head), ...checkSignOff(one, claim));
  const isAlone = shown.every(({ event }) => event.actorId === event.body.lastEditorId);
  if (shown.length > 0 && shown.length === signOffs.length && isAlone)
    wrong.push("Only the person who changed it last signed it off: nobody verifies alone.");
  return wrong;
}

/** @param {SignOff & { event: Opened }} signOff @param {SignedClaim} claim */
function checkSignOff({ memberId, at, event }, { claimId, contentHash }) {
  const { type, actorId, body } = event;
  const isOfClaim = type === "review.signed_off" && event.claimId === claimId;
  const isTheirs = actorId === memberId && event.at === Date.parse(at);
  if (!isOfClaim || !isTheirs) return [`Event ${event.seq} is not the sign-off that it is shown for.`];
  return body.contentHash === contentHash ? [] : [`Event ${event.seq} signed off another content.`];
}
