import type { Editor } from "@tiptap/react";
import { type KeyboardEvent, useId, useState } from "react";
import { useCard } from "#app/card/card-context.ts";
import { citedOrder, numberIn } from "#app/card/numbering.ts";
import { useAtCaret } from "#app/card/use-at-caret.ts";
import { useSourceName } from "#app/card/use-source-name.ts";
import { Option } from "#app/ui/option.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Source } from "#domain/card.ts";
import { foldText } from "#domain/fold-text.ts";

type PickerProps = {
  editor: Editor;
  onPick: (sourceId: string, name: string) => void;
  /** Back to the text. */
  onBack: () => void;
  /** The focus has gone elsewhere. */
  onLeave: () => void;
};

/** A list of the card's sources at the caret: type to narrow it, arrows and Enter to cite, Esc to go back. */
export function SourcePicker({ editor, onPick, onBack, onLeave }: PickerProps) {
  const say = useWords("sources");
  const nameOf = useSourceName();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const found = useMatching(words);
  const current = found[Math.min(at, found.length - 1)];
  const { frame, box } = useAtCaret(editor);
  const press = (event: KeyboardEvent) => {
    // Enter and Esc belong to whoever is still composing a word.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((before) => (Math.min(before, found.length - 1) + step + found.length) % Math.max(found.length, 1));
    else if (event.key === "Enter" && current) onPick(current.source.id, nameOf(current.source));
    else if (event.key === "Escape" || event.key === "Tab" || (event.key === "Backspace" && words === "")) onBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={frame} className="source-picker menu-popover">
      <input
        className="input"
        role="combobox"
        aria-label={say("cite_which")}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current ? `${id}-${current.source.id}` : undefined}
        placeholder={say("cite_find")}
        autoComplete="off"
        dir="auto"
        ref={box}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
        onBlur={onLeave}
      />
      <div id={`${id}-list`} role="listbox" aria-label={say("title")} tabIndex={-1}>
        {found.map((one) => (
          <Option
            key={one.source.id}
            id={`${id}-${one.source.id}`}
            isCurrent={one === current}
            onPick={() => onPick(one.source.id, nameOf(one.source))}
          >
            <SourceLine found={one} />
          </Option>
        ))}
      </div>
      {found.length === 0 && (
        <p className="menu-hint" role="status">
          {say(words === "" ? "cite_none" : "cite_no_match")}
        </p>
      )}
    </div>
  );
}

type Found = { source: Source; number: number | null };

/** Its number in the text, its name, and what it is. */
function SourceLine({ found: { source, number } }: { found: Found }) {
  const say = useWords("sources");
  const nameOf = useSourceName();
  const about = [source.publisher, say(source.stance), number === null ? say("cite_not_yet") : ""].filter(Boolean);
  return (
    <>
      <span className="ref">{number === null ? "–" : `[${number}]`}</span>
      <span className="source-option-words">
        <strong dir="auto">{nameOf(source)}</strong>
        <span className="meta">
          {about.map((one) => (
            <bdi key={one}>{one}</bdi>
          ))}
        </span>
      </span>
    </>
  );
}

/** The sources that have these words, in any accents and digits, each with its number in the text. */
function useMatching(words: string): Found[] {
  const sources = useCard((card) => card.sources);
  const order = useCard(citedOrder);
  const wanted = foldText(words.trim());
  return sources
    .map((source) => ({ source, number: numberIn(order, source.id) }))
    .filter(({ source: { title, publisher, author, quote, url }, number }) =>
      foldText(`[${number}] ${title} ${publisher} ${author} ${quote} ${url}`).includes(wanted),
    );
}
