import { type Editor, useEditorState } from "@tiptap/react";
import { Bold, BookMarked, Italic, Link, List, ListOrdered, type LucideIcon, TextQuote } from "lucide-react";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";

type ToolsProps = { editor: Editor; onCite: () => void; onLink: () => void };

/** The few things that the text can be besides plain. */
export function RationaleTools({ editor, onCite, onLink }: ToolsProps) {
  const say = useWords("card");
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      bullets: now.isActive("bulletList"),
      numbers: now.isActive("orderedList"),
      quote: now.isActive("blockquote"),
      link: now.isActive("link"),
    }),
  });
  const run = () => editor.chain().focus();
  return (
    <div className="rationale-tools" role="toolbar" aria-label={say("tools")}>
      <Tool name={say("tool_bold")} icon={Bold} isOn={on.bold} onClick={() => run().toggleBold().run()} />
      <Tool name={say("tool_italic")} icon={Italic} isOn={on.italic} onClick={() => run().toggleItalic().run()} />
      <Tool name={say("tool_bullets")} icon={List} isOn={on.bullets} onClick={() => run().toggleBulletList().run()} />
      <Tool
        name={say("tool_numbers")}
        icon={ListOrdered}
        isOn={on.numbers}
        onClick={() => run().toggleOrderedList().run()}
      />
      <Tool name={say("tool_quote")} icon={TextQuote} isOn={on.quote} onClick={() => run().toggleBlockquote().run()} />
      <Tool name={say("tool_link")} icon={Link} isOn={on.link} onClick={onLink} />
      <Button kind="plain" onClick={onCite} title={say("tool_cite_hint")}>
        <BookMarked size={16} aria-hidden="true" /> {say("tool_cite")}
      </Button>
    </div>
  );
}

type ToolProps = {
  name: string;
  icon: LucideIcon;
  isOn: boolean;
  onClick: () => void;
};

function Tool({ name, icon: Icon, isOn, onClick }: ToolProps) {
  return (
    <Button kind="plain" icon aria-label={name} title={name} aria-pressed={isOn} onClick={onClick}>
      <Icon size={16} aria-hidden="true" />
    </Button>
  );
}
