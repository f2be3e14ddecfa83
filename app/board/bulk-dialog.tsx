import { type FormEvent, useState } from "react";
import { LabelMany } from "#app/board/label-many.tsx";
import { localMoment, momentOf } from "#app/board/local-moment.ts";
import { useCase } from "#app/case/use-case.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Select, TextField } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import { DROP_REASONS, type DropReason, STAGES, type Stage } from "#domain/status.ts";
import type { BulkAct } from "#server/services/bulk.ts";

type DialogProps = { act: BulkAct["act"]; count: number; onAct: (act: BulkAct) => void; onClose: () => void };
type FormProps = { onAct: (act: BulkAct) => void };

const FORMS = { assign: AssignMany, move: MoveMany, due: DueMany, review: ReviewMany, label: LabelMany };

/** Asks what is to be decided on all selected claims. Everything else about them stays as it is. */
export function BulkDialog({ act, count, onAct, onClose }: DialogProps) {
  const Form = FORMS[act];
  const say = useWords("bulk");
  const decide = (decided: BulkAct) => {
    onAct(decided);
    onClose();
  };
  return (
    <Dialog title={say(`title_${act}`, { count })} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
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
  const say = useWords("bulk");
  const [assigneeId, setAssigneeId] = useState("");
  return (
    <form className="stack" onSubmit={sends(() => onAct({ act: "assign", assigneeId: assigneeId || null }))}>
      <Select
        label={say("assignee")}
        hint={say("assignee_hint")}
        value={assigneeId}
        onChange={(event) => setAssigneeId(event.target.value)}
      >
        <option value="">{say("nobody")}</option>
        {usePeople().map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
      <Decide words={say("assign")} />
    </form>
  );
}

function MoveMany({ onAct }: FormProps) {
  const say = useWords("bulk");
  const sayClaim = useWords("claims");
  const sayStatus = useWords("statuses");
  const [stage, setStage] = useState<Stage | "">("");
  const [reason, setReason] = useState<DropReason | "">("");
  const dropReason = stage === "dropped" ? reason || null : null;
  return (
    <form className="stack" onSubmit={sends(() => stage && onAct({ act: "move", stage, dropReason }))}>
      <Select label={say("status")} required value={stage} onChange={(event) => setStage(event.target.value as Stage)}>
        <option value="">{say("choose_status")}</option>
        {STAGES.map((one) => (
          <option key={one} value={one}>
            {sayStatus(one)}
          </option>
        ))}
      </Select>
      {stage === "dropped" && (
        <Select
          label={say("reason")}
          required
          value={reason}
          onChange={(event) => setReason(event.target.value as DropReason)}
        >
          <option value="">{say("choose_reason")}</option>
          {DROP_REASONS.filter((one) => one !== "duplicate").map((one) => (
            <option key={one} value={one}>
              {sayClaim(`drop_${one}`)}
            </option>
          ))}
        </Select>
      )}
      <Decide words={say("move")} />
    </form>
  );
}

function DueMany({ onAct }: FormProps) {
  const say = useWords("bulk");
  const [due, setDue] = useState("");
  const moment = momentOf(due);
  return (
    <form className="stack" onSubmit={sends(() => onAct({ act: "due", dueAt: moment === "" ? null : Number(moment) }))}>
      <TextField
        label={say("due")}
        hint={say("due_hint")}
        type="datetime-local"
        min={localMoment(Date.now())}
        value={due}
        onChange={(event) => setDue(event.target.value)}
      />
      <Decide words={say(moment === "" ? "take_due_away" : "set_due")} />
    </form>
  );
}

function ReviewMany({ onAct }: FormProps) {
  const say = useWords("bulk");
  const [asked, setAsked] = useState<readonly string[]>([]);
  const turn = (id: string) => setAsked(asked.includes(id) ? asked.filter((one) => one !== id) : [...asked, id]);
  return (
    <form className="stack" onSubmit={sends(() => onAct({ act: "review", reviewerIds: [...asked] }))}>
      <fieldset>
        <legend className="field-label">{say("reviewers")}</legend>
        {usePeople().map((one) => (
          <Choice key={one.id} label={one.name} checked={asked.includes(one.id)} onChange={() => turn(one.id)} />
        ))}
      </fieldset>
      <p className="quiet">{say("reviewers_hint")}</p>
      <Decide words={say("request_review")} disabled={asked.length === 0} />
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
