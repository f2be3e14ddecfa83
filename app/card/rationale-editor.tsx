import { EditorContent, useEditor } from "@tiptap/react";
import { memo, useState } from "react";
import { askingBrackets } from "#app/card/asking-brackets.ts";
import type { CardConnection } from "#app/card/connection.ts";
import { LinkDialog } from "#app/card/link-dialog.tsx";
import { rationaleExtensions } from "#app/card/rationale-extensions.ts";
import { RationaleTools } from "#app/card/rationale-tools.tsx";
import { ROOM, useRoom } from "#app/card/room.ts";
import { SourcePicker } from "#app/card/source-picker.tsx";
import { useSourceName } from "#app/card/use-source-name.ts";
import { useRationaleMarks } from "#app/discussion/rationale-marks.ts";
import { isFindKey } from "#app/find/find-key.ts";
import { announce } from "#app/ui/announcer.tsx";
import { useWords } from "#app/words/speech.tsx";

type Asking = "source" | "link" | null;

type EditorProps = { connection: CardConnection; language: string };

/** The rationale's editor; a chunk of its own. What is loaded again beside it leaves it alone. */
export const RationaleEditor = memo(function RationaleEditor({ connection, language }: EditorProps) {
  const say = useWords("card");
  const sayOfSources = useWords("sources");
  const [asking, setAsking] = useState<Asking>(null);
  const { refusal, fits } = useRoom(ROOM.text);
  const words = { removed: say("source_removed"), gone: say("source_gone"), nameOf: useSourceName() };
  const editor = useEditor(
    {
      extensions: rationaleExtensions(connection, { onCite: () => setAsking("source"), words, fits }),
      immediatelyRender: true,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      editorProps: {
        attributes: {
          class: "rationale-text",
          role: "textbox",
          "aria-multiline": "true",
          "aria-labelledby": "rationale-title",
          "aria-describedby": "rationale-keys",
          dir: "auto",
          ...(language ? { lang: language } : {}),
        },
        handleKeyDown: (_view, event) => {
          if (isFindKey(event)) setAsking("link");
          return isFindKey(event) || (event.key === "Escape" && !event.isComposing && leave(say("rationale_left")));
        },
      },
    },
    [connection],
  );
  useRationaleMarks(editor, connection);
  const close = () => {
    setAsking(null);
    editor.commands.focus();
  };
  const cite = (sourceId: string, name: string) => {
    setAsking(null);
    const brackets = askingBrackets(editor.state);
    const chain = editor.chain().focus();
    if (brackets) chain.deleteRange(brackets);
    chain.insertContent({ type: "citation", attrs: { sourceId } }).run();
    announce(sayOfSources("cited", { name }));
  };
  return (
    <div className="rationale-frame">
      <RationaleTools editor={editor} onCite={() => setAsking("source")} onLink={() => setAsking("link")} />
      <EditorContent editor={editor} className="rationale-editor" />
      <p className="unseen" id="rationale-keys">
        {say("rationale_keys")}
      </p>
      {refusal && (
        <p className="field-error rationale-refusal" role="alert">
          {refusal}
        </p>
      )}
      {asking === "source" && (
        <SourcePicker editor={editor} onPick={cite} onBack={close} onLeave={() => setAsking(null)} />
      )}
      {asking === "link" && <LinkDialog editor={editor} onClose={close} />}
    </div>
  );
});

/** Out of the text, so that Tab goes on through the page. */
function leave(spoken: string): true {
  document.getElementById("rationale-title")?.focus();
  announce(spoken);
  return true;
}
