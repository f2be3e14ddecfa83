import { createHash } from "node:crypto";
import { countWithheld } from "#db/queries/audit.ts";
import { allMembers } from "#db/queries/people.ts";
import { checkpointOfRelease, insertSeal, lastSealOf } from "#db/queries/proofs.ts";
import type { bundleSeals } from "#db/schema/proofs.ts";
import type { Context } from "#server/context.ts";
import { inChunks } from "#server/export/chunks.ts";
import { zip } from "#server/export/zip.ts";
import { bundleFiles } from "#server/proof/bundle.ts";
import { partsOf, type Release } from "#server/proof/bundle-parts.ts";
import { makeCheckpoint } from "#server/proof/checkpoints.ts";
import { programHash } from "#server/proof/program.ts";
import { signNote } from "#server/proof/signer.ts";
import { canonical, sha256 } from "#server/proof/verifier/canonical.js";
import { signedText } from "#server/proof/verifier/parts.js";
import { inTransaction } from "#server/services/decide.ts";

export type Seal = typeof bundleSeals.$inferSelect;
type Sums = Pick<Seal, "key" | "note" | "manifestSha256" | "sha256" | "bytes">;

/**
 * Bundles releases. The first time a bundle is written it is sealed: what was signed is kept, so that it has the same bytes
 * when another key signs. It is sealed anew only when its content would be another, as after an update of the program.
 */
export function createSeals({ db, now, signer }: Pick<Context, "db" | "now" | "signer">) {
  const running = new Map<string, Promise<Seal>>();

  /** The seal of what would be written now; null while there is none. */
  function fresh(releaseId: string): Seal | null {
    const seal = lastSealOf(db, releaseId);
    return seal?.basis === basis() ? seal : null;
  }

  /** Writes the bundle once to know its hash, beside other work; whoever asks meanwhile waits for the same. */
  function seal(release: Release): Promise<Seal> {
    const found = fresh(release.id);
    if (found) return Promise.resolve(found);
    const made = running.get(release.id) ?? make(release).finally(() => running.delete(release.id));
    running.set(release.id, made);
    return made;
  }

  async function make(release: Release): Promise<Seal> {
    const before = lastSealOf(db, release.id);
    const row = { releaseId: release.id, basis: basis() };
    const again = before && (await summed(release, before.key, () => before.note));
    const isSame = again?.manifestSha256 === before?.manifestSha256;
    const sums = again && isSame ? again : await summed(release, signer.line, (hash) => signed(release, hash));
    return inTransaction(db, (tx) => insertSeal(tx, { ...row, ...sums, at: now() }));
  }

  function signed({ head }: Release, manifestSha256: string): string {
    return signNote(signedText(signer.name, head, manifestSha256), signer);
  }

  async function summed(release: Release, key: string, noteOf: (hash: string) => string): Promise<Sums> {
    const [sum, sums] = [createHash("sha256"), { key, note: "", manifestSha256: "", bytes: 0 }];
    const sign = (manifestSha256: string) => Object.assign(sums, { manifestSha256, note: noteOf(manifestSha256) }).note;
    for await (const chunk of inChunks(written(release, { key, sign }))) {
      sum.update(chunk);
      sums.bytes += chunk.byteLength;
    }
    return { ...sums, sha256: sum.digest("hex") };
  }

  function written(release: Release, { key, sign }: { key: string; sign: (hash: string) => string }) {
    return zip(bundleFiles(partsOf(db, release, { key, sign, checkpoint: checkpointOf(release) })));
  }

  /** A release from before there were checkpoints gets its own now. */
  function checkpointOf({ id }: Release): string {
    const made = checkpointOfRelease(db, id)?.note;
    return made ?? inTransaction(db, (tx) => makeCheckpoint(tx, { signers: [signer], at: now(), releaseId: id }));
  }

  function basis(): string {
    const names = allMembers(db).map(({ id, name }) => [id, name]);
    return sha256(canonical([programHash(), countWithheld(db), names]));
  }

  /** The bundle as it was sealed. @throws Error in the middle, when it would come out otherwise. */
  function pieces(release: Release, { key, note, manifestSha256 }: Seal): Iterable<Uint8Array> {
    const sign = (hash: string) => {
      if (hash === manifestSha256) return note;
      throw new Error(`The bundle of release ${release.id} is not what was sealed; its download is broken off.`);
    };
    return written(release, { key, sign });
  }

  return { fresh, seal, pieces };
}
