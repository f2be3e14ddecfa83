import { useState } from "react";
import { Due } from "#app/board/due.tsx";
import { Statement } from "#app/board/statement.tsx";
import { CardDiffView } from "#app/card/card-diff-view.tsx";
import { Button } from "#app/ui/button.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { Time } from "#app/ui/time.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import { OtherReviews } from "#app/work/other-reviews.tsx";
import type { Decided } from "#app/work/review-answer.ts";
import { ReviewBar } from "#app/work/review-bar.tsx";
import { WholeClaim } from "#app/work/whole-claim.tsx";
import { ratingGiven } from "#domain/scales.ts";
import type { ClaimView } from "#server/services/claim-view.ts";
import type { ToReview } from "#server/services/work.ts";

type ReviewClaimProps = {
  toReview: ToReview;
  onDecided: (answer: Decided, reference: string) => void;
  onSkip: () => void;
};

/**
 * One claim to decide on. The text stays as it was when it was opened, and that text is what is signed; when it changes
 * meanwhile, the difference is shown, and the new text has to be taken up first.
 */
export function ReviewClaim({ toReview, onDecided, onSkip }: ReviewClaimProps) {
  const { claim: now, signed, caseNumber, caseTitle } = toReview;
  const say = useWords("work");
  const [read, setRead] = useState(now);
  const isOvertaken = now.contentHash !== read.contentHash;
  const rating = ratingGiven(read.scale, read.card);
  return (
    <article className="review-claim" aria-labelledby="review-statement">
      <header className="review-head">
        <p className="review-line">
          <span className="ref">{read.reference}</span>
          <span className="quiet" dir="auto">
            {caseTitle}
          </span>
          <span className="tag" data-kind={signed ? "red" : undefined}>
            {say(signed ? "is_stale" : "is_new")}
          </span>
          <Due at={read.dueAt} status={read.status} />
        </p>
        <h2 className="review-statement" id="review-statement">
          <Statement words={read.card.statement} language={read.card.language} />
        </h2>
        <div className="review-verdict">
          {(rating || read.card.verdict === "") && (
            <VerdictMark mark={rating?.mark ?? "none"} label={rating?.label ?? null} />
          )}
          <span lang={read.card.language || undefined} dir="auto">
            <ShownText text={read.card.verdict} />
          </span>
        </div>
      </header>
      {isOvertaken && <Overtaken read={read} now={now} takeUp={() => setRead(now)} />}
      <OtherReviews reviews={now.reviews} />
      {signed ? (
        <>
          <section className="review-part" aria-labelledby="review-changes">
            <h2 id="review-changes">
              <Words room="work" id="changed_since" values={{ time: <Time at={signed.at} show="near" /> }} />
            </h2>
            <CardDiffView before={signed.card} after={read.card} scale={read.scale} />
          </section>
          <details className="review-whole">
            <summary>{say("whole_claim")}</summary>
            <WholeClaim card={read.card} />
          </details>
        </>
      ) : (
        <WholeClaim card={read.card} />
      )}
      <ReviewBar
        {...{ read, now, isOvertaken, onDecided, onSkip }}
        isStale={signed !== null}
        to={`/cases/${caseNumber}/claims/${read.number}`}
      />
    </article>
  );
}

function Overtaken({ read, now, takeUp }: { read: ClaimView; now: ClaimView; takeUp: () => void }) {
  const say = useWords("work");
  const sayClaim = useWords("claims");
  const { lastEditor } = now;
  return (
    <section className="review-overtaken" role="alert">
      <p>{say("overtaken", { who: lastEditor?.name ?? sayClaim("somebody") })}</p>
      <CardDiffView before={read.card} after={now.card} scale={now.scale} />
      <Button onClick={takeUp}>{say("take_up")}</Button>
    </section>
  );
}
