import { type FormEvent, useState } from "react";
import type { ClaimRow } from "#app/board/claim-row.ts";
import type { Target } from "#app/board/use-decisions.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Select } from "#app/ui/text-field.tsx";
import { DROP_REASONS, DROP_WORDS, type DropReason } from "#domain/status.ts";

type DropProps = { row: ClaimRow; rows: readonly ClaimRow[]; onDrop: (target: Target) => void; onClose: () => void };

/** Asks why a claim is dropped. It stays in the case with its reason and can be moved back. */
export function DropDialog({ row, rows, onDrop, onClose }: DropProps) {
  const [reason, setReason] = useState<DropReason | null>(null);
  const [original, setOriginal] = useState("");
  const drop = (event: FormEvent) => {
    event.preventDefault();
    onDrop({ stage: "dropped", dropReason: reason, duplicateOf: reason === "duplicate" ? Number(original) : null });
    onClose();
  };
  return (
    <Dialog title={`Drop ${row.reference}`} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <form className="stack" onSubmit={drop}>
        <p className="quiet">It stays in the case with its reason, and can be moved back.</p>
        <fieldset>
          <legend className="field-label">Reason</legend>
          {DROP_REASONS.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="reason"
              required
              label={DROP_WORDS[one]}
              checked={reason === one}
              onChange={() => setReason(one)}
            />
          ))}
        </fieldset>
        {reason === "duplicate" && (
          <Select
            label="Which claim stays"
            required
            value={original}
            onChange={(event) => setOriginal(event.target.value)}
          >
            <option value="">Choose a claim</option>
            {rows
              .filter((one) => one.id !== row.id && one.status !== "dropped")
              .map((one) => (
                <option key={one.id} value={one.number}>
                  {one.reference}: {one.statement.slice(0, 80) || "no statement yet"}
                </option>
              ))}
          </Select>
        )}
        <div className="actions">
          <Button kind="danger" type="submit">
            Drop {row.reference}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
