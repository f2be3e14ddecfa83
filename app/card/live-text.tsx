import { type RefObject, useEffect, useRef } from "react";
import * as Y from "yjs";
import { shownText } from "#app/article/exact-text.ts";
import { useCard, useCardContext, useColleagues, useEditing } from "#app/card/card-context.ts";
import { CaretMirror } from "#app/card/caret-mirror.tsx";
import type { CardConnection } from "#app/card/connection.ts";
import { shownIndex, storedIndex } from "#app/card/line-ends.ts";
import { placeIn } from "#app/card/place-in.ts";
import { TextBinding } from "#app/card/text-binding.ts";
import { useReadMarks } from "#app/discussion/read-marks.ts";
import { useThreadSpans } from "#app/discussion/use-thread-spans.ts";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { TextField } from "#domain/card.ts";
import { textRoot } from "#domain/card-roots.ts";

type LiveTextProps = {
  field: TextField;
  id: string;
  describedBy?: string | undefined;
  placeholder?: string;
  language: string;
  /** Whether the text may change from one length to another; says why not by itself. */
  fits: (before: number, after: number) => boolean;
};

/**
 * A co-edited text. The mirror behind the textarea has the same words: it gives the height, also without JavaScript,
 * and carries the colleagues' carets.
 */
export function LiveText({ field, id, describedBy, placeholder, language, fits }: LiveTextProps) {
  const { canEdit } = useCardContext();
  const text = useCard((card) => shownText(card[field]));
  const box = useRef<HTMLTextAreaElement>(null);
  const editing = useEditing();
  useBinding(box, editing, field, fits);
  const first = useRef(text);
  const carets = useCarets(field);
  const threads = useThreadSpans(field);
  if (!canEdit) return <ReadText field={field} id={id} text={text} language={language} />;
  return (
    <div className="live-text" data-field={field}>
      <CaretMirror text={text} carets={carets} threads={threads} language={language} />
      <textarea
        ref={box}
        id={id}
        rows={1}
        className="live-text-box"
        defaultValue={first.current}
        readOnly={!editing}
        aria-describedby={describedBy}
        placeholder={placeholder}
        lang={language || undefined}
        dir="auto"
        spellCheck
      />
    </div>
  );
}

function ReadText({ field, id, text, language }: { field: TextField; id: string; text: string; language: string }) {
  const say = useWords("card");
  const words = useRef<HTMLParagraphElement>(null);
  useReadMarks(words, field);
  return (
    <p ref={words} id={id} className="live-text-read" lang={language || undefined} dir="auto">
      {text ? <ShownText text={text} /> : <span className="quiet">{say("not_given")}</span>}
    </p>
  );
}

function useBinding(
  box: RefObject<HTMLTextAreaElement>,
  editing: CardConnection | null,
  field: TextField,
  fits: LiveTextProps["fits"],
): void {
  useEffect(() => {
    const element = box.current;
    if (!element || !editing) return;
    const text = textRoot(editing.doc, field);
    const binding = new TextBinding(element, text, (change) => editing.edit(change), fits);
    const point = () => {
      if (document.activeElement !== element) return;
      const ends =
        element.selectionDirection === "backward"
          ? [element.selectionEnd, element.selectionStart]
          : [element.selectionStart, element.selectionEnd];
      const [anchor, head] = ends.map((at) =>
        Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, storedIndex(text.toString(), at ?? 0))),
      );
      editing.presence.point(field, { anchor, head });
    };
    document.addEventListener("selectionchange", point);
    return () => {
      binding.destroy();
      document.removeEventListener("selectionchange", point);
    };
  }, [box, editing, field, fits]);
}

/** Where the colleagues' carets stand in this text, in reading order. */
function useCarets(field: TextField) {
  const { connection } = useCardContext();
  const here = useColleagues((all) => all.filter((one) => one.field === field && one.cursor));
  if (!connection) return [];
  const text = textRoot(connection.doc, field);
  const indexOf = (json: unknown) => {
    const found = placeIn(connection.doc, json);
    return found?.type === text ? shownIndex(text.toString(), found.index) : null;
  };
  return here
    .flatMap(({ clientId, name, colour, cursor }) => {
      const [anchor, head] = [indexOf(cursor?.anchor), indexOf(cursor?.head)];
      return anchor === null || head === null ? [] : [{ clientId, name, colour, anchor, head }];
    })
    .sort((a, b) => a.head - b.head);
}
