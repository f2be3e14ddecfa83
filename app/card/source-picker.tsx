import type { Editor } from "@tiptap/react";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { useCard } from "#app/card/card-context.ts";
import { citedOrder, numberIn, sourceName } from "#app/card/numbering.ts";
import { STANCE_WORDS } from "#app/card/source-read.tsx";
import type { Source } from "#domain/card.ts";

type PickerProps = { editor: Editor; onPick: (sourceId: string, name: string) => void; onClose: () => void };

/** A list of the card's sources at the caret: type to narrow it, arrows and Enter to cite, Esc to go back. */
export function SourcePicker({ editor, onPick, onClose }: PickerProps) {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const found = useMatching(words);
  const current = found[Math.min(at, found.length - 1)];
  const { frame, box } = useAtCaret(editor);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((before) => (Math.min(before, found.length - 1) + step + found.length) % Math.max(found.length, 1));
    else if (event.key === "Enter" && current) onPick(current.id, sourceName(current));
    else if (event.key === "Escape" || event.key === "Tab") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={frame} className="source-picker menu-popover">
      <input
        className="input"
        role="combobox"
        aria-label="Cite which source"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current ? `${id}-${current.id}` : undefined}
        placeholder="Find a source"
        autoComplete="off"
        ref={box}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
        onBlur={onClose}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Sources" tabIndex={-1}>
        {found.map((one) => (
          <Option
            key={one.id}
            id={`${id}-${one.id}`}
            source={one}
            isCurrent={one === current}
            onPick={() => onPick(one.id, sourceName(one))}
          />
        ))}
      </div>
      {found.length === 0 && (
        <p className="menu-hint" role="status">
          {words === "" ? "This card has no source yet. Add one below, then cite it." : "No source has these words."}
        </p>
      )}
    </div>
  );
}

type OptionProps = { id: string; source: Source; isCurrent: boolean; onPick: () => void };

/** The focus stays in the box, so the mouse must not take it away before the click. */
function Option({ id, source, isCurrent, onPick }: OptionProps) {
  const order = useCard(citedOrder);
  const number = numberIn(order, source.id);
  return (
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      tabIndex={-1}
      className="source-option"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      onKeyDown={() => {}}
    >
      <strong dir="auto">{sourceName(source)}</strong>
      <span className="meta">
        {STANCE_WORDS[source.stance]}
        {number === null ? "" : `, cited as [${number}]`}
      </span>
    </div>
  );
}

function useMatching(words: string): Source[] {
  const sources = useCard((card) => card.sources);
  const wanted = words.trim().toLocaleLowerCase();
  return sources.filter((one) =>
    `${one.title} ${one.publisher} ${one.author} ${one.quote} ${one.url}`.toLocaleLowerCase().includes(wanted),
  );
}

/** Stands under the caret, inside the editor's frame, and takes the focus. */
function useAtCaret(editor: Editor) {
  const frame = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    const around = element?.parentElement?.getBoundingClientRect();
    if (!element || !around) return;
    const caret = editor.view.coordsAtPos(editor.state.selection.head);
    element.style.insetBlockStart = `${caret.bottom - around.top + 4}px`;
    element.style.left = `${Math.max(0, Math.min(caret.left - around.left, around.width - element.offsetWidth))}px`;
    box.current?.focus({ preventScroll: true });
  }, [editor]);
  return { frame, box };
}
