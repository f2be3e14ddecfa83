import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { localMoment, momentOf } from "#app/board/local-moment.ts";
import { DecisionButton } from "#app/case/decision-button.tsx";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Meanwhile } from "#app/ui/meanwhile.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { fieldErrors, Refusal, refusedIn } from "#app/ui/refusal.tsx";
import { Select, TextField } from "#app/ui/text-field.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Role } from "#domain/roles.ts";

type Someone = { id: string; name: string; role: Role };
type Assigned = Pick<ClaimRow, "id" | "version" | "reference" | "assignee" | "reviewers" | "dueAt">;
type AssignProps = { row: Assigned; people: readonly Someone[]; onClose: () => void };

/**
 * Who works on a claim, who is asked to review it, and until when. Shows the claim as it was when it opened, so that the
 * server notices when somebody else decided meanwhile; then it can start again from what is there now.
 */
export function AssignDialog({ row, people, onClose }: AssignProps) {
  const [seen, setSeen] = useState(row);
  const say = useWords("board");
  return (
    <Dialog
      title={say("assign_title", { reference: seen.reference })}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <AssignForm
        key={seen.version}
        row={seen}
        now={row}
        onAgain={() => setSeen(row)}
        people={people}
        onClose={onClose}
      />
    </Dialog>
  );
}

function AssignForm({ row, now, onAgain, people, onClose }: AssignProps & { now: Assigned; onAgain: () => void }) {
  const fetcher = useFetcher();
  const say = useWords("board");
  const { state, data: answer } = fetcher;
  const [assigneeId, setAssigneeId] = useState(row.assignee?.id ?? "");
  const [due, setDue] = useState(row.dueAt === null ? "" : localMoment(row.dueAt));
  useEffect(() => {
    if (state !== "idle" || answer === undefined || refusedIn(answer)) return;
    toast(say("assigned", { reference: row.reference }));
    onClose();
  }, [state, answer, row.reference, say, onClose]);
  return (
    <fetcher.Form method="post" className="stack">
      <OnceKey />
      <input type="hidden" name="intent" value="assign" />
      <input type="hidden" name="claimId" value={row.id} />
      <input type="hidden" name="version" value={row.version} />
      <input type="hidden" name="dueAt" value={momentOf(due)} />
      <Refusal of={answer as Parameters<typeof Refusal>[0]["of"]} fields={["dueAt"]} />
      {refusedIn(answer)?.kind === "conflict" && now.version !== row.version && (
        <Meanwhile again={say("start_from_there")} onAgain={onAgain}>
          {say("stands_differently")}
        </Meanwhile>
      )}
      <Select
        label={say("assignee")}
        hint={say("assignee_hint")}
        name="assigneeId"
        value={assigneeId}
        onChange={(event) => setAssigneeId(event.target.value)}
      >
        <option value="">{say("nobody_yet")}</option>
        {people.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
      <Reviewers row={row} people={people} notThis={assigneeId} />
      <TextField
        label={say("due")}
        hint={say("due_hint")}
        error={fieldErrors(answer).dueAt}
        type="datetime-local"
        value={due}
        onChange={(event) => setDue(event.target.value)}
      />
      <div className="actions">
        <DecisionButton kind="primary" disabled={state !== "idle"}>
          {say(state === "idle" ? "assign" : "assigning")}
        </DecisionButton>
        <Button onClick={onClose}>{say("cancel")}</Button>
      </div>
    </fetcher.Form>
  );
}

function Reviewers({ row, people, notThis }: Pick<AssignProps, "row" | "people"> & { notThis: string }) {
  const say = useWords("board");
  const asked = new Set(row.reviewers.map((one) => one.id));
  return (
    <fieldset>
      <legend className="field-label">{say("reviewers")}</legend>
      {people.map((one) => (
        <Choice
          key={one.id}
          name="reviewerIds[]"
          value={one.id}
          defaultChecked={asked.has(one.id)}
          disabled={one.id === notThis}
          label={one.name}
          hint={one.id === notThis ? say("not_own_reviewer") : undefined}
        />
      ))}
    </fieldset>
  );
}
