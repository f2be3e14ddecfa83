import { type FocusEvent, useEffect, useRef, useState } from "react";
import { useEditing } from "#app/card/card-context.ts";

/** `base`: what was stored when these words were last the field's. `typed`: they are this person's, not only looked at. */
type Own = { words: string; base: string; typed: boolean };

export type OwnWords = {
  /** What stands in the box. */
  words: string;
  /** What a colleague has written meanwhile; null when nobody has. */
  theirs: string | null;
  type: (words: string) => void;
  take: () => void;
  /** For the element around the box and what belongs to it. */
  frame: { onFocus: () => void; onBlur: (event: FocusEvent<HTMLElement>) => void };
};

/**
 * The words of a short field while this person is in it. Such a field is stored whole, and who writes it last wins: what
 * a colleague writes meanwhile is told beside the box and never woven into what stands in it, and whoever leaves the
 * field last has written all of it. `write` gives back what it stored, or null when these words cannot be stored.
 */
export function useOwnWords(value: string, shown: string, write: (words: string) => string | null): OwnWords {
  const [own, setOwn] = useState<Own | null>(null);
  const isInside = useRef(false);
  const look = () => setOwn({ words: shown, base: value, typed: false });
  useUndone(() => setOwn(null));
  useEffect(() => {
    if (isInside.current && own === null) setOwn({ words: shown, base: value, typed: false });
  }, [own, shown, value]);
  const type = (words: string) => {
    const stored = write(words);
    setOwn((before) => ({ words, base: stored ?? before?.base ?? value, typed: true }));
  };
  const leave = () => {
    if (own?.typed && own.base !== value) write(own.words);
    setOwn(null);
  };
  return {
    words: own?.words ?? shown,
    theirs: own !== null && own.base !== value ? shown : null,
    type,
    take: look,
    frame: {
      onFocus: () => {
        if (!isInside.current) look();
        isInside.current = true;
      },
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return;
        isInside.current = false;
        leave();
      },
    },
  };
}

/** After a step back or forward the box shows what it led to. */
function useUndone(show: () => void): void {
  const editing = useEditing();
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    const popped = () => latest.current();
    editing?.undo.manager.on("stack-item-popped", popped);
    return () => editing?.undo.manager.off("stack-item-popped", popped);
  }, [editing]);
}
