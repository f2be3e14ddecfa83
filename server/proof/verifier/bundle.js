import { canonical, normalised, sha256 } from "./canonical.js";
import { checkChanged, checkCorrections, correctionsToldIn, eventsBehind } from "./corrections.js";
import { openNote } from "./note.js";
import { chainOf, checkFile, checkRelease, checkSigned, readHead, readKeys, signedText } from "./parts.js";
import { checkReleased } from "./released.js";

/** @typedef {import("./note.js").Key} Key */
/** @typedef {import("./parts.js").Manifest} Manifest */
/** @typedef {import("./parts.js").SignedClaim} SignedClaim */
/** @typedef {import("./zip.js").Stored} Stored */
/** @typedef {import("./zip.js").Finding} Finding */
/** @typedef {{ findings: Finding[], title: string, key: string | null, isPinned: boolean, isClaim?: boolean, facts: string[], limits: string[] }} Report */

/**
 * Checks a bundle: every file, the signature, the record's proofs, and that each claim is what was signed off.
 * @param {{ files: Map<string, Stored>, findings: Finding[], isArchive: boolean }} bundle
 * @param {readonly Key[]} pinned Keys that are trusted; with none, those that the bundle brings along.
 * @returns {Report}
 */
export function verifyBundle({ files, findings: layout, isArchive }, pinned = []) {
  /** @type {Report} */
  const report = { findings: [...layout], title: "", key: null, isPinned: pinned.length > 0, facts: [], limits: [] };
  const text = (/** @type {string} */ name) => files.get(name)?.read().toString() ?? "";
  const json = (/** @type {string} */ name) => objectIn(text(name));
  const attempt = attemptIn(report.findings);
  if (files.size === 0 && layout.length > 0) return report;

  const keys = readKeys(text("keys.txt"));
  const signed = openNote(text("signature.txt"), report.isPinned ? pinned : keys);
  report.key = signed?.key.line ?? null;
  const manifest = /** @type {Manifest | undefined} */ (attempt("manifest.json", () => json("manifest.json")));
  if (!manifest) return report;
  const hash = sha256(files.get("manifest.json")?.read() ?? "");
  report.title = attempt("manifest.json", () => titleOf(manifest)) ?? "";
  attempt("signature.txt", () => (signed ? [] : ["It is not signed by a key that is trusted here."]));
  attempt("manifest.json", () => checkSignature(signed, manifest, hash));
  attempt("manifest.json", () => checkManifest(manifest, { files, isArchive }, report));

  const name = signed?.key.name ?? keys[0]?.name ?? "";
  const head = attempt("checkpoint.txt", () => readHead(text("checkpoint.txt"), keys, name) ?? UNSIGNED);
  const read = (/** @type {string} */ note) => readHead(note, keys, name);
  if (!head) return report;
  const made = attempt("audit/release.json", () => json("audit/release.json"));
  attempt("audit/release.json", () => (made ? checkRelease(made, manifest, head, read) : []));
  if (made && !made.event)
    report.limits.push("The event of this release is told but not shown; audit/release.json says why.");
  if (made && !made.earlier && manifest.release?.number > 1)
    report.limits.push(
      "That the record of the release before goes on in this one is not shown, as after a restore from a backup: its end may be lost, or it was rewritten.",
    );
  const setFile = attempt("manifest.json", () => manifest.claimSet.file) ?? "";
  const set = attempt(setFile, () => json(setFile));
  if (!set) return report;
  attempt(setFile, () => checkClaimSet(set, manifest));
  attempt("evidence.json", () => checkEvidence(json("evidence.json"), set));
  const lines = (/** @type {string} */ file) => linesOf(files.get(file)?.read() ?? Buffer.alloc(0));
  const follows = chainOf();
  attempt("audit/sign-offs.jsonl", () => checkClaims(lines("audit/sign-offs.jsonl"), set, { head, follows }, report));
  attempt("audit/corrections.jsonl", () => {
    if (manifest.formatVersion === 1) return withoutCorrections(set, report);
    const before = made?.earlier ? (read(made.earlier.checkpoint)?.size ?? 0) : 0;
    const record = { head, follows, before, number: manifest.release.number };
    return checkAllCorrections(lines("audit/corrections.jsonl"), set, record, report);
  });
  return report;
}

const UNSIGNED = ["It is not a checkpoint of this record that a key in keys.txt signed."];

