import { STATUS_WORDS } from "#domain/status.ts";
import { VERDICT_MARKS } from "#domain/verdict-marks.ts";
import type { Say } from "#domain/words/say.ts";
import type { MarkView } from "#server/services/document-view.ts";

export function verdictWord({ mark, ratingLabel }: Pick<MarkView, "mark" | "ratingLabel">): string {
  return ratingLabel || VERDICT_MARKS[mark].label;
}

type Named = Pick<MarkView, "reference" | "statement" | "status" | "mark" | "ratingLabel">;

/** "C-14-3: 120 detainees escaped, In review, Disputed". */
export function claimName(say: Say<"article">, claim: Named): string {
  const { reference, statement, status } = claim;
  const standing = { reference, status: STATUS_WORDS[status], verdict: verdictWord(claim) };
  return statement ? say("claim_name", { ...standing, statement }) : say("claim_name_bare", standing);
}

/** The element of the numbered button after a claim's words; a claim with several quotes has one after the first. */
export const claimAnchor = (claimNumber: number) => `claim-${claimNumber}`;
