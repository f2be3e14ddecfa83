import type { Context, Member } from "#server/context.ts";
import { type ExportFile, fileStem } from "#server/export/index.ts";
import type { Release } from "#server/proof/bundle-parts.ts";
import { createSeals, type Seal } from "#server/proof/seal.ts";
import { releaseFor } from "#server/services/released-set.ts";

/** What a page says about the bundle of a release. */
export type BundleView = { sha256: string; bytes: number; key: string; fileName: string };

/** A release as one file that can be checked. The first time it takes a while; from then on its hash is known. */
export function bundlesService(context: Context) {
  const { db, live } = context;
  const seals = createSeals(context);

  return {
    /** The bundle as it is known; null while it is put together, which begins when somebody asks. */
    read(actor: Member, caseNumber: number, releaseNumber: number): BundleView | null {
      const release = releaseFor(db, actor, caseNumber, releaseNumber);
      const seal = seals.fresh(release.id);
      if (!seal) prepare(release);
      return seal && viewOf(release, seal);
    },

    /** The whole bundle, as soon as it is sealed; always the same bytes. */
    file(actor: Member, caseNumber: number, releaseNumber: number): Promise<ExportFile> {
      const release = releaseFor(db, actor, caseNumber, releaseNumber);
      return seals.seal(release).then((seal) => ({
        ...viewOf(release, seal),
        mediaType: "application/zip",
        pieces: seals.pieces(release, seal),
      }));
    },
  };

  /** Puts it together beside other work. A fault is met by whoever downloads it. */
  function prepare(release: Release): void {
    const told = () => live.publish(release.caseId, { type: "case" });
    seals.seal(release).then(told, () => {});
  }
}

function viewOf({ head }: Release, { sha256, bytes, key }: Seal): BundleView {
  return { sha256, bytes, key, fileName: `${fileStem(head)}.bundle.zip` };
}
