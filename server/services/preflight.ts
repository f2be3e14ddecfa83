import type { Db } from "#db/client.ts";
import { allScales, scaleById } from "#db/queries/cases.ts";
import { cardsOfCase } from "#db/queries/claims.ts";
import { quarantinedClaims } from "#db/queries/collab.ts";
import { releasesOf } from "#db/queries/releases.ts";
import { doubtsOf } from "#domain/missing.ts";
import type { Mark } from "#domain/scales.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { type ClaimRow, claimRows, scaleRead } from "#server/services/claim-rows.ts";
import { REPAIR, type Reason, whyBlocked } from "#server/services/release-reasons.ts";

/** A sentence about a claim, and the place where that is mended. */
export type Hint = { message: string; href: string };

export type PreflightRow = {
  claimId: string;
  number: number;
  reference: string;
  statement: string;
  language: string;
  claimant: string;
  figures: string[];
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
  nextNumber: number;
  unchanged: boolean;
};

type Looked = { row: ClaimRow; reasons: Reason[]; doubts: Reason[] };

/** The claims of a case before a release: those that go in, and the others with what stands against each. */
export function sortOut(db: Db, parent: CaseRecord) {
  const looked = lookAt(db, parent);
  const earlier = releasesOf(db, parent.id);
  const before = new Set(earlier[0]?.claimSet.claims.map((one) => one.claimId));
  const out = looked.filter(({ reasons }) => reasons.length > 0);
  const staying = out.filter(({ row }) => !before.has(row.id));
  return {
    ready: looked.filter(({ reasons }) => reasons.length === 0),
    leaving: out.filter(({ row }) => before.has(row.id)),
    blocked: staying.filter(({ row }) => row.status !== "dropped"),
    dropped: staying.filter(({ row }) => row.status === "dropped").length,
    earlier,
    nextNumber: (earlier[0]?.number ?? 0) + 1,
    scale: scaleById(db, parent.scaleId),
  };
}

export type SortedOut = ReturnType<typeof sortOut>;

/** The same as the screen shows it. `unchanged`: a release would hold what the last one holds. */
export function preflightOf(parent: CaseRecord, sorted: SortedOut, unchanged: boolean): Preflight {
  const shown = (list: readonly Looked[]) => list.map((one) => toPreflight(one, parent));
  const { dropped, nextNumber } = sorted;
  return {
    ready: shown(sorted.ready),
    leaving: shown(sorted.leaving),
    blocked: shown(sorted.blocked),
    ...{ dropped, nextNumber, unchanged },
  };
}

function lookAt(db: Db, parent: CaseRecord): Looked[] {
  const scales = allScales(db);
  const closed = quarantinedClaims(db);
  const cards = new Map(cardsOfCase(db, parent.id).map((one) => [one.claimId, one]));
  return claimRows(db, parent).flatMap((row) => {
    const found = cards.get(row.id);
    if (!found) return [];
    const { card, lastEditorId } = found;
    const scale = scaleRead(scales, parent, { status: row.status, scaleId: card.scaleId });
    const reasons = closed.has(row.id) ? [REPAIR] : whyBlocked(row, { card, scale, isBegun: lastEditorId !== null });
    return [{ row, reasons, doubts: doubtsOf(card) }];
  });
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
  const card = `/cases/${parent.number}/claims/${number}`;
  const hint = ({ message, part }: Reason): Hint => ({ message, href: part ? `${card}#${ANCHORS[part]}` : card });
  return {
    ...{ claimId, number, reference, statement, language, claimant, figures, mark, ratingLabel, contentHash },
    changedSinceRelease: row.releasedHash !== null && row.releasedHash !== contentHash,
    reasons: reasons.map(hint),
    doubts: doubts.map(hint),
  };
}

/** Where the parts of a card begin on its page. */
const ANCHORS: Record<NonNullable<Reason["part"]>, string> = {
  statement: "statement",
  who: "who-title",
  figures: "figures-title",
  verdict: "verdict",
  rationale: "rationale-title",
  sources: "sources-title",
  "sign-off": "sign-off",
  work: "work",
};
