import { useFetcher, useSearchParams } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import type { Screen } from "#app/board/use-listed.ts";
import { useCase } from "#app/case/use-case.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { fieldErrors, Refusal, refusedIn } from "#app/ui/refusal.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { toast } from "#app/ui/toast.tsx";

/** Keeps what this page shows under a name, for oneself or for everybody on the case. */
export function SaveViewDialog({ screen, look, onClose }: { screen: Screen; look: string; onClose: () => void }) {
  const { parent } = useCase();
  const { Form, state, data: answer } = useFetcher<{ ok: true; view: string }>();
  const [, setSearch] = useSearchParams();
  const [name, setName] = useState("");
  const viewId = state === "idle" && !refusedIn(answer) ? answer?.view : undefined;
  useEffect(() => {
    if (!viewId) return;
    toast(`The view “${name}” is saved.`);
    setSearch(
      (now) => {
        now.set("view", viewId);
        return now;
      },
      { replace: true, preventScrollReset: true },
    );
    onClose();
  }, [viewId, name, setSearch, onClose]);
  return (
    <Dialog title="Save as a view" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form method="post" className="stack">
        <OnceKey />
        <input type="hidden" name="intent" value="save-view" />
        <input type="hidden" name="screen" value={screen} />
        <input type="hidden" name="search" value={look} />
        <Refusal of={answer} fields={["name"]} />
        <p className="quiet">Keeps the filters, the order and the grouping of this page under a name.</p>
        <TextField
          label="Name"
          name="name"
          required
          maxLength={120}
          dir="auto"
          error={fieldErrors(answer).name}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset>
          <legend className="field-label">Who sees it</legend>
          <Choice type="radio" name="shared" value="no" defaultChecked label="Only me" />
          {parent.can.edit && <Choice type="radio" name="shared" value="yes" label="Everybody on this case" />}
        </fieldset>
        <div className="actions">
          <Button kind="primary" type="submit" disabled={state !== "idle"}>
            {state === "idle" ? "Save the view" : "Saving…"}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </Form>
    </Dialog>
  );
}

type SureProps = { title: string; action: string; onSure: () => void; onClose: () => void; children: ReactNode };

/** A question before something that others notice. */
export function SureDialog({ title, action, onSure, onClose, children }: SureProps) {
  return (
    <Dialog title={title} role="alertdialog" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <div className="stack">
        <p>{children}</p>
        <div className="actions">
          <Button
            kind="primary"
            onClick={() => {
              onSure();
              onClose();
            }}
          >
            {action}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  );
}
