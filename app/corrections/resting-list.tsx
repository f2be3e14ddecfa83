import "#app/board/facts.css";
import { Link } from "@remix-run/react";
import { CorrectionAct } from "#app/corrections/correction-act.tsx";
import { Time } from "#app/ui/time.tsx";
import { ListOf } from "#app/words/list-of.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { RestingView } from "#server/services/correction-views.ts";

type ListProps = { resting: readonly RestingView[]; correctionId: number; canLook: boolean };

/** Claims that rested on the same as a corrected one, each with who has looked at it again. */
export function RestingList({ resting, correctionId, canLook }: ListProps) {
  const say = useWords("corrections");
  const isSeenTo = resting.every((one) => one.looked !== null);
  return (
    <details className="resting" open={!isSeenTo}>
      <summary>
        {say("resting_title")} <span className="count">{resting.length}</span>
      </summary>
      <ul className="resting-list">
        {resting.map((one) => (
          <li key={one.claimId} className="resting-claim">
            <p className="resting-head">
              <Link className="ref" dir="ltr" to={one.to}>
                {one.reference}
              </Link>
              <Grounds claim={one} />
              <span>{one.heldIn.length === 0 ? say("not_held") : <HeldIn numbers={one.heldIn} />}</span>
            </p>
            <p className="statement resting-statement" dir="auto" lang={one.language || undefined}>
              {one.statement}
            </p>
            <LookedAt claim={one} correctionId={correctionId} canLook={canLook} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Grounds({ claim: { grounds, source } }: { claim: RestingView }) {
  const say = useWords("corrections");
  return grounds.map((ground) => (
    <span key={ground} className="resting-ground">
      {ground === "source" && source ? (
        <Words room="corrections" id="ground_source" values={{ source: <bdi>{source}</bdi> }} />
      ) : (
        say("ground", { ground })
      )}
    </span>
  ));
}

function HeldIn({ numbers }: { numbers: readonly number[] }) {
  const names = numbers.map((one) => <bdi key={one}>v{one}</bdi>);
  return <Words room="corrections" id="held_in" values={{ releases: <ListOf of={names} /> }} />;
}

type LookedProps = { claim: RestingView; correctionId: number; canLook: boolean };

function LookedAt({ claim: { claimId, reference, looked }, correctionId, canLook }: LookedProps) {
  const say = useWords("corrections");
  if (looked)
    return (
      <p className="correction-facts">
        <span>
          <Words
            room="corrections"
            id="looked"
            values={{ who: <bdi>{looked.by?.name}</bdi>, time: <Time at={looked.at} show="near" /> }}
          />
        </span>
      </p>
    );
  if (!canLook) return <p className="correction-facts">{say("not_looked")}</p>;
  return (
    <CorrectionAct fields={{ intent: "looked-at", correctionId, claimId }} label={say("looked_at_this", { reference })}>
      {say("looked_at")}
    </CorrectionAct>
  );
}
