import type { ReleasedSet } from "#domain/claim-set.ts";
import { EXPORT_FORMATS, exportRelease } from "#server/export/index.ts";
import type { Written, ZipFile } from "#server/export/zip.ts";
import { readme } from "#server/proof/readme.ts";
import { sha256 } from "#server/proof/verifier/canonical.js";
import { verifyFile } from "#server/proof/verify-file.ts";

export type BundleParts = {
  set: ReleasedSet;
  /** SHA-256 of the canonical claim set. */
  sha256: string;
  /** The key that signs this bundle, then those that signed the checkpoints in it. */
  keys: readonly string[];
  checkpoint: string;
  corrections: () => Iterable<string>;
  release: () => string;
  signOffs: () => Iterable<string>;
  evidence: () => Iterable<string>;
  /** The note that goes with a manifest of this hash. */
  sign: (manifestSha256: string) => string;
};

type Files = Generator<ZipFile, void, Written | undefined>;

const kept = (name: string, text: string): ZipFile => ({ name, pieces: [text], isPacked: false });
const packed = (name: string, pieces: ZipFile["pieces"]): ZipFile => ({ name, pieces, isPacked: true });

/** Everything that a bundle holds, sorted by name; docs/proofs.md says what each file is. */
export function* bundleFiles(parts: BundleParts): Files {
  const { set, keys, checkpoint } = parts;
  const verifier = verifyFile();
  const written: Written[] = [];
  for (const file of [
    kept("README.txt", readme(set.head, keys[0] ?? "")),
    packed("audit/corrections.jsonl", parts.corrections()),
    packed("audit/release.json", [parts.release()]),
    packed("audit/sign-offs.jsonl", parts.signOffs()),
    kept("checkpoint.txt", checkpoint),
    packed("evidence.json", parts.evidence()),
    ...exportsOf(set).map(({ name, pieces }) => packed(name, pieces)),
    kept("keys.txt", keys.map((line) => `${line}\n`).join("")),
  ]) {
    const done = yield file;
    if (done) written.push(done);
  }
  const last = { name: "verify.mjs", size: Buffer.byteLength(verifier), sha256: sha256(verifier), packedSha256: null };
  const manifest = manifestJson(parts, [...written, last]);
  yield kept("manifest.json", manifest);
  yield kept("signature.txt", parts.sign(sha256(manifest)));
  yield kept(last.name, verifier);
}

/** Every format of the release, sorted by file name. */
function exportsOf(set: ReleasedSet) {
  const files = EXPORT_FORMATS.map(({ id }) => ({ id, ...exportRelease(set, id) }));
  const named = files.map(({ id, fileName, pieces }) => ({ id, name: `exports/${fileName}`, pieces }));
  return named.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function manifestJson({ set, sha256: hash }: BundleParts, written: readonly Written[]): string {
  const { desk, case: parent, release } = set.head;
  const file = exportsOf(set).find(({ id }) => id === "json")?.name;
  const files = written.map(({ packedSha256, ...one }) => (packedSha256 ? { ...one, packedSha256 } : one));
  const claimSet = { file, sha256: hash, claims: set.count };
  const manifest = { format: "assay-bundle", formatVersion: 2, desk, case: parent, release, claimSet, files };
  return `${JSON.stringify(manifest, null, 2).toWellFormed()}\n`;
}
