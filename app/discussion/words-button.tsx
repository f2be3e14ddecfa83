import { MessageSquarePlus } from "lucide-react";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useCardContext } from "#app/card/card-context.ts";
import { useDiscussion } from "#app/discussion/discussion-context.tsx";
import { type Chosen, chosenWords } from "#app/discussion/dom-words.ts";
import { useSourceHere } from "#app/discussion/source-here.ts";
import { endsOf, wordsOf } from "#app/discussion/words-place.ts";
import { Button } from "#app/ui/button.tsx";
import { isKey, useKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";

/** Starts a thread on the words that are selected in one of the card's texts: a button below them, and a key. */
export function WordsButton({ card }: { card: RefObject<HTMLElement> }) {
  const say = useWords("discussion");
  const { connection } = useCardContext();
  const { ask } = useDiscussion();
  const sourceHere = useSourceHere();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useKeys(say("discussion"), [
    { key: "Ctrl+Alt+M", does: say("key_comment") },
    { key: "@", does: say("key_mention") },
    { key: "Ctrl+Enter", does: say("key_send") },
  ]);
  useSelected(card, setChosen);
  const start = useCallback(() => {
    const found = card.current && chosenWords(card.current);
    const ends = found && connection && endsOf(connection.doc, found.place, found);
    const source = sourceHere();
    setChosen(null);
    if (found && ends) {
      const exact = wordsOf(connection.doc, found.place).slice(found.from, found.to);
      ask({ kind: "words", place: found.place, ...ends, exact: exact.slice(0, LIMITS.quote) });
    } else if (source) ask({ kind: "source", sourceId: source.id }, source.name);
    else ask({ kind: "claim" });
  }, [card, connection, ask, sourceHere]);
  usePressed(start);
  return chosen && connection ? <Floating card={card} chosen={chosen} onPress={start} /> : null;
}

function useSelected(card: RefObject<HTMLElement>, say: (chosen: Chosen | null) => void): void {
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => say(card.current && chosenWords(card.current)));
    };
    document.addEventListener("selectionchange", look);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("selectionchange", look);
    };
  }, [card, say]);
}

/** Ctrl+Alt+M, ⌘⌥M on a Mac. AltGr is Ctrl+Alt on many keyboards, and types a character. */
function usePressed(start: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
      if (!(ctrlKey || metaKey) || !altKey || shiftKey || isComposing || event.getModifierState("AltGraph")) return;
      if (!isKey(event, "m") || document.querySelector("[role=dialog], [role=alertdialog]")) return;
      event.preventDefault();
      start();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [start]);
}

type FloatingProps = { card: RefObject<HTMLElement>; chosen: Chosen; onPress: () => void };

/** Pressing it keeps the selection. */
function Floating({ card, chosen, onPress }: FloatingProps) {
  const say = useWords("discussion");
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (button.current && card.current) place(button.current, card.current, chosen.box);
  });
  return (
    <Button
      ref={button}
      className="words-comment"
      aria-label={say("on_these_words")}
      title={say("on_these_words_hint")}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <MessageSquarePlus size={16} aria-hidden="true" /> {say("comment")}
    </Button>
  );
}

const GAP = 6;

/** Below the end of the words, and never beside the page, from whichever side the page begins. */
function place(button: HTMLElement, card: HTMLElement, box: DOMRect): void {
  const frame = card.getBoundingClientRect();
  const room = frame.width - button.offsetWidth - GAP;
  const fromLeft = Math.max(GAP, Math.min(box.right - frame.left - button.offsetWidth, room));
  const isLtr = getComputedStyle(card).direction === "ltr";
  button.style.setProperty("--words-top", `${box.bottom + GAP - frame.top}px`);
  button.style.setProperty("--words-start", `${isLtr ? fromLeft : frame.width - fromLeft - button.offsetWidth}px`);
}
