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
import { useWords } from "#app/words/speech.tsx";

/** Keeps what this page shows under a name, for oneself or for everybody on the case. */
export function SaveViewDialog({ screen, look, onClose }: { screen: Screen; look: string; onClose: () => void }) {
  const { parent } = useCase();
  const say = useWords("views");
  const { Form, state, data: answer } = useFetcher<{ ok: true; view: string }>();
  const [, setSearch] = useSearchParams();
  const [name, setName] = useState("");
  const viewId = state === "idle" && !refusedIn(answer) ? answer?.view : undefined;
  useEffect(() => {
    if (!viewId) return;
    toast(say("saved", { name }));
    setSearch(
      (now) => {
        now.set("view", viewId);
        return now;
      },
      { replace: true, preventScrollReset: true },
    );
    onClose();
  }, [viewId, name, say, setSearch, onClose]);
  return (
    <Dialog title={say("save_title")} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form method="post" className="stack">
        <OnceKey />
        <input type="hidden" name="intent" value="save-view" />
        <input type="hidden" name="screen" value={screen} />
        <input type="hidden" name="search" value={look} />
        <Refusal of={answer} fields={["name"]} />
        <p className="quiet">{say("save_hint")}</p>
        <TextField
          label={say("name")}
          name="name"
          required
          maxLength={120}
          dir="auto"
          error={fieldErrors(answer).name}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset>
          <legend className="field-label">{say("who_sees_it")}</legend>
          <Choice type="radio" name="shared" value="no" defaultChecked label={say("only_me")} />
          {parent.can.edit && <Choice type="radio" name="shared" value="yes" label={say("everybody")} />}
        </fieldset>
        <div className="actions">
          <Button kind="primary" type="submit" disabled={state !== "idle"}>
            {say(state === "idle" ? "save" : "saving")}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </Form>
    </Dialog>
  );
}

type SureProps = { title: string; action: string; onSure: () => void; onClose: () => void; children: ReactNode };

/** A question before something that others notice. */
export function SureDialog({ title, action, onSure, onClose, children }: SureProps) {
  const say = useWords("views");
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
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
