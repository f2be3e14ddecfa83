import type { Db } from "#db/client.ts";
import { scaleById } from "#db/queries/cases.ts";
import { correctionsOfCase } from "#db/queries/corrections.ts";
import { lastReleaseNumber } from "#db/queries/releases.ts";
import type { BoundedAmount } from "#domain/figures.ts";
import type { Mark } from "#domain/scales.ts";
import type { Saying } from "#domain/words/say.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { cardAddress } from "#server/services/card-anchors.ts";
import { groupBy } from "#server/services/claim-rows.ts";
import type { Advice } from "#server/services/publishing-advice.ts";
import type { Looked } from "#server/services/release-looks.ts";
import type { Reason } from "#server/services/release-reasons.ts";
import { retractionsAlone } from "#server/services/released-corrections.ts";

/** A quote of an earlier version that somebody may keep on purpose. */
export type Keep = { documentId: string; claimId: string; quoteId: string; versionNumber: number; from: number };

/** A sentence about a claim, and the place where that is mended. */
export type Hint = { message: Saying; href: string; keep?: Keep };

export type PreflightRow = {
  claimId: string;
  number: number;
  reference: string;
  statement: string;
  language: string;
  claimant: string;
  figures: BoundedAmount[];
  mark: Mark;
  ratingLabel: string | null;
  contentHash: string;
  /** What keeps it out of the next release. */
  reasons: Hint[];
  /** What a reader of the release will miss. */
  doubts: Hint[];
  changedSinceRelease: boolean;
};

export type Preflight = {
  ready: PreflightRow[];
  /** Claims of the last release that the next one would not hold, each with what keeps it out. */
  leaving: PreflightRow[];
  blocked: PreflightRow[];
  dropped: number;
  /** Retractions that a release without claims would tell of; 0 where every one of them was told. */
  retractions: number;
  nextNumber: number;
  unchanged: boolean;
  /** What readers of its files will stumble over. */
  advice: Advice[];
};

/** The claims of a case before a release: those that go in, and the others with what stands against each. */
export function sortOut(db: Db, parent: CaseRecord, looked: readonly Looked[]) {
  const last = lastReleaseNumber(db, parent.id);
  const isHeld = ({ earlier }: Looked) => earlier[0] !== undefined && earlier[0].number === last;
  const out = looked.filter(({ reasons }) => reasons.length > 0);
  const staying = out.filter((one) => !isHeld(one));
  const corrections = groupBy(correctionsOfCase(db, parent.id), (one) => one.claimId);
  return {
    ready: looked.filter(({ reasons }) => reasons.length === 0) as readonly Looked[],
    leaving: out.filter(isHeld),
    blocked: staying.filter(({ row }) => row.status !== "dropped"),
    dropped: staying.filter(({ row }) => row.status === "dropped").length,
    corrections,
    retractions: retractionsAlone(corrections, last),
    nextNumber: last + 1,
    caseNumber: parent.number,
    scale: scaleById(db, parent.scaleId),
  };
}

export type SortedOut = ReturnType<typeof sortOut>;

type Beside = Pick<Preflight, "unchanged" | "advice">;

/** The same as the screen shows it. `unchanged`: a release would hold what the last one holds. */
export function preflightOf(parent: CaseRecord, sorted: SortedOut, beside: Beside): Preflight {
  const shown = (list: readonly Looked[]) => list.map((one) => toPreflight(one, parent));
  const { dropped, retractions, nextNumber } = sorted;
  return {
    ready: shown(sorted.ready),
    leaving: shown(sorted.leaving),
    blocked: shown(sorted.blocked),
    ...{ dropped, retractions, nextNumber, ...beside },
  };
}

function toPreflight({ row, reasons, doubts }: Looked, parent: CaseRecord): PreflightRow {
  const {
    id: claimId,
    number,
    reference,
    statement,
    language,
    claimant,
    figures,
    mark,
    ratingLabel,
    contentHash,
  } = row;
  const hint = (reason: Reason) => toHint(reason, parent.number, number);
  return {
    ...{ claimId, number, reference, statement, language, claimant, figures, mark, ratingLabel, contentHash },
    changedSinceRelease: row.releasedHash !== null && row.releasedHash !== contentHash,
    reasons: reasons.map(hint),
    doubts: doubts.map(hint),
  };
}

function toHint({ message, part, screen, quote }: Reason, caseNumber: number, number: number): Hint {
  if (screen) return { message, href: `${cardAddress(caseNumber, number, null)}/${screen}` };
  if (!quote) return { message, href: cardAddress(caseNumber, number, part) };
  const { documentId, claimId, quoteId, latest: versionNumber, from } = quote;
  const keep = { documentId, claimId, quoteId, versionNumber, from };
  return { message, href: `/cases/${caseNumber}/documents/${documentId}?version=${versionNumber}`, keep };
}
