import { claimByNumber } from "#db/queries/claims.ts";
import { readDesk } from "#db/queries/people.ts";
import { publicationsOfCase, publishedClaims, publishedReleases, readPublicPages } from "#db/queries/publications.ts";
import { claimOfRelease, releaseIdsOfClaim } from "#db/queries/releases.ts";
import { withheldClaimOf, withheldOfCase } from "#db/queries/withheld-claims.ts";
import type { ReleasedClaim, ReleasedSet } from "#domain/claim-set.ts";
import type { ReleasedCorrection } from "#domain/corrections.ts";
import type { Language } from "#domain/words/languages.ts";
import type { Context } from "#server/context.ts";
import { referenceOf } from "#server/services/claim-rows.ts";
import { releasedSet } from "#server/services/released-set.ts";

type Publication = ReturnType<typeof publicationsOfCase>[number];

export type PublicRelease = {
  caseNumber: number;
  number: number;
  sha256: string;
  set: ReleasedSet;
  /** The newest public release of this case. */
  newest: number;
  /** The retractions of claims that it does not hold, but for withheld ones. */
  retractions: ReleasedCorrection[];
  /** What the newest public release has withdrawn of the claims that this one holds. */
  withdrawnSince: ReleasedCorrection[];
  /** The references of those retractions that have a page, because a public release holds them. */
  retracted: string[];
  /** The ids of its claims that no page shows. */
  withheld: string[];
  /** Since when its file is not given out, because it tells of a withheld claim. */
  fileWithheldAt: number | null;
};

export type PublicClaim = {
  release: PublicRelease;
  claim: ReleasedClaim;
  /** The public releases that hold it, newest first. */
  versions: number[];
  /** Why the newest public release of the case has withdrawn it, where it has. */
  retraction: ReleasedCorrection | null;
};

/** What was public once; `newest` is the release where it, or its case, can be read now. */
export type Withdrawn = { withdrawnAt: number; newest: number | null };

export type PublicEntry = ReturnType<typeof publishedReleases>[number];

/** The first entries of a list that everybody may ask for at any time. */
const MOST = 500;

/** What everybody may read. Nobody is asked who they are, and nothing is read but releases that somebody published. */
export function publishedService({ db }: Context) {
  return {
    /** The language of the public pages; null while the desk has none. */
    language(): Language | null {
      const pages = readPublicPages(db);
      return pages?.isOn ? pages.language : null;
    },

    desk: () => readDesk(db)?.name ?? "",

    release(caseNumber: number, number: number): PublicRelease | Withdrawn | null {
      const all = publicationsOfCase(db, caseNumber);
      const found = all.find((one) => one.number === number);
      if (!found) return null;
      const newest = newestOf(all);
      if (found.withdrawnAt !== null) return { withdrawnAt: found.withdrawnAt, newest };
      return toRelease(found, caseNumber, all);
    },

    /** A claim as a release holds it; without a number, the newest public one that does. */
    claim(caseNumber: number, claimNumber: number, number: number | null): PublicClaim | Withdrawn | null {
      const all = publicationsOfCase(db, caseNumber);
      const claimId = all[0] && claimByNumber(db, all[0].caseId, claimNumber)?.id;
      if (!claimId) return null;
      const ids = new Set(releaseIdsOfClaim(db, claimId));
      const holding = all.filter(({ id }) => ids.has(id));
      const versions = holding.filter(isPublic).map((one) => one.number);
      const wanted = number ?? versions[0] ?? holding[0]?.number;
      const found = holding.find((one) => one.number === wanted);
      if (!found) return null;
      if (found.withdrawnAt !== null) return { withdrawnAt: found.withdrawnAt, newest: versions[0] ?? null };
      const withheld = withheldClaimOf(db, claimId);
      if (withheld) return { withdrawnAt: withheld.at, newest: null };
      const claim = claimOfRelease(db, found.id, claimId);
      const release = toRelease(found, caseNumber, all);
      const retraction = all.find(isPublic)?.head.retractions?.find((one) => one.claimId === claimId) ?? null;
      return claim && { release, claim, versions, retraction };
    },

    /** The public releases, the last published first. */
    list: (): PublicEntry[] => publishedReleases(db, MOST),

    /** The references of every public claim, for a list of addresses. */
    claims: (limit: number): { caseNumber: number; reference: string; madeAt: number }[] =>
      publishedClaims(db, limit).map(({ caseNumber, claimNumber, madeAt }) => ({
        ...{ caseNumber, reference: referenceOf(caseNumber, claimNumber), madeAt: madeAt ?? 0 },
      })),
  };

  function toRelease(found: Publication, caseNumber: number, all: readonly Publication[]): PublicRelease {
    const { number, sha256, head } = found;
    const open = new Set(all.filter(isPublic).map(({ id }) => id));
    const hasPage = (claimId: string) => releaseIdsOfClaim(db, claimId).some((id) => open.has(id));
    const hidden = hiddenIn(found);
    const retractions = (head.retractions ?? []).filter((one) => !hidden.ids.has(one.claimId));
    const retracted = retractions.filter((one) => hasPage(one.claimId)).map((one) => one.reference);
    const since = all.find(isPublic)?.head.retractions ?? [];
    const withdrawnSince = since.filter(
      ({ claimId }) => !hidden.ids.has(claimId) && claimOfRelease(db, found.id, claimId),
    );
    const about = { caseNumber, number, sha256, newest: newestOf(all) ?? number, set: releasedSet(db, found) };
    return { ...about, retractions, withdrawnSince, retracted, withheld: hidden.held, fileWithheldAt: hidden.since };
  }

  /** The withheld claims that a release holds, or tells of as retracted, and since when the last one is. */
  function hiddenIn({ id, caseId, head }: Publication): { ids: Set<string>; held: string[]; since: number | null } {
    const hidden = withheldOfCase(db, caseId).map(({ claimId, at }) => {
      const isTold = head.retractions?.some((one) => one.claimId === claimId) ?? false;
      return { claimId, at, isTold, isHeld: claimOfRelease(db, id, claimId) !== null };
    });
    const concerned = hidden.filter(({ isTold, isHeld }) => isTold || isHeld);
    return {
      ids: new Set(concerned.map(({ claimId }) => claimId)),
      held: concerned.flatMap(({ claimId, isHeld }) => (isHeld ? [claimId] : [])),
      since: concerned.length > 0 ? Math.max(...concerned.map(({ at }) => at)) : null,
    };
  }
}

const isPublic = ({ withdrawnAt }: Publication) => withdrawnAt === null;

const newestOf = (all: readonly Publication[]): number | null => all.find(isPublic)?.number ?? null;

export const isWithdrawn = <T extends object>(found: T | Withdrawn): found is Withdrawn => "withdrawnAt" in found;
