import "#app/work/review.css";
import { Link, useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { Page } from "#app/ui/page.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";
import { type Decided, isDone } from "#app/work/review-answer.ts";
import { ReviewClaim } from "#app/work/review-claim.tsx";
import { ReviewEnd } from "#app/work/review-end.tsx";
import {
  afterDeciding,
  afterSkipping,
  afterTakingBack,
  FIRST_SITTING,
  nextIn,
  progressOf,
  type Sitting,
} from "#app/work/sitting.ts";
import type { ToReview, WorkRow } from "#server/services/work.ts";

type ReviewScreenProps = { queue: readonly WorkRow[]; current: ToReview | null };

/** The claims that wait for one's decision, one at a time: deciding opens the next. */
export function ReviewScreen({ queue, current }: ReviewScreenProps) {
  const say = useWords("work");
  const [sitting, setSitting] = useState(FIRST_SITTING);
  const [isOver, setOver] = useState(false);
  const navigate = useNavigate();
  const open = (id: string | null) => {
    setOver(id === null);
    if (id !== null) navigate(`/my-work/review?claim=${encodeURIComponent(id)}`);
  };
  const goOn = (next: Sitting, id: string) => {
    setSitting(next);
    open(nextIn(queue, next, id));
  };
  const takeBack = useTakingBack((id) => {
    setSitting((now) => afterTakingBack(now, id));
    open(id);
  });
  const onDecided = (answer: Decided, reference: string) => {
    const { intent, claimId, reviewId } = answer;
    const words = say(intent === "sign-off" ? "signed_off" : "sent_back", { reference });
    toast(words, { label: say("withdraw"), run: () => takeBack({ of: intent, claimId, reviewId }) });
    goOn(afterDeciding(sitting, claimId), claimId);
  };
  if (!current || isOver)
    return (
      <ReviewEnd
        sitting={sitting}
        next={nextIn(queue, sitting, null)}
        open={open}
        again={() => {
          const skipped = sitting.skipped.filter((id) => queue.some((one) => one.id === id));
          setSitting({ ...sitting, skipped: [] });
          open(skipped[0] ?? null);
        }}
      />
    );
  const { id } = current.claim;
  const { at, of } = progressOf(queue, sitting, id);
  return (
    <Page
      title={say("review")}
      lede={<span role="status">{say("progress", { at, of })}</span>}
      actions={<Link to="/my-work">{say("back")}</Link>}
    >
      <ReviewClaim
        key={id}
        toReview={current}
        onDecided={onDecided}
        onSkip={() => goOn(afterSkipping(sitting, id), id)}
      />
    </Page>
  );
}

/** Takes a decision back that was just made; what is refused then is said. */
function useTakingBack(onDone: (claimId: string) => void) {
  const fetcher = useFetcher({ key: "take-back" });
  const handled = useRef<unknown>(fetcher.data);
  useEffect(() => {
    const answer = fetcher.data;
    if (!answer || answer === handled.current) return;
    handled.current = answer;
    if (isDone(answer)) onDone(answer.claimId);
    else toast((answer as { refused: { message: string } }).refused.message);
  });
  return ({ of, claimId, reviewId }: { of: string; claimId: string; reviewId: string }) =>
    fetcher.submit(
      { intent: "take-back", of, claimId, reviewId, once: `take-back:${reviewId}` },
      { method: "post", action: "/my-work/review" },
    );
}
