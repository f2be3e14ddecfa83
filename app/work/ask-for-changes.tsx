import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Select, TextArea } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import { CARD_PARTS } from "#domain/change-request.ts";

type AskForChangesProps = {
  send: (decision: Record<string, string | string[]>) => void;
  isSending: boolean;
  onCancel: () => void;
};

/** What should change, part by part, each with a sentence for the analyst. */
export function AskForChanges({ send, isSending, onCancel }: AskForChangesProps) {
  const say = useWords("work");
  const [count, setCount] = useState(1);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLElement>(count === 1 ? "textarea" : "select");
    fields?.[count - 1]?.focus();
  }, [count]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const all = (name: string) => given.getAll(name).map(String);
    send({ intent: "request-changes", "part[]": all("part[]"), "words[]": all("words[]") });
  };
  const sendByKey = (event: React.KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
    if (event.key === "Escape") onCancel();
  };
  return (
    <form ref={form} className="ask" onSubmit={submit} onKeyDown={sendByKey} aria-label={say("ask_form")}>
      {Array.from({ length: count }, (_, at) => at).map((at) => (
        <div className="ask-part" key={at}>
          <Select label={say("which_part")} name="part[]" defaultValue={CARD_PARTS[CARD_PARTS.length - 1]}>
            {CARD_PARTS.map((part) => (
              <option key={part} value={part}>
                {say(`part_${part}`)}
              </option>
            ))}
          </Select>
          <TextArea label={say("what_should_change")} name="words[]" rows={2} maxLength={1_000} dir="auto" required />
        </div>
      ))}
      <div className="actions">
        <Button kind="primary" type="submit" disabled={isSending}>
          {say("send_back")}
        </Button>
        {count < CARD_PARTS.length && <Button onClick={() => setCount(count + 1)}>{say("another_part")}</Button>}
        <Button kind="plain" onClick={onCancel}>
          {say("cancel")}
        </Button>
      </div>
    </form>
  );
}
