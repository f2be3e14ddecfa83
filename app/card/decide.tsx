import { Link, useFetcher } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useCard, useCardContext, useSaving } from "#app/card/card-context.ts";
import { SinceThen } from "#app/card/since-then.tsx";
import { useDone } from "#app/card/use-done.ts";
import { whyNotDecide } from "#app/card/why-not-decide.ts";
import { DecisionButton } from "#app/case/decision-button.tsx";
import { signedOut } from "#app/live/signed-out.ts";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, type Refused, refusedIn } from "#app/ui/refusal.tsx";
import { TextArea } from "#app/ui/text-field.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useSaying, useWords, Words } from "#app/words/speech.tsx";
import type { Card } from "#domain/card.ts";
import { contentHash } from "#domain/content.ts";
import { doubtsOf, whyNotReviewable } from "#domain/missing.ts";
import type { Saying } from "#domain/words/say.ts";
import type { ClaimView, ReviewView } from "#server/services/claim-view.ts";

type DecideProps = { claim: ClaimView; hash: string; reviews: readonly ReviewView[] };

/** Signing off what is on the screen, or sending it back with a reason. */
export function Decide({ claim, hash, reviews }: DecideProps) {
  const say = useWords("card");
  const sayIt = useSaying("claims", "reviews", "card");
  const { connection, memberId } = useCardContext();
  const unready = useCard((card) => whyNotReviewable(card, claim.scale));
  const notNow = useSaving(whyNotDecide);
  const doubts = useCard((card) => doubtsOf(card).map(({ message }) => message));
  const [asking, setAsking] = useState(false);
  const { fetcher, submit, read } = useDecision();
  useDone(fetcher);
  const reasonId = useId();
  if (!claim.can.review) {
    const why = claim.assignee?.id === memberId ? say("you_work") : claim.whyNotSign;
    return why ? <p className="field-hint">{sayIt(why)}</p> : null;
  }
  const mine = reviews.find(
    (one) => one.mine && one.decision === "sign_off" && (one.state === "current" || one.state === "stale"),
  );
  // The server said what stands against signing the text that the page was loaded with; another text is a new question.
  const loaded: Saying | null =
    hash === claim.contentHash
      ? claim.whyNotSign
      : mine?.state === "current"
        ? { room: "reviews", id: "signed_already" }
        : null;
  const busy = connection ? notNow : null;
  const why = busy ?? unready ?? loaded;
  const words = mine?.state === "stale" ? say("still_stands") : say("sign_off");
  const ready = doubts.length > 0 ? say("will_ask", { doubts: doubts.map(sayIt).join(" ") }) : say("you_sign");
  return (
    <div className="decide">
      <div className="actions">
        <fetcher.Form method="post" onSubmit={submit}>
          <OnceKey />
          <input type="hidden" name="intent" value="sign-off" />
          <Seen hash={hash} reviews={reviews} />
          <Button
            kind="primary"
            type="submit"
            disabled={why !== null || fetcher.state !== "idle"}
            aria-describedby={reasonId}
          >
            {fetcher.state === "idle" ? words : say("signing")}
          </Button>
        </fetcher.Form>
        <Button onClick={() => setAsking(!asking)} aria-expanded={asking} disabled={busy !== null}>
          {say("request_changes")}
        </Button>
      </div>
      <p className="field-hint decide-note" id={reasonId}>
        {why ? sayIt(why) : ready}
        {why !== null && claim.can.assign && claim.people.length < 2 && <Alone />}
      </p>
      {asking && <RequestChanges hash={hash} reviews={reviews} onDone={() => setAsking(false)} />}
      <Overtaken refused={refusedIn(fetcher.data)} read={read} claim={claim} />
    </div>
  );
}

/** On a desk of one nobody else can sign. */
function Alone() {
  const toMembers = (inside: ReactNode) => <Link to="/members">{inside}</Link>;
  return (
    <>
      {" "}
      <Words room="card" id="alone" values={{ a: toMembers }} />
    </>
  );
}

/** What the decision is made on: the text and the colleagues' decisions that are on the screen. */
function Seen({ hash, reviews }: Pick<DecideProps, "hash" | "reviews">) {
  return (
    <>
      <input type="hidden" name="seenHash" value={hash} />
      <input type="hidden" name="seenReviews" value={reviews.map((one) => one.id).join()} />
    </>
  );
}

type RequestProps = Pick<DecideProps, "hash" | "reviews"> & { onDone: () => void };

/** The reason goes to the analyst and blocks sign-off until it is cleared. */
function RequestChanges({ hash, reviews, onDone }: RequestProps) {
  const say = useWords("card");
  const { fetcher, submit } = useDecision();
  useEffect(() => {
    if (fetcher.state !== "idle" || !fetcher.data || refusedIn(fetcher.data)) return;
    toast(say("changes_requested"));
    onDone();
  }, [fetcher.state, fetcher.data, onDone, say]);
  return (
    <fetcher.Form method="post" onSubmit={submit} className="stack request-changes">
      <OnceKey />
      <input type="hidden" name="intent" value="request-changes" />
      <Seen hash={hash} reviews={reviews} />
      <TextArea label={say("what_should_change")} name="reason" required rows={3} maxLength={2000} dir="auto" />
      <div className="actions">
        <DecisionButton kind="primary" disabled={fetcher.state !== "idle"}>
          {say("send_back")}
        </DecisionButton>
        <Button onClick={onDone}>{say("cancel")}</Button>
      </div>
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} />
    </fetcher.Form>
  );
}

/** A refusal; when the card changed meanwhile, also what is different now from what was on the screen at the click. */
function Overtaken({ refused, read, claim }: { refused: Refused | null; read: Card | null; claim: ClaimView }) {
  if (!refused) return null;
  return (
    <div className="overtaken">
      <Refusal of={{ ok: false, refused }} />
      {refused.detail?.card !== undefined && read && <SinceThen before={read} scale={claim.scale} />}
    </div>
  );
}

/**
 * Submits a decision on exactly what is on the screen at the click: its hash is taken then, and sent once everything
 * typed in this tab is stored.
 */
function useDecision() {
  const say = useWords("card");
  const fetcher = useFetcher();
  const { connection } = useCardContext();
  const read = useRef<Card | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    const card = connection?.card.read();
    if (!connection || !card) return;
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    form.set("seenHash", contentHash(card));
    read.current = card;
    // Somebody who is signed out hears it from the server, in the place of refusals.
    if (signedOut.get() || (await connection.settled())) fetcher.submit(form, { method: "post" });
    else toast(say("not_sent"));
  };
  return { fetcher, submit, read: read.current };
}
