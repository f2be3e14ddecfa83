import type { ReleasedClaim, ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";
import { refusal } from "#domain/words/refusal.ts";
import { annotations } from "#server/export/annotations.ts";
import { claimReviewFeed, claimReviewGraph, claimReviewPage } from "#server/export/claim-review-files.ts";
import { claimsCsv } from "#server/export/csv.ts";
import { docxReport } from "#server/export/docx.ts";
import { factCheckPage } from "#server/export/fact-check-page.ts";
import { htmlReport } from "#server/export/html-report.ts";
import { claimSetJson } from "#server/export/json.ts";
import { claimSetJsonLines } from "#server/export/json-lines.ts";
import { markdownReport } from "#server/export/markdown.ts";
import { rawClaimsCsv } from "#server/export/raw-csv.ts";

export type ExportFormat = { id: string; label: string; mediaType: string; extension: string };
export type Piece = string | Uint8Array;
/** `bytes` where that is known before. `pieces` are made while they are taken, in UTF-8 where they are text. Whoever takes them sees to it that a fault breaks the file off. */
export type ExportFile = { fileName: string; mediaType: string; pieces: Iterable<Piece>; bytes?: number };
type Writer = (set: ReleasedSet) => Iterable<Piece>;

/** The formats a release can be downloaded in, in the order in which they are offered. */
export const EXPORT_FORMATS = [
  {
    id: "claimreview",
    label: "ClaimReview",
    mediaType: "application/ld+json",
    extension: "claimreview.json",
  },
  {
    id: "datafeed",
    label: "DataFeed",
    mediaType: "application/ld+json",
    extension: "datafeed.json",
  },
  {
    id: "factchecktools",
    label: "Fact Check Tools",
    mediaType: "application/json",
    extension: "factchecktools.json",
  },
  {
    id: "annotations",
    label: "Web Annotation",
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    extension: "annotations.json",
  },
  {
    id: "csv",
    label: "CSV",
    mediaType: "text/csv; charset=utf-8; header=present",
    extension: "csv",
  },
  {
    id: "rawcsv",
    label: "CSV for programs",
    mediaType: "text/csv; charset=utf-8; header=present",
    extension: "raw.csv",
  },
  {
    id: "json",
    label: "JSON",
    mediaType: "application/json",
    extension: "json",
  },
  {
    id: "jsonl",
    label: "JSON Lines",
    mediaType: "application/jsonl",
    extension: "jsonl",
  },
  {
    id: "markdown",
    label: "Markdown",
    mediaType: "text/markdown; charset=utf-8",
    extension: "md",
  },
  {
    id: "docx",
    label: "Word document",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extension: "docx",
  },
  {
    id: "html",
    label: "HTML report",
    mediaType: "text/html; charset=utf-8",
    extension: "html",
  },
] as const satisfies readonly ExportFormat[];

export type ExportFormatId = (typeof EXPORT_FORMATS)[number]["id"];

const writers: Record<ExportFormatId, Writer> = {
  claimreview: claimReviewGraph,
  datafeed: claimReviewFeed,
  factchecktools: factCheckPage,
  annotations,
  csv: claimsCsv,
  rawcsv: rawClaimsCsv,
  json: claimSetJson,
  jsonl: claimSetJsonLines,
  markdown: markdownReport,
  docx: docxReport,
  html: htmlReport,
};

/** How often a format goes through the claims: for a hash, a list of contents or addresses at the end. */
const PASSES: Partial<Record<ExportFormatId, number>> = { annotations: 2, markdown: 2, docx: 3, html: 4 };
export const passesOf = (formatId: string): number => PASSES[formatId as ExportFormatId] ?? 1;

/**
 * Writes a release as a file. The same claim set always gives the same bytes.
 * Throws AppError("not_found") for a format that does not exist.
 */
export function exportRelease(set: ReleasedSet, formatId: string): ExportFile {
  const format = EXPORT_FORMATS.find((one) => one.id === formatId);
  if (!format) throw refusal("not_found", "release", "no_such_format", { names: formatNames() });
  return {
    fileName: `${fileStem(set.head)}.${format.extension}`,
    mediaType: format.mediaType,
    pieces: Iterator.from(writers[format.id](withoutProtected(set))).map(wellFormed),
  };
}

/** The ClaimReview of one claim of a release, for the page that shows this claim alone. */
export function exportClaim(head: ReleaseHead, claim: ReleasedClaim): ExportFile {
  return {
    fileName: `${fileStem(head)}.${claim.reference.toLowerCase()}.claimreview.json`,
    mediaType: "application/ld+json",
    pieces: [claimReviewPage(head, refuseProtected(claim))],
  };
}

const formatNames = () => EXPORT_FORMATS.map(({ id }) => id).join(", ");
const wellFormed = (piece: Piece) => (typeof piece === "string" ? piece.toWellFormed() : piece);

/** "case-14-prison-break-figures-v1": made of a-z, 0-9 and hyphens only, whatever the title holds. */
export function fileStem({ case: { number, title }, release }: ReleaseHead): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain
    .match(/[a-z0-9]+/g)
    ?.join("-")
    .slice(0, 40)
    .replace(/-$/, "");
  return ["case", Math.trunc(number), words, `v${Math.trunc(release.number)}`].filter(Boolean).join("-");
}

function withoutProtected(set: ReleasedSet): ReleasedSet {
  return { ...set, claims: () => Iterator.from(set.claims()).map(refuseProtected) };
}

/** A fault, not a refusal: whoever freezes a claim set leaves protected sources out of it. */
function refuseProtected(claim: ReleasedClaim): ReleasedClaim {
  if (!claim.card.sources.some((source) => source.protected)) return claim;
  throw new Error(`The claim set holds a protected source of ${claim.reference}; its export is broken off.`);
}
