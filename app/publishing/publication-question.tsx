import { useFetcher } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { fieldErrors, Refusal, type Refused } from "#app/ui/refusal.tsx";
import { TextArea } from "#app/ui/text-field.tsx";
import { useToastWhen } from "#app/ui/use-toast-when.ts";
import { useWords } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";

/** A release, by its number, or one claim of it. */
export type Question =
  | { act: "publish" | "withdraw"; number: number }
  | { act: "withhold" | "show"; reference: string; claim: number };

const WHILE = { publish: "publishing", withdraw: "withdrawing", withhold: "withdrawing", show: "showing" } as const;
const DONE = { publish: "is_published", withdraw: "is_withdrawn", withhold: "is_withheld", show: "is_shown" } as const;

type Answer = { ok: true } | { ok: false; refused: Refused };
type QuestionProps = { about: Question; isRestricted: boolean; action: string; onClose: () => void };

/** Asks before something is shown to everybody, or shown no more, and says what follows. */
export function PublicationQuestion({ about, isRestricted, action, onClose }: QuestionProps) {
  const say = useWords("publishing");
  const fetcher = useFetcher<Answer>();
  const isSending = fetcher.state !== "idle";
  const isDone = !isSending && fetcher.data?.ok === true;
  const { act } = about;
  const claim = "claim" in about ? about.claim : null;
  useToastWhen(isDone, say(DONE[act], about), onClose);
  const isShowing = act === "publish" || act === "show";
  return (
    <Dialog
      title={say(`${act}_question`, about)}
      role="alertdialog"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <fetcher.Form method="post" action={action} className="stack">
        <OnceKey />
        <input type="hidden" name="intent" value={act} />
        {claim !== null && <input type="hidden" name="claim" value={claim} />}
        <p>{say(`${act}_consequence`)}</p>
        {!isShowing && <Reason of={fetcher.data} />}
        {act === "publish" && isRestricted && (
          <Choice name="confirmed" value="true" required label={say("restricted_choice")} />
        )}
        <Refusal of={fetcher.data} fields={["reason"]} />
        <div className="actions">
          <Button kind={isShowing ? "primary" : "danger"} type="submit" disabled={isSending}>
            {isSending ? say(WHILE[act]) : say(`${act}_yes`, about)}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </fetcher.Form>
    </Dialog>
  );
}

function Reason({ of: answer }: { of: Answer | undefined }) {
  const say = useWords("publishing");
  return (
    <TextArea
      label={say("reason")}
      hint={say("reason_hint")}
      name="reason"
      rows={2}
      required
      dir="auto"
      maxLength={LIMITS.reason}
      error={fieldErrors(answer).reason}
    />
  );
}
