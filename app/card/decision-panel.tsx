import { memo } from "react";
import { ClaimFacts } from "#app/card/claim-facts.tsx";
import { History } from "#app/card/history.tsx";
import { SignOffPart } from "#app/card/sign-off-part.tsx";
import { CorrectionsPart } from "#app/corrections/corrections-part.tsx";
import { Discussion } from "#app/discussion/discussion.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { ClaimView } from "#server/services/claim-view.ts";
import type { CorrectionsAround } from "#server/services/correction-views.ts";
import type { HistoryEntry } from "#server/services/history.ts";
import type { NextReview } from "#server/services/work.ts";

type DecisionPanelProps = {
  claim: ClaimView;
  history: readonly HistoryEntry[];
  corrections: CorrectionsAround;
  /** The next claim that waits for this reviewer. */
  next: NextReview | null;
  caseNumber: number;
};

/** What stands beside the words: who works on them, who has signed them, and what happened. */
export const DecisionPanel = memo(function DecisionPanel({
  claim,
  history,
  corrections,
  next,
  caseNumber,
}: DecisionPanelProps) {
  const say = useWords("card");
  return (
    <aside className="decisions" aria-label={say("decisions")}>
      <div className="decisions-in">
        <ClaimFacts claim={claim} />
        <SignOffPart claim={claim} next={next} />
        <CorrectionsPart around={corrections} caseNumber={caseNumber} />
        <History entries={history} claim={claim} />
        <Discussion address={`/cases/${caseNumber}/claims/${claim.number}/visit`} />
      </div>
    </aside>
  );
});
