import { type ClipboardEvent, type RefObject, useCallback, useRef, useState } from "react";
import { byteLength, carryEdit, type Paste, shownText } from "#app/article/exact-text.ts";

export type ExactText = {
  area: RefObject<HTMLTextAreaElement>;
  /** The text exactly as it was pasted, line ends included. */
  read: () => string;
  bytes: number;
  replace: (text: string) => void;
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  onInput: () => void;
  first: string;
};

/** Keeps the exact text beside a text area, which shows every line end alike. */
export function useExactText(first: string): ExactText {
  const area = useRef<HTMLTextAreaElement>(null);
  const exact = useRef(first);
  const paste = useRef<Paste | null>(null);
  const [bytes, setBytes] = useState(() => byteLength(first));
  const keep = useCallback((text: string) => {
    exact.current = text;
    setBytes(byteLength(text));
  }, []);
  const onInput = useCallback(() => {
    keep(carryEdit(exact.current, area.current?.value ?? "", paste.current));
    paste.current = null;
  }, [keep]);
  const onPaste = useCallback((event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    paste.current = { start, end, text: event.clipboardData.getData("text/plain") };
  }, []);
  const replace = useCallback(
    (text: string) => {
      if (area.current) area.current.value = shownText(text);
      keep(text);
    },
    [keep],
  );
  const read = useCallback(() => {
    // Scripts may have come late: what was typed before them counts too.
    return carryEdit(exact.current, area.current?.value ?? shownText(exact.current), null);
  }, []);
  return { area, read, bytes, replace, onPaste, onInput, first };
}
