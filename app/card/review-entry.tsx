import type { FetcherWithComponents } from "@remix-run/react";
import { SinceThen } from "#app/card/since-then.tsx";
import { DecisionButton } from "#app/case/decision-button.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { Scale } from "#domain/scales.ts";
import type { ReviewView } from "#server/services/claim-view.ts";

type ReviewEntryProps = {
  review: ReviewView;
  isChanged: boolean;
  fetcher: FetcherWithComponents<unknown>;
  scale: Scale | null;
};

/** One person's decision, what it is worth today, and what became different since. */
export function ReviewEntry({ review, isChanged, fetcher, scale }: ReviewEntryProps) {
  const { reviewer, state, note, at, decision } = review;
  const say = useWords("card");
  const name = reviewer?.name ?? say("somebody_left");
  return (
    <li className="review" data-state={state}>
      <Avatar name={name} colour={reviewer?.colour ?? 0} decorative />
      <div className="review-words">
        <p>{name}</p>
        <p className="meta">
          <Words
            room="card"
            id={decision === "sign_off" ? "signed_at" : "asked_at"}
            values={{ at: <Time at={at} show="near" /> }}
          />
        </p>
      </div>
      <p className="review-state">{say(`review_${state}`)}</p>
      {note && (
        <p className="review-note" dir="auto">
          <ShownText text={note} />
        </p>
      )}
      {(state === "stale" || (state === "open" && isChanged)) && (
        <details className="review-diff" open>
          <summary>{review.mine ? say("since_you") : say("since_them", { name })}</summary>
          <SinceThen before={review.card} scale={scale} />
        </details>
      )}
      {review.canWithdraw && <Undecide fetcher={fetcher} intent="withdraw" review={review} words={say("withdraw")} />}
      {review.canClear && (
        <Undecide
          fetcher={fetcher}
          intent="clear"
          review={review}
          words={review.mine ? say("changes_made") : say("override")}
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
  const say = useWords("card");
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
          aria-label={say("override_reason")}
          placeholder={say("override_example")}
        />
      )}
      <DecisionButton disabled={fetcher.state !== "idle"}>{words}</DecisionButton>
    </fetcher.Form>
  );
}
