import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from "react";
import { askedMention, namedLike } from "#app/discussion/asked-mention.ts";
import { announce } from "#app/ui/announcer.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Person } from "#server/services/people-view.ts";

/** The list of people that opens while somebody types "@" in a box. The focus stays in the box. */
export function useMentionList(box: RefObject<HTMLTextAreaElement>, people: readonly Person[]) {
  const id = useId();
  const [asked, setAsked] = useState<{ from: number; words: string } | null>(null);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const found = asked && asked.from !== closedAt ? namedLike(people, asked.words) : [];
  const current = found[Math.min(at, found.length - 1)];
  useSpokenList(found.length, current?.name);

  const look = () => {
    const element = box.current;
    const isCaret = element && element.selectionStart === element.selectionEnd;
    const next = isCaret ? askedMention(element.value, element.selectionStart) : null;
    if (next?.from !== asked?.from) {
      setAt(0);
      setClosedAt(null);
    }
    setAsked(next);
  };
  const pick = (person: Person) => {
    const element = box.current;
    if (!element || !asked) return;
    element.setSelectionRange(asked.from, element.selectionStart);
    typeInto(element, `@${person.name} `);
    setAsked(null);
  };
  const close = () => setClosedAt(asked?.from ?? null);
  const press = (event: KeyboardEvent): boolean => {
    if (!current || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((before) => (Math.min(before, found.length - 1) + step + found.length) % found.length);
    else if (event.key === "Enter" || event.key === "Tab") pick(current);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const isOpen = found.length > 0;
  const attributes = {
    "aria-autocomplete": "list" as const,
    "aria-haspopup": "listbox" as const,
    ...(isOpen && current && { "aria-controls": `${id}-list`, "aria-activedescendant": `${id}-${current.id}` }),
  };
  return { id, found, current, isOpen, look, pick, press, close: () => setAsked(null), attributes };
}

/** As if it were typed, so that the browser's undo takes it back. */
function typeInto(element: HTMLTextAreaElement, words: string): void {
  element.focus();
  if (document.execCommand("insertText", false, words)) return;
  element.setRangeText(words, element.selectionStart, element.selectionEnd, "end");
  element.dispatchEvent(new Event("input", { bubbles: true }));
}

function useSpokenList(count: number, name: string | undefined): void {
  const say = useWords("discussion");
  useEffect(() => {
    if (count > 0 && name) announce(say("found_people", { count, name }));
  }, [count, name, say]);
}
