import { type FormEvent, useState } from "react";
import type { ClaimRow } from "#app/board/claim-row.ts";
import type { Target } from "#app/board/use-decisions.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Select } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import { DROP_REASONS, type DropReason } from "#domain/status.ts";
import type { Say } from "#domain/words/say.ts";

type DropProps = { row: ClaimRow; rows: readonly ClaimRow[]; onDrop: (target: Target) => void; onClose: () => void };

/** Asks why a claim is dropped. It stays in the case with its reason and can be moved back. */
export function DropDialog({ row, rows, onDrop, onClose }: DropProps) {
  const [reason, setReason] = useState<DropReason | null>(null);
  const [original, setOriginal] = useState("");
  const say = useWords("board");
  const sayClaim = useWords("claims");
  const drop = (event: FormEvent) => {
    event.preventDefault();
    onDrop({ stage: "dropped", dropReason: reason, duplicateOf: reason === "duplicate" ? Number(original) : null });
    onClose();
  };
  return (
    <Dialog
      title={say("drop_title", { reference: row.reference })}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <form className="stack" onSubmit={drop}>
        <p className="quiet">{say("drop_lede")}</p>
        <fieldset>
          <legend className="field-label">{say("reason")}</legend>
          {DROP_REASONS.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="reason"
              required
              label={sayClaim(`drop_${one}`)}
              checked={reason === one}
              onChange={() => setReason(one)}
            />
          ))}
        </fieldset>
        {reason === "duplicate" && (
          <Select
            label={say("which_stays")}
            required
            value={original}
            onChange={(event) => setOriginal(event.target.value)}
          >
            <option value="">{say("choose_claim")}</option>
            {rows
              .filter((one) => one.id !== row.id && one.status !== "dropped")
              .map((one) => (
                <option key={one.id} value={one.number}>
                  {inLine(sayClaim, one)}
                </option>
              ))}
          </Select>
        )}
        <div className="actions">
          <Button kind="danger" type="submit">
            {say("drop_title", { reference: row.reference })}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function inLine(say: Say<"claims">, { reference, statement }: ClaimRow): string {
  const words = statement.trim().slice(0, 80);
  return words === ""
    ? say("no_statement_in_line", { reference })
    : say("statement_in_line", { reference, statement: words });
}
