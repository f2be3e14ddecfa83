import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { AlikeList } from "#app/find/alike-list.tsx";
import { useAlike } from "#app/find/use-alike.ts";
import { PrecedentHint } from "#app/precedents/precedent-hint.tsx";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { fieldErrors, Refusal, refusedIn } from "#app/ui/refusal.tsx";
import { TextArea } from "#app/ui/text-field.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";

type Made = { made: { claimId: string; number: number; reference: string } | null };
type NewProps = { caseNumber: number; onMade: (claimId: string) => void; onClose: () => void };
type Answer = Parameters<typeof Refusal>[0]["of"];

/** A claim that has no words in a document: only its statement is asked for. */
export function NewClaimDialog({ caseNumber, onMade, onClose }: NewProps) {
  const fetcher = useFetcher();
  const navigate = useNavigate();
  const say = useWords("board");
  const { state, data: answer } = fetcher;
  const statement = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState("");
  const alike = useAlike(caseNumber, words);
  useEffect(() => statement.current?.focus(), []);
  useEffect(() => {
    const made = state === "idle" && !refusedIn(answer) ? (answer as Made | undefined)?.made : null;
    if (!made) return;
    onMade(made.claimId);
    toast(say("made", { reference: made.reference }), {
      label: say("open_card"),
      run: () => navigate(`/cases/${caseNumber}/claims/${made.number}`),
    });
    onClose();
  }, [state, answer, navigate, caseNumber, say, onMade, onClose]);
  const errors = fieldErrors(answer);
  return (
    <Dialog title={say("new_claim")} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <fetcher.Form method="post" className="stack">
        <OnceKey />
        <input type="hidden" name="intent" value="create" />
        {!errors.statement && <Refusal of={answer as Answer} />}
        <TextArea
          label={say("statement")}
          hint={say("statement_hint")}
          error={errors.statement}
          name="statement"
          rows={4}
          required
          dir="auto"
          ref={statement}
          onChange={(event) => setWords(event.target.value)}
        />
        <AlikeList claims={alike} />
        <PrecedentHint words={words} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={state !== "idle"}>
            {say(state === "idle" ? "make_claim" : "making")}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </fetcher.Form>
    </Dialog>
  );
}
