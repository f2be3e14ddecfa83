import "#app/corrections/corrections.css";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { CorrectionAct } from "#app/corrections/correction-act.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { Stage } from "#domain/status.ts";
import type { CorrectionsAround, CorrectionView, SecondLook } from "#server/services/correction-views.ts";

/** At the top of the card of a released claim: whether it may be changed, and what that takes. */
export function CorrectionNotice({ around, stage }: { around: CorrectionsAround; stage: Stage }) {
  const { records, looks } = around;
  const waiting = records.find((one) => one.state === "waiting");
  return (
    <>
      {waiting ? <Waiting record={waiting} /> : <Standing around={around} stage={stage} />}
      {looks
        .filter((one) => one.looked === null)
        .map((one) => (
          <Look key={one.correctionId} look={one} around={around} />
        ))}
    </>
  );
}

type NoticeProps = { tone?: "warn"; children: ReactNode; action?: ReactNode };

function Notice({ tone, children, action }: NoticeProps) {
  return (
    <div className="correction-notice" data-tone={tone}>
      <p>{children}</p>
      {action}
    </div>
  );
}

function Waiting({ record: { id, by, what, whyNotConfirm } }: { record: CorrectionView }) {
  const say = useWords("corrections");
  const action = whyNotConfirm === null && (
    <CorrectionAct fields={{ intent: "confirm", id }}>{say("confirm")}</CorrectionAct>
  );
  return (
    <Notice tone="warn" action={action}>
      <Words room="corrections" id="waiting_notice" values={{ who: <bdi>{by?.name}</bdi>, what: <bdi>{what}</bdi> }} />
    </Notice>
  );
}

function Standing({ around, stage }: { around: CorrectionsAround; stage: Stage }) {
  const say = useWords("corrections");
  const { records, releasedIn: number, isChanged, isOpened, isWithdrawn } = around;
  if (number === null) return null;
  const last = records.find((one) => one.state !== "taken_back");
  const prepare = around.can.correct && <ButtonLink to="correct">{say("prepare")}</ButtonLink>;
  if (last && isWithdrawn)
    return (
      <Notice action={prepare}>
        <Words room="corrections" id="withdrawn_notice" values={{ what: <bdi>{last.what}</bdi> }} />
      </Notice>
    );
  if (last && isOpened)
    return (
      <Notice>
        <Words room="corrections" id="open_notice" values={{ kind: last.kind, what: <bdi>{last.what}</bdi> }} />
      </Notice>
    );
  if (isChanged)
    return (
      <Notice tone="warn" action={prepare}>
        {say("changed_notice", { number })}
      </Notice>
    );
  if (stage === "dropped") return null;
  return <Notice action={prepare}>{say(around.can.correct ? "closed_notice" : "closed_ask", { number })}</Notice>;
}

function Look({ look, around }: { look: SecondLook; around: CorrectionsAround }) {
  const say = useWords("corrections");
  const { correctionId, reference, to, kind } = look;
  const fields = { intent: "looked-at", correctionId, claimId: around.claimId };
  return (
    <Notice action={around.can.look && <CorrectionAct fields={fields}>{say("looked_at")}</CorrectionAct>}>
      <Words
        room="corrections"
        id="look_notice"
        values={{
          kind,
          reference: (
            <Link className="ref" dir="ltr" to={to}>
              {reference}
            </Link>
          ),
        }}
      />
    </Notice>
  );
}
