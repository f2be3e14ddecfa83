import { useWords } from "#app/words/speech.tsx";
import type { MarkView } from "#server/services/document-view.ts";

type Named = Pick<MarkView, "reference" | "statement" | "status" | "mark" | "ratingLabel">;

/** Names a claim with how it stands: "C-14-3: 120 detainees escaped, In review, Disputed". */
export function useClaimName(): (claim: Named) => string {
  const say = useWords("article");
  const statuses = useWords("statuses");
  const verdicts = useWords("verdicts");
  return ({ reference, statement, status, mark, ratingLabel }) => {
    const standing = { reference, status: statuses(status), verdict: ratingLabel || verdicts(mark) };
    return statement ? say("claim_name", { ...standing, statement }) : say("claim_name_bare", standing);
  };
}

/** The element of the numbered button after a claim's words; a claim with several quotes has one after the first. */
export const claimAnchor = (claimNumber: number) => `claim-${claimNumber}`;
