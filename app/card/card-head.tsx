import { memo } from "react";
import { useCard } from "#app/card/card-context.ts";
import { MissingLine } from "#app/card/missing-line.tsx";
import { PresenceBar } from "#app/card/presence-bar.tsx";
import { SavingState } from "#app/card/saving-state.tsx";
import { ThreadCount } from "#app/discussion/thread-count.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { StatusWord } from "#app/ui/status-word.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useWords } from "#app/words/speech.tsx";
import { ratingGiven } from "#domain/scales.ts";
import type { ClaimView } from "#server/services/claim-view.ts";

/** Stays in view: which claim this is, whether it is saved, and who else is here. */
export const CardHead = memo(function CardHead({ claim }: { claim: ClaimView }) {
  const say = useWords("case");
  const rating = useCard((card) => ratingGiven(claim.scale, card));
  return (
    <header className="card-head">
      <div className="card-line">
        <h2 className="card-reference">
          <span className="unseen">{say("claim")} </span>
          <span className="ref">{claim.reference}</span>
        </h2>
        <VerdictMark mark={rating?.mark ?? "none"} label={rating?.label ?? null} />
        <StatusWord status={claim.status} />
      </div>
      <PresenceBar />
      <div className="card-state">
        <ThreadCount />
        <SavingState />
      </div>
      <MissingLine scale={claim.scale} />
      <ButtonLink className="to-decision" to="#sign-off" replace>
        {say("decide_link")}
      </ButtonLink>
    </header>
  );
});