/** @param {string} text */
export function objectIn(text) {
  const value = JSON.parse(text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new TypeError("It is no object.");
}

/** Runs a check; what it finds, and that it could not run, is a finding on this item. @param {Finding[]} findings */
export function attemptIn(findings) {
  /** @template T @param {string} item @param {() => T} run @returns {Exclude<T, string[]> | undefined} */
  return (item, run) => {
    try {
      const result = run();
      if (!Array.isArray(result)) return /** @type {any} */ (result);
      findings.push(...result.map((what) => ({ item, what })));
    } catch {
      findings.push({ item, what: "It is missing, or cannot be read." });
    }
  };
}

/** @param {any} manifest */
const titleOf = ({ desk, release, ...manifest }) =>
  `Release v${release.number} of case ${manifest.case.number}, “${manifest.case.title}”, by ${desk.name}, made ${minuteOf(release.madeAt)}`;

/** @param {string} iso */
const minuteOf = (iso) => `${iso.slice(0, 16).replace("T", " ")} UTC`;

/** @param {ReturnType<typeof openNote>} signed @param {Manifest} manifest @param {string} hash */
function checkSignature(signed, manifest, hash) {
  const isSame = !signed || signed.text === signedText(signed.key.name, manifest, hash);
  return isSame ? [] : ["It is not the one that signature.txt signs."];
}

/** @param {Manifest} manifest @param {{ files: Map<string, Stored>, isArchive: boolean }} bundle @param {Report} report */
function checkManifest(manifest, { files, isArchive }, report) {
  for (const one of manifest.files)
    report.findings.push(...checkFile(one, files.get(one.name)).map((what) => ({ item: one.name, what })));
  const known = new Set(["manifest.json", "signature.txt", ...manifest.files.map((one) => one.name)]);
  const others = [...files.keys()].filter((name) => !known.has(name));
  if (isArchive) report.findings.push(...others.map((item) => ({ item, what: "It is not part of the bundle." })));
  else report.limits.push(...others.map((name) => `${name} is not part of the bundle and was not checked.`));
  report.facts.push(`Files with the size and the SHA-256 that manifest.json lists: ${manifest.files.length}.`);
  return [];
}

/** @param {any} set @param {Manifest} manifest */
function checkClaimSet(set, manifest) {
  const isSigned = sha256(canonical(normalised(set))) === manifest.claimSet.sha256;
  return isSigned ? [] : ["The claim set in it is not the one that was released."];
}

/** @param {{ documents: any[] }} evidence @param {{ documents: any[] }} set */
function checkEvidence(evidence, set) {
  const hashes = (/** @type {any[]} */ list) => list.map((one) => `${one.versionId} ${one.sha256}`).join();
  return hashes(evidence.documents) === hashes(set.documents) ? [] : ["Its documents are not those of the claim set."];
}

/** @param {Buffer} bytes @returns {Generator<SignedClaim>} */
export function* linesOf(bytes) {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf("\n", from);
    yield JSON.parse(bytes.subarray(from, end < 0 ? bytes.length : end).toString());
    from = end < 0 ? bytes.length : end + 1;
  }
}

/** @typedef {import("./parts.js").Head} Head */

/** @param {Iterable<SignedClaim>} claims @param {any} set @param {{ head: Head, follows: ReturnType<typeof chainOf> }} record @param {Report} report */
function checkClaims(claims, set, { head, follows }, report) {
  let [count, shown, hidden] = [0, 0, 0];
  for (const claim of claims) {
    const events = claim.signOffs.flatMap(({ event }) => event ?? []);
    const wrong = [...checkSigned(claim, set.quorum, head), ...checkReleased(set.claims[count], claim)];
    wrong.push(...events.flatMap(follows));
    report.findings.push(...wrong.map((what) => ({ item: claim.reference, what })));
    [count, shown, hidden] = [count + 1, shown + events.length, hidden + claim.signOffs.length - events.length];
  }
  if (count === 0) report.facts.push(`It holds no claims, only retractions: ${set.retractions?.length ?? 0}.`);
  else
    report.facts.push(`Claims that are what was signed off: ${count}. Sign-offs that stand in the record: ${shown}.`);
  if (hidden > 0)
    report.limits.push(
      `Sign-offs that are told but not shown from the record: ${hidden}; audit/sign-offs.jsonl says why.`,
    );
  return count === set.claims.length ? [] : [`It has ${count} claims, the claim set ${set.claims.length}.`];
}

/** @param {Iterable<any>} lines @param {any} set @param {{ head: Head, follows: ReturnType<typeof chainOf>, before: number, number: number }} record @param {Report} report */
function checkAllCorrections(lines, set, record, report) {
  const [told, found] = [correctionsToldIn(set), [...lines]];
  for (const [at, one] of told.entries()) {
    const wrong = checkCorrections(one, found[at], record);
    if (found[at]) wrong.push(...eventsBehind(found[at]).flatMap(record.follows));
    report.findings.push(...wrong.map((what) => ({ item: one.reference, what })));
  }
  for (const claim of set.claims)
    report.findings.push(...checkChanged(claim, record.number).map((what) => ({ item: claim.reference, what })));
  const all = found.flatMap((one) => one.corrections);
  const shown = all.filter((one) => one.event).length;
  if (all.length > 0) report.facts.push(`Corrections, updates and retractions that stand in the record: ${shown}.`);
  if (shown < all.length)
    report.limits.push(
      `Corrections that are told but not shown from the record: ${all.length - shown}; audit/corrections.jsonl says why.`,
    );
  return found.length === told.length ? [] : [`It tells of ${found.length} claims, the claim set of ${told.length}.`];
}

/** @param {any} set @param {Report} report */
function withoutCorrections(set, report) {
  if (correctionsToldIn(set).length > 0)
    report.limits.push("This bundle is of the first form, which does not show what is recorded of its corrections.");
  return [];
}
