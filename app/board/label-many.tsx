import { type FormEvent, useId, useState } from "react";
import { useBoardActions } from "#app/board/board-context.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import { labelKey } from "#domain/labels.ts";
import { LIMITS } from "#domain/limits.ts";
import type { BulkAct } from "#server/services/bulk.ts";

/** Asks for one label, and whether the selected claims are to have it or not. */
export function LabelMany({ onAct }: { onAct: (act: BulkAct) => void }) {
  const say = useWords("bulk");
  const sayLabel = useWords("labels");
  const { labels } = useBoardActions();
  const [label, setLabel] = useState("");
  const id = useId();
  const isEmpty = labelKey(label) === "";
  const decide = (on: boolean) => !isEmpty && onAct({ act: "label", label, on });
  const send = (event: FormEvent) => {
    event.preventDefault();
    decide(true);
  };
  return (
    <form className="stack" onSubmit={send}>
      <TextField
        label={sayLabel("label")}
        hint={sayLabel("hint")}
        list={`${id}-labels`}
        maxLength={LIMITS.label}
        required
        dir="auto"
        autoComplete="off"
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <datalist id={`${id}-labels`}>
        {labels.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <div className="actions">
        <Button kind="primary" type="submit" disabled={isEmpty}>
          {say("add_label")}
        </Button>
        <Button disabled={isEmpty} onClick={() => decide(false)}>
          {say("take_label_away")}
        </Button>
      </div>
    </form>
  );
}
