import { type Editor, useEditorState } from "@tiptap/react";
import { Bold, BookMarked, Italic, Link, List, ListOrdered, type LucideIcon, TextQuote } from "lucide-react";
import { Button } from "#app/ui/button.tsx";

type ToolsProps = { editor: Editor; onCite: () => void; onLink: () => void };

/** The few things that the text can be besides plain. */
export function RationaleTools({ editor, onCite, onLink }: ToolsProps) {
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
    <div className="rationale-tools" role="toolbar" aria-label="Format the rationale">
      <Tool name="Bold (Ctrl+B)" icon={Bold} isOn={on.bold} onClick={() => run().toggleBold().run()} />
      <Tool name="Italic (Ctrl+I)" icon={Italic} isOn={on.italic} onClick={() => run().toggleItalic().run()} />
      <Tool name="Bulleted list" icon={List} isOn={on.bullets} onClick={() => run().toggleBulletList().run()} />
      <Tool name="Numbered list" icon={ListOrdered} isOn={on.numbers} onClick={() => run().toggleOrderedList().run()} />
      <Tool name="Quotation" icon={TextQuote} isOn={on.quote} onClick={() => run().toggleBlockquote().run()} />
      <Tool name="Link (Ctrl+K)" icon={Link} isOn={on.link} onClick={onLink} />
      <Button kind="plain" onClick={onCite} title="Cite a source (Ctrl+Shift+E, or type [[)">
        <BookMarked size={16} aria-hidden="true" /> Cite
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
