import type { FetcherWithComponents } from "@remix-run/react";
import { useCard } from "#app/card/card-context.ts";
import { CardDiffView } from "#app/card/card-diff-view.tsx";
import { DecisionButton } from "#app/case/decision-button.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { Time } from "#app/ui/time.tsx";
import type { Scale } from "#domain/scales.ts";
import type { ReviewView } from "#server/services/claim-view.ts";

const STATE_WORDS: Record<ReviewView["state"], string> = {
  current: "Current",
  stale: "Stale",
  superseded: "Replaced",
  withdrawn: "Withdrawn",
  open: "Changes requested",
  cleared: "Cleared",
};

type ReviewEntryProps = {
  review: ReviewView;
  isChanged: boolean;
  fetcher: FetcherWithComponents<unknown>;
  scale: Scale | null;
};

/** One person's decision, what it is worth today, and what became different since. */
export function ReviewEntry({ review, isChanged, fetcher, scale }: ReviewEntryProps) {
  const { reviewer, state, note, at, decision } = review;
  const now = useCard((card) => card);
  const name = reviewer?.name ?? "Somebody who left";
  return (
    <li className="review" data-state={state}>
      <Avatar name={name} colour={reviewer?.colour ?? 0} decorative />
      <div className="review-words">
        <p>{name}</p>
        <p className="meta">
          {decision === "sign_off" ? "Signed " : "Asked for changes "}
          <Time at={at} show="near" />
        </p>
      </div>
      <p className="review-state">{STATE_WORDS[state]}</p>
      {note && (
        <p className="review-note" dir="auto">
          <ShownText text={note} />
        </p>
      )}
      {(state === "stale" || (state === "open" && isChanged)) && (
        <details className="review-diff" open>
          <summary>
            {review.mine ? "See what changed since you decided" : `See what changed since ${name} decided`}
          </summary>
          <CardDiffView before={review.card} after={now} scale={scale} />
        </details>
      )}
      {review.canWithdraw && <Undecide fetcher={fetcher} intent="withdraw" review={review} words="Withdraw sign-off" />}
      {review.canClear && (
        <Undecide
          fetcher={fetcher}
          intent="clear"
          review={review}
          words={review.mine ? "Changes are made: clear" : "Override"}
        />
      )}
    </li>
  );
}

type UndecideProps = {
  fetcher: FetcherWithComponents<unknown>;
  intent: "withdraw" | "clear";
  review: ReviewView;
  words: string;
};

/** Takes a decision back, on the record. Overriding somebody else's needs a reason. */
function Undecide({ fetcher, intent, review, words }: UndecideProps) {
  return (
    <fetcher.Form method="post" className="review-form">
      <OnceKey />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="reviewId" value={review.id} />
      {intent === "clear" && !review.mine && (
        <input
          className="input"
          name="reason"
          required
          aria-label="Reason for the override"
          placeholder="Reason, for the record"
        />
      )}
      <DecisionButton disabled={fetcher.state !== "idle"}>{words}</DecisionButton>
    </fetcher.Form>
  );
}
