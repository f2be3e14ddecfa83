import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { useCase } from "#app/case/use-case.ts";
import { useDiscussion } from "#app/discussion/discussion-context.tsx";
import { MentionList } from "#app/discussion/mention-list.tsx";
import { useHalfComment } from "#app/discussion/use-half-comment.ts";
import { useMentionList } from "#app/discussion/use-mention-list.ts";
import { useSaid } from "#app/discussion/use-said.ts";
import { useLiveCase } from "#app/live/use-live-case.ts";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { ThreadAbout } from "#domain/discussion.ts";

type CommentBoxProps = {
  label: string;
  /** What the button says, which is what it does. */
  send: string;
  intent: "comment" | "reply" | "edit-comment";
  /** Names the box, whose words are kept under it until they are sent. */
  box: string;
  /** What the words are about, where the page would not know after loading again. */
  topic?: { about: ThreadAbout; name: string } | undefined;
  /** What it belongs to, as the form says it. */
  fields: Record<string, string>;
  first?: string;
  placeholder?: string;
  /** Rises when the focus is to go into the box. */
  focus?: number;
  onDone?: () => void;
  onCancel?: () => void;
  /** Stands between the label and the box. */
  children?: ReactNode;
};

/** Where a comment is written. The words stay in it until the server has them. */
export function CommentBox(props: CommentBoxProps) {
  const { label, send, intent, fields, first = "", placeholder, onDone, onCancel, children } = props;
  const say = useWords("discussion");
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const { words, write, clear, forget } = useHalfComment(props.box, first, props.topic);
  const fetcher = useSaid(() => {
    clear();
    onDone?.();
  });
  const cancel = () => {
    forget();
    onCancel?.();
  };
  const list = useMentionList(box, useDiscussion().discussion.people);
  const { connection } = useLiveCase(useCase().parent.id);
  useFocus(box, props.focus ?? 0);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (list.press(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
    else if (event.key === "Escape" && onCancel && words === first) cancel();
    else return;
    event.preventDefault();
  };
  return (
    <fetcher.Form method="post" className="comment-box" onSubmit={list.close}>
      <OnceKey />
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      <div className="comment-field">
        <textarea
          {...list.attributes}
          ref={box}
          id={id}
          name="text"
          className="input"
          rows={2}
          required
          dir="auto"
          placeholder={placeholder}
          value={words}
          onChange={(event) => {
            write(event.target.value);
            list.look();
          }}
          onSelect={list.look}
          onKeyDown={press}
          onBlur={list.close}
        />
        {list.isOpen && <MentionList id={list.id} people={list.found} current={list.current} onPick={list.pick} />}
      </div>
      {connection === "reconnecting" && <p className="field-hint">{say("server_away")}</p>}
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} />
      <div className="actions">
        <Button type="submit" disabled={fetcher.state !== "idle"}>
          {fetcher.state === "idle" ? send : say("sending")}
        </Button>
        {onCancel && (
          <Button kind="plain" onClick={cancel}>
            {say("cancel")}
          </Button>
        )}
      </div>
    </fetcher.Form>
  );
}

function useFocus(box: RefObject<HTMLTextAreaElement>, turn: number): void {
  useEffect(() => {
    if (turn > 0) box.current?.focus();
  }, [box, turn]);
}
