import type { Context, Member } from "#server/context.ts";
import { createPastCards } from "#server/past/past-cards.ts";
import { numberedClaim } from "#server/services/access.ts";
import { comparing } from "#server/services/version-compare.ts";
import { naming } from "#server/services/version-naming.ts";
import { restoring } from "#server/services/version-restore.ts";
import { type HistoryRow, historyRows, readerOf } from "#server/services/version-rows.ts";
import { type ClaimFacts, claimFacts, standingOf } from "#server/services/version-standing.ts";
import { crediting } from "#server/services/version-words.ts";

export type VersionList = {
  claim: ClaimFacts;
  rows: HistoryRow[];
  /** The place from which older ones are listed; null when there are none. */
  older: number | null;
  /** Whether newer ones were left out. */
  isOlder: boolean;
};

const PAGE = 100;

/**
 * The versions of a card, read from its log: listed, compared, named, restored, and whose words are whose. What a member
 * may not see is refused before anything is replayed.
 */
export function versionsService(context: Context) {
  const { db } = context;
  const past = createPastCards(db);
  return {
    /** A hundred at a time, newest first; `before` is the place of the last one on the page before. */
    list(actor: Member, caseNumber: number, claimNumber: number, before: number | null = null): Promise<VersionList> {
      const found = numberedClaim(db, actor, caseNumber, claimNumber, "case.read");
      const standing = standingOf(db, found.claim.id);
      const claim = claimFacts(db, actor, found, standing.now);
      const left = standing.versions.filter(({ place }) => before === null || place < before);
      const page = left.slice(-PAGE);
      const older = left.length > PAGE ? (page[0]?.place ?? null) : null;
      return historyRows(past, standing, page, readerOf(db, actor)).then((rows) => ({
        ...{ claim, rows, older },
        isOlder: left.length < standing.versions.length,
      }));
    },
    ...comparing(context, past),
    ...crediting(context, past),
    ...naming(context),
    ...restoring(context, past),
  };
}
