import type { Db } from "#db/client.ts";
import { scaleById } from "#db/queries/cases.ts";
import { quarantinedClaims } from "#db/queries/collab.ts";
import { releasesOf } from "#db/queries/releases.ts";
import { ratingInStatement } from "#domain/rating-in-statement.ts";
import type { Scale } from "#domain/scales.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { type ClaimRow, claimRows } from "#server/services/claim-rows.ts";

export type PreflightRow = {
  claimId: string;
  number: number;
  reference: string;
  statement: string;
  language: string;
  contentHash: string;
  reasons: { message: string; href: string }[];
  changedSinceRelease: boolean;
};

export type Preflight = {
  ready: PreflightRow[];
  blocked: PreflightRow[];
  dropped: number;
  nextNumber: number;
  unchanged: boolean;
};

/** What stands against releasing a claim, and the part of its card where that is mended. */
type Reason = { message: string; part: "statement" | "verdict" | "sign-off" | "work" | null };

/** The claims of a case before a release: those that go in, and the others with what stands against each. */
export function sortOut(db: Db, parent: CaseRecord) {
  const rows = claimRows(db, parent);
  const scale = scaleById(db, parent.scaleId);
  const closed = quarantinedClaims(db);
  const looked = rows
    .filter((row) => row.status !== "dropped")
    .map((row) => ({ row, reasons: closed.has(row.id) ? [REPAIR] : whyBlocked(row, scale) }));
  const earlier = releasesOf(db, parent.id);
  return {
    ready: looked.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row),
    blocked: looked.filter(({ reasons }) => reasons.length > 0),
    dropped: rows.length - looked.length,
    earlier,
    nextNumber: (earlier[0]?.number ?? 0) + 1,
    scale,
  };
}

export type SortedOut = ReturnType<typeof sortOut>;

/** The same as the screen shows it. `unchanged`: a release would hold what the last one holds. */
export function preflightOf(parent: CaseRecord, sorted: SortedOut, unchanged: boolean): Preflight {
  return {
    ready: sorted.ready.map((row) => toPreflight(row, parent, [])),
    blocked: sorted.blocked.map(({ row, reasons }) => toPreflight(row, parent, reasons)),
    dropped: sorted.dropped,
    nextNumber: sorted.nextNumber,
    unchanged,
  };
}

function toPreflight(row: ClaimRow, parent: CaseRecord, reasons: readonly Reason[]): PreflightRow {
  const { id: claimId, number, reference, statement, language, contentHash } = row;
  const card = `/cases/${parent.number}/claims/${number}`;
  return {
    ...{ claimId, number, reference, statement, language, contentHash },
    changedSinceRelease: row.releasedHash !== null && row.releasedHash !== contentHash,
    reasons: reasons.map(({ message, part }) => ({ message, href: part === null ? card : `${card}#${part}` })),
  };
}

const REPAIR: Reason = { message: "Its card is closed for repair.", part: null };
const isSigned = (status: ClaimRow["status"]) => status === "signed_off" || status === "released";

/** Empty for a claim that is signed off and still says what is rated and how, apart from each other. */
function whyBlocked(row: ClaimRow, scale: Scale | null): Reason[] {
  const { signOffs, changesRequested, mark, verdict, status, statement } = row;
  if (status === "inbox") return [{ message: "Nobody has started on it.", part: "work" }];
  const label = ratingInStatement(statement, scale);
  const isEnough = signOffs.current >= signOffs.quorum;
  const reasons: [boolean, string, Reason["part"]][] = [
    [changesRequested, "A reviewer asked for changes.", "sign-off"],
    [signOffs.stale > 0 && !isEnough, "The card changed after it was signed: the sign-off is stale.", "sign-off"],
    [label !== null, `Its statement carries the rating “${label}”. Write only what is claimed.`, "statement"],
    // A verdict that is only a label goes when the case changes to another scale.
    [mark === "none" && verdict.trim() === "", "It has no verdict on the case's scale.", "verdict"],
    [signOffs.stale === 0 && !isEnough, `It has ${signOffs.current} of ${signOffs.quorum} sign-offs.`, "sign-off"],
    [
      isEnough && !changesRequested && !isSigned(status),
      "Only the person who changed it last has signed it.",
      "sign-off",
    ],
  ];
  return reasons.filter(([applies]) => applies).map(([, message, part]) => ({ message, part }));
}
