import { Link, useFetcher } from "@remix-run/react";
import { memo } from "react";
import { Decide } from "#app/card/decide.tsx";
import { ReviewEntry } from "#app/card/review-entry.tsx";
import { useDone } from "#app/card/use-done.ts";
import { useLiveHash } from "#app/card/use-live-hash.ts";
import { Refusal } from "#app/ui/refusal.tsx";
import { useWords } from "#app/words/speech.tsx";
import { signOffState } from "#domain/review.ts";
import type { ClaimView } from "#server/services/claim-view.ts";
import type { NextReview } from "#server/services/work.ts";

type SignOffProps = { claim: ClaimView; next: NextReview | null };

/** Who has signed what is on the screen, and what this person can decide on it. */
export function SignOffPart(props: SignOffProps) {
  return <OnHash {...props} hash={useLiveHash(props.claim.contentHash)} />;
}

/** By itself, so that a key is drawn before the hash of what it made is looked for. */
const OnHash = memo(function OnHash({ claim, next, hash }: SignOffProps & { hash: string }) {
  const say = useWords("card");
  // Against what is on the screen, not against what the page was loaded with.
  const reviews = claim.reviews.map((one) =>
    one.decision === "sign_off" ? { ...one, state: signOffState(one, hash) } : one,
  );
  const current = new Set(
    reviews.filter((one) => one.decision === "sign_off" && one.state === "current").map((one) => one.reviewer?.id),
  );
  const shown = reviews.filter((one) => one.state !== "superseded" && one.state !== "cleared");
  const fetcher = useFetcher({ key: `review-${claim.id}` });
  useDone(fetcher);
  return (
    <section className="decision-part" id="sign-off" aria-labelledby="sign-off-title">
      <h3 id="sign-off-title">{say("sign_off_of", { given: current.size, wanted: claim.quorum })}</h3>
      {shown.length === 0 && <p className="quiet">{say("unsigned")}</p>}
      {shown.length > 0 && (
        <ul className="review-list">
          {shown.map((one) => (
            <ReviewEntry
              key={one.id}
              review={one}
              isChanged={one.contentHash !== hash}
              fetcher={fetcher}
              scale={claim.scale}
            />
          ))}
        </ul>
      )}
      <Decide claim={claim} hash={hash} reviews={reviews} />
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} />
      {next && (
        <p className="next-review">
          <Link to={`/cases/${next.caseNumber}/claims/${next.number}`}>
            {say("next_review", { reference: next.reference })}
          </Link>
        </p>
      )}
    </section>
  );
});
