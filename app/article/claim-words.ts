import { STATUS_WORDS } from "#domain/status.ts";
import { VERDICT_MARKS } from "#domain/verdict-marks.ts";
import type { MarkView } from "#server/services/document-view.ts";

export function verdictWord({ mark, ratingLabel }: Pick<MarkView, "mark" | "ratingLabel">): string {
  return ratingLabel || VERDICT_MARKS[mark].label;
}

/** "C-14-3: 120 detainees escaped, In review, Disputed". */
export function claimName(mark: Pick<MarkView, "reference" | "statement" | "status" | "mark" | "ratingLabel">): string {
  return `${mark.reference}: ${mark.statement || "no statement yet"}, ${STATUS_WORDS[mark.status]}, ${verdictWord(mark)}`;
}

/** The element of the numbered button after a claim's words; a claim with several quotes has one after the first. */
export const claimAnchor = (claimNumber: number) => `claim-${claimNumber}`;
