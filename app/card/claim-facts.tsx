import { useState } from "react";
import { AssignDialog } from "#app/board/assign-dialog.tsx";
import { Due } from "#app/board/due.tsx";
import { CardLabels } from "#app/card/card-labels.tsx";
import { StageForm } from "#app/card/stage-form.tsx";
import { TakeForm } from "#app/card/take-form.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { ClaimView } from "#server/services/claim-view.ts";

/** Status, people and time; changing them is a decision, not an edit. */
export function ClaimFacts({ claim }: { claim: ClaimView }) {
  const say = useWords("card");
  const sayLabel = useWords("labels");
  const [assigning, setAssigning] = useState(false);
  const { assignee, reviewers, dueAt, status } = claim;
  const mayTake = claim.can.take && !assignee;
  const mayMerge = claim.can.move && claim.can.edit && claim.stage !== "dropped";
  return (
    <section className="decision-part" id="work" aria-label={say("work")}>
      <StageForm claim={claim} />
      <dl className="claim-facts">
        <dt>{say("assignee")}</dt>
        <dd>{assignee ? <Named person={assignee} /> : <span className="quiet">{say("assignee_none")}</span>}</dd>
        <dt>{say("reviewers")}</dt>
        <dd>
          {reviewers.length === 0 && <span className="quiet">{say("reviewers_none")}</span>}
          {reviewers.map((one) => (
            <Named key={one.id} person={one} />
          ))}
        </dd>
        {status !== "released" && (
          <>
            <dt>{say("due")}</dt>
            <dd>
              {dueAt === null ? (
                <span className="quiet">{say("due_none")}</span>
              ) : (
                <Due at={dueAt} status={status} bare />
              )}
            </dd>
          </>
        )}
        <dt>{sayLabel("labels")}</dt>
        <dd>
          <CardLabels offered={claim.labelsOffered} />
        </dd>
        {claim.releasedIn !== null && (
          <>
            <dt>{say("released")}</dt>
            <dd>{say("released_in", { number: claim.releasedIn })}</dd>
          </>
        )}
      </dl>
      {(claim.can.assign || mayTake || mayMerge) && (
        <div className="actions">
          {claim.can.assign && <Button onClick={() => setAssigning(true)}>{say("assign")}</Button>}
          {mayMerge && <ButtonLink to="merge">{say("merge")}</ButtonLink>}
          {mayTake && <TakeForm claim={claim} />}
        </div>
      )}
      {assigning && <AssignDialog row={claim} people={claim.people} onClose={() => setAssigning(false)} />}
    </section>
  );
}

function Named({ person }: { person: { name: string; colour: number } }) {
  return (
    <span className="named">
      <Avatar name={person.name} colour={person.colour} decorative /> {person.name}
    </span>
  );
}
