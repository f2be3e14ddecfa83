import { Link, useFetcher } from "@remix-run/react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { CardDiffView } from "#app/card/card-diff-view.tsx";
import { Button } from "#app/ui/button.tsx";
import { useOnceKey } from "#app/ui/once-key.tsx";
import { Refusal, refusedIn } from "#app/ui/refusal.tsx";
import { useKeys } from "#app/ui/use-keys.ts";
import { useSaying, useWords, Words } from "#app/words/speech.tsx";
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
  const say = useWords("work");
  const sayIt = useSaying("claims", "reviews");
  const [isAsking, setAsking] = useState(false);
  const { send, isSending, answer } = useDecision(read, now, onDecided);
  const whyId = useId();
  const why = isOvertaken ? say("take_up_first") : (now.whyNotSign ?? whyNotReviewable(read.card, read.scale) ?? null);
  const mayAsk = now.can.review && !isOvertaken;
  const sign = () => why === null && !isSending && send({ intent: "sign-off" });
  const ask = () => mayAsk && setAsking(true);
  useKeys(say("keys"), [
    { key: "1", does: say(isStale ? "key_still_stands" : "key_sign"), run: sign },
    { key: "2", does: say("key_request"), run: ask },
    { key: "3", does: say("key_skip"), run: onSkip },
  ]);
  return (
    <div className="review-bar">
      {isAsking && <AskForChanges send={send} isSending={isSending} onCancel={() => setAsking(false)} />}
      <Answer answer={answer} read={read} />
      {why !== null && (
        <p className="review-why" id={whyId}>
          {sayIt(why)}
        </p>
      )}
      {why === null && <Doubts card={read.card} />}
      <div className="actions">
        <Button
          kind={isAsking ? "quiet" : "primary"}
          onClick={sign}
          disabled={why !== null || isSending}
          aria-describedby={why === null ? undefined : whyId}
        >
          <Words
            room="work"
            id={isSending ? "signing" : isStale ? "still_stands" : "sign"}
            values={{ key: shownKey }}
          />
        </Button>
        <Button onClick={() => setAsking(!isAsking)} disabled={!mayAsk} aria-expanded={isAsking}>
          <Words room="work" id="request" values={{ key: shownKey }} />
        </Button>
        <Button onClick={onSkip}>
          <Words room="work" id="skip" values={{ key: shownKey }} />
        </Button>
        <Link className="review-open" to={to}>
          {say("open_card")}
        </Link>
      </div>
    </div>
  );
}

const shownKey = (inside: ReactNode) => <kbd className="review-key">{inside}</kbd>;

function Doubts({ card }: { card: Card }) {
  const say = useWords("work");
  const sayIt = useSaying("claims");
  const doubts = doubtsOf(card).map(({ message }) => sayIt(message));
  return doubts.length === 0 ? null : <p className="review-why">{say("doubts", { doubts: doubts.join(" ") })}</p>;
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
