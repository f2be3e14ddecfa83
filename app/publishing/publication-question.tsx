import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useSaid } from "#app/publishing/pages-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, type Refused } from "#app/ui/refusal.tsx";
import { useWords } from "#app/words/speech.tsx";

const WORDS = {
  publish: { question: "publish_question", consequence: "publish_consequence", yes: "publish_yes" },
  withdraw: { question: "withdraw_question", consequence: "withdraw_consequence", yes: "withdraw_yes" },
} as const;
const WHILE = { publish: "publishing", withdraw: "withdrawing" } as const;
const DONE = { publish: "is_published", withdraw: "is_withdrawn" } as const;

type Answer = { ok: true } | { ok: false; refused: Refused };
type QuestionProps = {
  act: keyof typeof WORDS;
  isRestricted: boolean;
  release: number;
  action: string;
  onClose: () => void;
};

/** Asks before a release is shown to everybody, or shown no more, and says what follows. */
export function PublicationQuestion({ act, isRestricted, release: number, action, onClose }: QuestionProps) {
  const say = useWords("publishing");
  const fetcher = useFetcher<Answer>();
  const isSending = fetcher.state !== "idle";
  const isDone = !isSending && fetcher.data?.ok === true;
  useSaid(isDone, say(DONE[act], { number }));
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  const { question, consequence, yes } = WORDS[act];
  return (
    <Dialog title={say(question, { number })} role="alertdialog" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <fetcher.Form method="post" action={action} className="stack">
        <OnceKey />
        <input type="hidden" name="intent" value={act} />
        <p>{say(consequence)}</p>
        {act === "publish" && isRestricted && (
          <Choice name="confirmed" value="true" required label={say("restricted_choice")} />
        )}
        <Refusal of={fetcher.data} />
        <div className="actions">
          <Button kind={act === "publish" ? "primary" : "danger"} type="submit" disabled={isSending}>
            {isSending ? say(WHILE[act]) : say(yes, { number })}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </fetcher.Form>
    </Dialog>
  );
}
