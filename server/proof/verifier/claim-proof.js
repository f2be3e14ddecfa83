import { attemptIn, linesOf, objectIn } from "./bundle.js";
import { canonical, sha256 } from "./canonical.js";
import { checkCorrections, eventsBehind } from "./corrections.js";
import { openNote } from "./note.js";
import { chainOf, checkSigned, readHead, readKeys } from "./parts.js";

// One claim of a bundle in a file of its own: what the record proves of it, and nothing of any other claim. So names of
// people, titles of sources and the event of the release, which names all claims, are not in it.

/** @typedef {import("./bundle.js").Report} Report */
/** @typedef {import("./parts.js").SignedClaim} SignedClaim */
/** @typedef {import("./corrections.js").Line} Line */
/** @typedef {SignedClaim & { format: string, formatVersion: number, case: number, release: number, quorum: number, corrections: Line["corrections"], checkpoint: string, key: string, sums: Record<string, string> }} ClaimProof */

const CLAIM_FORMAT = "assay-claim-proof";
export const CLAIM_FILE = "the file";

/**
 * The file of one claim, from a bundle that was checked.
 * @param {ReadonlyMap<string, import("./zip.js").Stored>} files @param {string} reference
 * @throws Error with a sentence when nothing of this claim can be proved by itself.
 */
export function takeClaim(files, reference) {
  const text = (/** @type {string} */ name) => files.get(name)?.read().toString() ?? "";
  const line = (/** @type {string} */ name) =>
    [...linesOf(files.get(name)?.read() ?? Buffer.alloc(0))].find((one) => one.reference === reference);
  const signed = line("audit/sign-offs.jsonl");
  if (!signed) throw new Error(`${reference} does not stand in this bundle: audit/sign-offs.jsonl lists its claims.`);
  if (!signed.content || !signed.signOffs.some(({ event }) => event))
    throw new Error(
      `What was signed of ${reference} cannot be shown: it covers a protected source, is withheld or is too old.`,
    );
  const { case: parent, release, claimSet } = objectIn(text("manifest.json"));
  const { quorum } = objectIn(text(claimSet.file));
  const told = /** @type {Line | undefined} */ (/** @type {unknown} */ (line("audit/corrections.jsonl")));
  const checkpoint = text("checkpoint.txt");
  return claimFile({
    ...{ format: CLAIM_FORMAT, formatVersion: 1, case: parent.number, release: release.number, quorum },
    ...signed,
    signOffs: signed.signOffs.map(({ memberId, at, event, why }) => ({ memberId, at, event, why })),
    corrections: told?.corrections ?? [],
    ...{ checkpoint, key: openNote(checkpoint, readKeys(text("keys.txt")))?.key.line ?? "" },
  });
}

/** Each part, and of each its SHA-256, so that what was changed is named. @param {Omit<ClaimProof, "sums">} parts */
export function claimFile(parts) {
  const proof = JSON.parse(canonical(parts));
  const sums = Object.fromEntries(Object.keys(proof).map((name) => [name, sha256(canonical(proof[name]))]));
  return writtenAs({ ...proof, sums });
}

/** @param {object} proof */
const writtenAs = (proof) => `${JSON.stringify(proof, null, 2)}\n`;

/**
 * Checks the file of one claim: what was signed, by enough people and not one alone, in the record under the checkpoint.
 * @param {Buffer} bytes @param {readonly import("./note.js").Key[]} pinned Keys that are trusted; with none, the one in the file.
 * @returns {Report}
 */
export function verifyClaim(bytes, pinned = []) {
  const isPinned = pinned.length > 0;
  /** @type {Report} */
  const report = { findings: [], title: "", key: null, isPinned, isClaim: true, facts: [], limits: [] };
  const attempt = attemptIn(report.findings);
  const proof = /** @type {ClaimProof | undefined} */ (attempt(CLAIM_FILE, () => objectIn(bytes.toString())));
  if (!proof) return report;
  attempt(CLAIM_FILE, () => checkForm(proof, bytes));
  attempt(CLAIM_FILE, () => checkSums(proof, report));
  attempt("checkpoint", () => {
    const keys = isPinned ? pinned : readKeys(proof.key);
    const signer = openNote(proof.checkpoint, keys)?.key;
    const head = signer && readHead(proof.checkpoint, keys, signer.name);
    if (!head) return ["It is not a checkpoint that a key which is trusted here signed."];
    report.key = signer.line;
    attempt(proof.reference, () => checkClaim(proof, head, report));
    return [];
  });
  return report;
}

