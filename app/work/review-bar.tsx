import { Link, useFetcher } from "@remix-run/react";
import { useEffect, useId, useRef, useState } from "react";
import { CardDiffView } from "#app/card/card-diff-view.tsx";
import { Button } from "#app/ui/button.tsx";
import { useOnceKey } from "#app/ui/once-key.tsx";
import { Refusal, refusedIn } from "#app/ui/refusal.tsx";
import { useKeys } from "#app/ui/use-keys.ts";
import { AskForChanges } from "#app/work/ask-for-changes.tsx";
import { type Decided, isDone } from "#app/work/review-answer.ts";
import type { Card } from "#domain/card.ts";
import { doubtsOf, whyNotReviewable } from "#domain/missing.ts";
import type { ClaimView } from "#server/services/claim-view.ts";

type ReviewBarProps = {
  /** The claim as it is read, whose hash is decided on, and as it is now. */
  read: ClaimView;
  now: ClaimView;
  isOvertaken: boolean;
  isStale: boolean;
  to: string;
  onDecided: (answer: Decided, reference: string) => void;
  onSkip: () => void;
};

/** The three decisions, each under a key. What may not be signed says why. */
export function ReviewBar({ read, now, isOvertaken, isStale, to, onDecided, onSkip }: ReviewBarProps) {
  const [isAsking, setAsking] = useState(false);
  const { send, isSending, answer } = useDecision(read, now, onDecided);
  const whyId = useId();
  const why = isOvertaken
    ? "Take up the new text first."
    : (now.whyNotSign ?? whyNotReviewable(read.card, read.scale) ?? null);
  const mayAsk = now.can.review && !isOvertaken;
  const sign = () => why === null && !isSending && send({ intent: "sign-off" });
  const ask = () => mayAsk && setAsking(true);
  useKeys("Review", [
    { key: "1", does: isStale ? "It still stands: sign off" : "Sign off", run: sign },
    { key: "2", does: "Request changes", run: ask },
    { key: "3", does: "Skip", run: onSkip },
  ]);
  return (
    <div className="review-bar">
      {isAsking && <AskForChanges send={send} isSending={isSending} onCancel={() => setAsking(false)} />}
      <Answer answer={answer} read={read} />
      {why !== null && (
        <p className="review-why" id={whyId}>
          {why}
        </p>
      )}
      {why === null && <Doubts card={read.card} />}
      <div className="actions">
        <Button
          kind="primary"
          onClick={sign}
          disabled={why !== null || isSending}
          aria-describedby={why === null ? undefined : whyId}
        >
          {isSending ? "Signing…" : isStale ? "Still stands" : "Sign off"} <kbd className="review-key">1</kbd>
        </Button>
        <Button onClick={() => setAsking(!isAsking)} disabled={!mayAsk} aria-expanded={isAsking}>
          Request changes <kbd className="review-key">2</kbd>
        </Button>
        <Button onClick={onSkip}>
          Skip <kbd className="review-key">3</kbd>
        </Button>
        <Link className="review-open" to={to}>
          Open the card
        </Link>
      </div>
    </div>
  );
}

function Doubts({ card }: { card: Card }) {
  const doubts = doubtsOf(card).map(({ message }) => message);
  return doubts.length === 0 ? null : <p className="review-why">A reader will ask: {doubts.join(" ")}</p>;
}

/** A refusal; when the card changed meanwhile, also what is different now. */
function Answer({ answer, read }: { answer: unknown; read: ClaimView }) {
  const refused = refusedIn(answer);
  if (!refused) return null;
  const changed = refused.detail?.card as Card | undefined;
  return (
    <div className="review-refused">
      <Refusal of={{ ok: false, refused }} />
      {changed && <CardDiffView before={read.card} after={changed} scale={read.scale} />}
    </div>
  );
}

/** Sends a decision on exactly the text that is on the screen, and says when it is made. */
function useDecision(read: ClaimView, now: ClaimView, onDecided: ReviewBarProps["onDecided"]) {
  const fetcher = useFetcher();
  const once = useOnceKey();
  const handled = useRef<unknown>(undefined);
  useEffect(() => {
    const answer = fetcher.data;
    if (!isDone(answer) || answer === handled.current) return;
    handled.current = answer;
    onDecided(answer, read.reference);
  });
  const send = (decision: Record<string, string | string[]>) => {
    const form = new FormData();
    form.set("once", `${once}:${read.reference}:${read.contentHash.slice(0, 12)}`);
    form.set("claimId", read.id);
    form.set("seenHash", read.contentHash);
    form.set("seenReviews", now.reviews.map((one) => one.id).join());
    for (const [name, value] of Object.entries(decision)) for (const one of [value].flat()) form.append(name, one);
    fetcher.submit(form, { method: "post", action: "/my-work/review" });
  };
  return { send, isSending: fetcher.state === "submitting", answer: fetcher.data };
}
