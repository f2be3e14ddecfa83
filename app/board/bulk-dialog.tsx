import { type FormEvent, useState } from "react";
import { localMoment, momentOf } from "#app/board/local-moment.ts";
import { useCase } from "#app/case/use-case.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Select, TextField } from "#app/ui/text-field.tsx";
import { DROP_REASONS, DROP_WORDS, type DropReason, STAGES, STATUS_WORDS, type Stage } from "#domain/status.ts";
import type { BulkAct } from "#server/services/bulk.ts";

type DialogProps = { act: BulkAct["act"]; count: number; onAct: (act: BulkAct) => void; onClose: () => void };
type FormProps = { onAct: (act: BulkAct) => void };

const claims = (count: number) => (count === 1 ? "1 claim" : `${count} claims`);
const TITLES: Record<BulkAct["act"], (count: number) => string> = {
  assign: (count) => `Assign ${claims(count)}`,
  move: (count) => `Change the status of ${claims(count)}`,
  due: (count) => `Set when ${claims(count)} ${count === 1 ? "is" : "are"} due`,
  review: (count) => `Request a review of ${claims(count)}`,
};
const FORMS = { assign: AssignMany, move: MoveMany, due: DueMany, review: ReviewMany };

/** Asks what is to be decided on all selected claims. Everything else about them stays as it is. */
export function BulkDialog({ act, count, onAct, onClose }: DialogProps) {
  const Form = FORMS[act];
  const decide = (decided: BulkAct) => {
    onAct(decided);
    onClose();
  };
  return (
    <Dialog title={TITLES[act](count)} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form onAct={decide} />
    </Dialog>
  );
}

const usePeople = () => useCase().parent.people.filter((one) => one.role !== "viewer");

const sends = (act: () => void) => (event: FormEvent) => {
  event.preventDefault();
  act();
};

function AssignMany({ onAct }: FormProps) {
  const [assigneeId, setAssigneeId] = useState("");
  return (
    <form className="stack" onSubmit={sends(() => onAct({ act: "assign", assigneeId: assigneeId || null }))}>
      <Select
        label="Assignee"
        hint="Claims in the inbox move on to Researching. Reviewers and due times stay."
        value={assigneeId}
        onChange={(event) => setAssigneeId(event.target.value)}
      >
        <option value="">Nobody</option>
        {usePeople().map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
      <Decide words="Assign" />
    </form>
  );
}

function MoveMany({ onAct }: FormProps) {
  const [stage, setStage] = useState<Stage | "">("");
  const [reason, setReason] = useState<DropReason | "">("");
  const dropReason = stage === "dropped" ? reason || null : null;
  return (
    <form className="stack" onSubmit={sends(() => stage && onAct({ act: "move", stage, dropReason }))}>
      <Select label="Status" required value={stage} onChange={(event) => setStage(event.target.value as Stage)}>
        <option value="">Choose a status</option>
        {STAGES.map((one) => (
          <option key={one} value={one}>
            {STATUS_WORDS[one]}
          </option>
        ))}
      </Select>
      {stage === "dropped" && (
        <Select
          label="Reason"
          required
          value={reason}
          onChange={(event) => setReason(event.target.value as DropReason)}
        >
          <option value="">Choose a reason</option>
          {DROP_REASONS.filter((one) => one !== "duplicate").map((one) => (
            <option key={one} value={one}>
              {DROP_WORDS[one]}
            </option>
          ))}
        </Select>
      )}
      <Decide words="Move" />
    </form>
  );
}

function DueMany({ onAct }: FormProps) {
  const [due, setDue] = useState("");
  const moment = momentOf(due);
  return (
    <form className="stack" onSubmit={sends(() => onAct({ act: "due", dueAt: moment === "" ? null : Number(moment) }))}>
      <TextField
        label="Due"
        hint="In your own time zone. Without a time, the claims are due at no time."
        type="datetime-local"
        min={localMoment(Date.now())}
        value={due}
        onChange={(event) => setDue(event.target.value)}
      />
      <Decide words={moment === "" ? "Take the due time away" : "Set the due time"} />
    </form>
  );
}

function ReviewMany({ onAct }: FormProps) {
  const [asked, setAsked] = useState<readonly string[]>([]);
  const turn = (id: string) => setAsked(asked.includes(id) ? asked.filter((one) => one !== id) : [...asked, id]);
  return (
    <form className="stack" onSubmit={sends(() => onAct({ act: "review", reviewerIds: [...asked] }))}>
      <fieldset>
        <legend className="field-label">Reviewers</legend>
        {usePeople().map((one) => (
          <Choice key={one.id} label={one.name} checked={asked.includes(one.id)} onChange={() => turn(one.id)} />
        ))}
      </fieldset>
      <p className="quiet">Who is asked already stays asked.</p>
      <Decide words="Request review" disabled={asked.length === 0} />
    </form>
  );
}

function Decide({ words, disabled = false }: { words: string; disabled?: boolean }) {
  return (
    <div className="actions">
      <Button kind="primary" type="submit" disabled={disabled}>
        {words}
      </Button>
    </div>
  );
}
