import "#app/corrections/corrections.css";
import { Link } from "@remix-run/react";
import { CorrectionAct } from "#app/corrections/correction-act.tsx";
import { RestingList } from "#app/corrections/resting-list.tsx";
import { Time } from "#app/ui/time.tsx";
import { ListOf } from "#app/words/list-of.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { CorrectionView } from "#server/services/correction-views.ts";

type RecordProps = {
  record: CorrectionView;
  /** Where the claim is not on the screen already. */
  caseNumber?: number;
  canLook: boolean;
};

/** One correction, update or retraction: what was said and why, how it stands, and what rested on the same. */
export function CorrectionRecord({ record, caseNumber, canLook }: RecordProps) {
  const say = useWords("corrections");
  const { id, kind, state, what, why, at, by, resting } = record;
  return (
    <li className="correction" id={`correction-${id}`} data-state={state}>
      <p className="correction-head">
        <strong>{say("kind", { kind })}</strong>
        {caseNumber !== undefined && <About record={record} caseNumber={caseNumber} />}
        <span className="correction-state">{stateWords(say, record)}</span>
      </p>
      <p className="correction-what" dir="auto">
        {what}
      </p>
      <p className="correction-why">
        <Words room="corrections" id="why" values={{ why: <bdi>{why}</bdi> }} />
      </p>
      <p className="correction-facts">
        <span>
          <Words
            room="corrections"
            id="by_at"
            values={{ who: <bdi>{by?.name}</bdi>, time: <Time at={at} show="near" /> }}
          />
        </span>
        <StoodBehind record={record} />
      </p>
      <Acts record={record} />
      {resting.length > 0 && <RestingList resting={resting} correctionId={id} canLook={canLook} />}
    </li>
  );
}

type Say = ReturnType<typeof useWords<"corrections">>;

function stateWords(say: Say, { state, carriedIn }: CorrectionView): string {
  return state === "released" ? say("state_released", { number: carriedIn ?? 0 }) : say(`state_${state}`);
}

function About({ record, caseNumber }: { record: CorrectionView; caseNumber: number }) {
  const { reference, claimNumber, releasedBefore } = record;
  return (
    <span>
      <Words
        room="corrections"
        id="about"
        values={{
          reference,
          number: releasedBefore,
          ref: (inside) => (
            <Link className="ref" dir="ltr" to={`/cases/${caseNumber}/claims/${claimNumber}#corrections`}>
              {inside}
            </Link>
          ),
        }}
      />
    </span>
  );
}

/** Who confirmed a retraction, and who took something back. */
function StoodBehind({ record: { confirmedBy, takenBackBy } }: { record: CorrectionView }) {
  return (
    <>
      {confirmedBy.length > 0 && (
        <span>
          <Words
            room="corrections"
            id="confirmed_by"
            values={{ names: <ListOf of={confirmedBy.map((one) => <bdi key={one.id}>{one.name}</bdi>)} /> }}
          />
        </span>
      )}
      {takenBackBy && (
        <span>
          <Words room="corrections" id="taken_back_by" values={{ who: <bdi>{takenBackBy.name}</bdi> }} />
        </span>
      )}
    </>
  );
}

function Acts({ record: { id, what, state, whyNotConfirm, canTakeBack } }: { record: CorrectionView }) {
  const say = useWords("corrections");
  const canConfirm = state === "waiting" && whyNotConfirm === null;
  if (!canConfirm && !canTakeBack) return null;
  return (
    <div className="actions">
      {canConfirm && (
        <CorrectionAct fields={{ intent: "confirm", id }} kind="primary">
          {say("confirm")}
        </CorrectionAct>
      )}
      {canTakeBack && (
        <CorrectionAct fields={{ intent: "take-back", id }} label={say("take_back_this", { what })}>
          {say("take_back")}
        </CorrectionAct>
      )}
    </div>
  );
}