/** @param {ClaimProof} proof @param {Buffer} bytes */
function checkForm(proof, bytes) {
  if (proof.format !== CLAIM_FORMAT || proof.formatVersion !== 1)
    return ["It is not the proof of a claim, or of a form that a newer verifier checks."];
  return Buffer.from(writtenAs(proof)).equals(bytes) ? [] : ["It is not written as it was: a byte of it was changed."];
}

/** @param {ClaimProof} proof @param {Report} report */
function checkSums({ sums, ...proof }, report) {
  const parts = new Map(Object.entries(proof));
  for (const item of new Set([...parts.keys(), ...Object.keys(sums)]))
    if (sums[item] !== sha256(canonical(parts.get(item) ?? null)))
      report.findings.push({ item, what: "Its SHA-256 is not the one in sums: it was changed." });
  return [];
}

/** @param {ClaimProof} proof @param {import("./parts.js").Head} head @param {Report} report */
function checkClaim(proof, head, report) {
  const { reference, claimId, content, signOffs, quorum, corrections } = proof;
  const events = signOffs.flatMap(({ event }) => event ?? []);
  const told = corrections.map(({ event }) => toldBy(event, claimId));
  const line = { reference, claimId, corrections };
  const wrong = checkSigned(proof, quorum, head);
  if (!content || events.length === 0) wrong.push("It shows no content with a sign-off: nothing is proved.");
  if (!(quorum >= 1)) wrong.push("Its case asks for nobody's sign-off.");
  wrong.push(...checkCorrections({ reference, claimId, told }, line, { head, before: 0, number: proof.release }));
  wrong.push(...[...events, ...eventsBehind(line)].flatMap(chainOf()));
  report.title = `Claim ${reference}, said to be of release v${proof.release} of case ${proof.case}: “${content?.statement}”`;
  report.facts.push(...factsOf(proof, events));
  report.limits.push(...limitsOf(proof, events));
  return wrong;
}

/** What a correction says is taken from its event: the file tells it nowhere else. @param {import("./parts.js").Opened | null} event @param {string} claimId @returns {any} */
function toldBy(event, claimId) {
  if (!event) return { kind: "correction" };
  const { kind, what, why, by, releasedBefore } = event.body;
  return { claimId, kind, what, why, memberId: by, releasedBefore, at: new Date(event.at).toISOString() };
}

/** @param {ClaimProof} proof @param {import("./parts.js").Opened[]} events */
function factsOf({ corrections }, events) {
  const shown = corrections.filter(({ event }) => event).length;
  return [
    `Its content is what was signed off. Sign-offs that stand in the record under the checkpoint: ${events.length}.`,
    ...(shown > 0 ? [`Corrections, updates and retractions that stand in the record: ${shown}.`] : []),
  ];
}

/** @param {ClaimProof} proof @param {import("./parts.js").Opened[]} events */
function limitsOf({ release, claimId, quorum, signOffs, corrections }, events) {
  const asked = events.reduce((last, one) => (one.seq > last.seq ? one : last), /** @type {any} */ (events[0]));
  const hidden = [...signOffs, ...corrections].filter(({ event }) => !event).length;
  const differs = asked && asked.body.quorum !== quorum;
  return [
    `The record knows the claim as ${claimId}; its number, and that it stands in release v${release}, are what this file says. The bundle of the release shows them.`,
    "Not shown: what was recorded after the checkpoint, corrections that were left out, names of people and titles of sources.",
    ...(differs
      ? [`When it was last signed its case asked for ${asked.body.quorum} people; this file says ${quorum}.`]
      : []),
    ...(hidden > 0 ? [`Events that are told but not shown: ${hidden}; the file says why.`] : []),
  ];
}
